// Where a page mentions a stock: facts of Sina's markup, one table a form.
#include <algorithm>

#include "articles/ascii.h"
#include "articles/stock_code.h"
#include "html_tag.h"

namespace articles {
namespace {

// How a code stands in an address or an id behind what announces it.
enum class Writing : std::uint8_t {
  WithExchange,  // sz300959
  HongKong,      // 00700
  Us,            // AAPL
  Any,           // with its exchange, five digits of Hong Kong or six digits
  Old,           // 0021: Shenzhen before 2003
};

struct Announced {
  std::string_view by;
  Writing writing;
};

// The ids of Sina's spans.
constexpr Announced kIds[] = {
    {"stock_", Writing::WithExchange},
    {"quote_", Writing::WithExchange},
    {"hkstock_", Writing::WithExchange},
    {"usstock_", Writing::Us},
};

// Addresses of pages about one stock, behind the scheme.
constexpr Announced kPages[] = {
    {"finance.sina.com.cn/realstock/company/", Writing::WithExchange},
    {"biz.finance.sina.com.cn/realstock/company/", Writing::WithExchange},
    {"stock.finance.sina.com.cn/hkstock/quotes/", Writing::HongKong},
    {"stock.finance.sina.com.cn/usstock/quotes/", Writing::Us},
    {"finance.sina.com.cn/stock/usstock/quotes/", Writing::Us},
};

// Sina's data pages name the stock anywhere in their path.
constexpr std::string_view kDataHost = "vip.stock.finance.sina.com.cn/";
constexpr Announced kDataParts[] = {
    {"/stockid/", Writing::Any},
    {"/symbol/", Writing::Any},
    {"/code/", Writing::Any},
};

constexpr std::string_view kOldQuotes = "/cgi-bin/stock/quote/quote.cgi?symbol=";

// <!-- news_keyword_pub,stock,sz300036&sz300053 -->
constexpr std::string_view kKeywords = "news_keyword_pub,stock,";

constexpr bool is_symbol_char(char c) {
  return ascii_alnum(c) || c == '.' || c == '$' || c == '_' || c == '-';
}

std::string_view symbol_at(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_symbol_char(text[size])) ++size;
  text = text.substr(0, size);
  for (const std::string_view extension : {".html", ".phtml", ".shtml"})
    if (ends_with(text, extension)) text.remove_suffix(extension.size());
  return text;
}

std::optional<StockCode> read_as(std::string_view symbol, Writing writing) {
  const bool digits = std::all_of(symbol.begin(), symbol.end(), ascii_digit);
  switch (writing) {
    case Writing::WithExchange:
      return digits ? std::nullopt : read_stock_code(symbol);
    case Writing::HongKong:
      return read_stock_code("hk" + std::string(symbol));
    case Writing::Us:
      return read_stock_code("us" + std::string(symbol));
    case Writing::Any:
      return digits && symbol.size() == 5 ? read_stock_code("hk" + std::string(symbol))
                                          : read_stock_code(symbol);
    case Writing::Old:
      if (digits && symbol.size() == 4 && symbol[0] == '0')
        return read_stock_code("sz00" + std::string(symbol));
      return read_stock_code(symbol);
  }
  return std::nullopt;
}

bool announces(std::string_view text, std::string_view by) {
  return same_ignoring_case(text.substr(0, by.size()), by);
}

std::string_view without_scheme(std::string_view url) {
  for (const std::string_view scheme : {"https:", "http:"})
    if (announces(url, scheme)) url.remove_prefix(scheme.size());
  if (starts_with(url, "//")) url.remove_prefix(2);
  return url;
}

class MentionScanner {
 public:
  explicit MentionScanner(std::string_view html) : html_(html) {}

  std::vector<std::string> codes() {
    std::size_t at = html_.find('<');
    while (at != std::string_view::npos) at = html_.find('<', markup(at));
    return std::move(codes_);
  }

 private:
  // Reads the markup that begins at `at` and returns where it ends.
  std::size_t markup(std::size_t at) {
    if (starts_with(html_.substr(at), "<!--")) {
      const std::size_t end = comment_end(html_, at);
      const std::string_view inside = html_.substr(at + 4, end - at - 4);
      keywords(trim_spaces(inside.substr(0, inside.find("--"))));
      return end;
    }
    std::size_t name_end = at + 1;
    while (name_end < html_.size() && ascii_alnum(html_[name_end])) ++name_end;
    if (name_end == at + 1) return at + 1;
    const std::string_view name = html_.substr(at + 1, name_end - at - 1);
    AttributeScanner attributes(html_.substr(name_end));
    while (attributes.next()) {
      if (same_ignoring_case(attributes.name(), "id"))
        id(trim_spaces(attributes.value()));
      else if (same_ignoring_case(attributes.name(), "href"))
        link(trim_spaces(attributes.value()));
    }
    const std::size_t end = name_end + attributes.end();
    for (const std::string_view raw : {"script", "style"})
      if (same_ignoring_case(name, raw)) return raw_text_end(html_, end, raw);
    return end;
  }

  void keywords(std::string_view comment) {
    if (!announces(comment, kKeywords)) return;
    comment.remove_prefix(kKeywords.size());
    while (!comment.empty()) {
      add(symbol_at(trim_spaces(comment)), Writing::WithExchange);
      const std::size_t next = comment.find('&');
      if (next == std::string_view::npos) return;
      comment.remove_prefix(next + 1);
      if (announces(comment, "amp;")) comment.remove_prefix(4);
    }
  }

  void id(std::string_view value) {
    for (const Announced& form : kIds)
      if (announces(value, form.by) &&
          symbol_at(value.substr(form.by.size())).size() == value.size() - form.by.size())
        return add(value.substr(form.by.size()), form.writing);
  }

  void link(std::string_view value) {
    const std::string_view url = without_scheme(value);
    for (const Announced& form : kPages)
      if (announces(url, form.by)) return add(symbol_at(url.substr(form.by.size())), form.writing);
    if (announces(url, kDataHost)) {
      for (const Announced& form : kDataParts)
        if (const std::size_t part = url.find(form.by); part != std::string_view::npos)
          return add(symbol_at(url.substr(part + form.by.size())), form.writing);
    }
    if (url.find("sina.com") == std::string_view::npos) return;
    if (const std::size_t old = url.find(kOldQuotes); old != std::string_view::npos)
      add(symbol_at(url.substr(old + kOldQuotes.size())), Writing::Old);
  }

  void add(std::string_view symbol, Writing writing) {
    const std::optional<StockCode> code = read_as(symbol, writing);
    if (!code) return;
    std::string canonical = canonical_code(*code);
    if (std::find(codes_.begin(), codes_.end(), canonical) == codes_.end())
      codes_.push_back(std::move(canonical));
  }

  std::string_view html_;
  std::vector<std::string> codes_;
};

}  // namespace

std::vector<std::string> stock_codes(std::string_view html) {
  return MentionScanner(html).codes();
}

}  // namespace articles
