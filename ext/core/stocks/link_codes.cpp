#include "stocks/link_codes.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "stocks/pages.h"
#include "stocks/ranges.h"
#include "stocks/symbol.h"

namespace articles {
namespace {

// Any byte is looked up at once, and there is no run of comparisons to mispredict.
class SymbolChars {
 public:
  constexpr SymbolChars() {
    for (int c = 0; c < 128; ++c) holds_[c] = ascii_alnum(static_cast<char>(c));
    for (const char c : {'.', '$', '_', '-'}) holds_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool operator()(char c) const { return holds_[static_cast<unsigned char>(c)]; }

 private:
  bool holds_[256] = {};
};
constexpr SymbolChars kSymbolChar;

// The code at the beginning of `text`, a file's extension aside.
std::string_view symbol_at(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && kSymbolChar(text[size])) ++size;
  text = text.substr(0, size);
  if (!ends_with(text, "l")) return text;
  for (const std::string_view extension : {".html", ".phtml", ".shtml"})
    if (ends_with(text, extension)) text.remove_suffix(extension.size());
  return text;
}

// Most pages write it as it is here.
bool announces(std::string_view text, std::string_view by) {
  return text.size() >= by.size() && ascii_lower(text[0]) == ascii_lower(by[0]) &&
         (starts_with(text, by) || same_ignoring_case(text.substr(0, by.size()), by));
}

// usindex is no symbol: behind us stand capitals.
std::optional<StockCode> with_exchange(std::string_view symbol) {
  if (starts_with(symbol, "us") && !starts_with(symbol, "usr_") &&
      std::any_of(symbol.begin() + 2, symbol.end(), [](char c) { return c != ascii_upper(c); }))
    return std::nullopt;
  return read_prefixed_code(symbol);
}

std::optional<StockCode> any_writing(std::string_view symbol) {
  if (!all_digits(symbol)) return with_exchange(symbol);
  if (symbol.size() == 5) return make_code(Exchange::HongKong, symbol);
  return symbol.size() == 6 ? read_stock_code(symbol) : std::nullopt;
}

std::optional<StockCode> xueqiu_writing(std::string_view symbol) {
  if (all_digits(symbol))
    return symbol.size() == 5 ? make_code(Exchange::HongKong, symbol) : std::nullopt;
  return read_stock_code(symbol);
}

std::optional<StockCode> netease_writing(std::string_view symbol) {
  if (symbol.size() != 7) return std::nullopt;
  if (symbol[0] == '0') return make_code(Exchange::Shanghai, symbol.substr(1));
  if (symbol[0] == '1') return make_code(Exchange::Shenzhen, symbol.substr(1));
  return std::nullopt;
}

std::optional<StockCode> futu_writing(std::string_view symbol) {
  const std::size_t dash = symbol.rfind('-');
  if (dash == std::string_view::npos) return std::nullopt;
  return read_stock_code(std::string(symbol.substr(0, dash)) + "." +
                         std::string(symbol.substr(dash + 1)));
}

std::optional<StockCode> read_as(std::string_view symbol, Writing writing) {
  switch (writing) {
    case Writing::WithExchange:
    case Writing::Quotes:
      return with_exchange(symbol);
    case Writing::HongKong:
      return make_code(Exchange::HongKong, symbol);
    case Writing::Us:
      return make_code(Exchange::Us, symbol);
    case Writing::Any:
      return any_writing(symbol);
    case Writing::Old:
      if (all_digits(symbol) && symbol.size() == 4 && symbol[0] == '0')
        return make_code(Exchange::Shenzhen, "00" + std::string(symbol));
      return any_writing(symbol);
    case Writing::Xueqiu:
      return xueqiu_writing(symbol);
    case Writing::Market:
      return symbol.find('.') == std::string_view::npos ? std::nullopt : read_stock_code(symbol);
    case Writing::Ths:
      if (announces(symbol, "HK")) return make_code(Exchange::HongKong, symbol.substr(2));
      return all_digits(symbol) && symbol.size() == 6 ? read_stock_code(symbol) : std::nullopt;
    case Writing::NetEase:
      return netease_writing(symbol);
    case Writing::Futu:
      return futu_writing(symbol);
  }
  return std::nullopt;
}

class Reader {
 public:
  Reader(std::string_view text, std::vector<WrittenCode>& found) : text_(text), found_(found) {}

  // Adds the code that begins at `at`.
  void add(std::size_t at, Writing writing) {
    const std::string_view symbol = symbol_at(text_.substr(at));
    std::optional<StockCode> code = symbol.empty() ? std::nullopt : read_as(symbol, writing);
    if (code) found_.push_back({*code, at});
  }

  // Adds each of several, between which one of `separators` stands.
  void add_all(std::size_t at, std::string_view separators, Writing writing) {
    while (at < text_.size()) {
      while (at < text_.size() && ascii_space(text_[at])) ++at;
      add(at, writing);
      const std::size_t next = text_.find_first_of(separators, at);
      if (next == std::string_view::npos) return;
      at = next + 1;
      if (text_[next] == '&' && announces(text_.substr(at), "amp;")) at += 4;
    }
  }

 private:
  std::string_view text_;
  std::vector<WrittenCode>& found_;
};

std::size_t host_at(std::string_view url) {
  std::size_t at = 0;
  for (const std::string_view scheme : {"https:", "http:"})
    if (announces(url, scheme)) at = scheme.size();
  if (starts_with(url.substr(at), "//")) at += 2;
  if (announces(url.substr(at), "www.")) at += 4;
  return at;
}

}  // namespace

bool read_stock_id(std::string_view value, std::vector<WrittenCode>& found) {
  Reader reader(value, found);
  for (const Announced& form : kIds)
    if (announces(value, form.by)) {
      if (symbol_at(value.substr(form.by.size())).size() == value.size() - form.by.size())
        reader.add(form.by.size(), form.writing);
      return true;
    }
  if (!announces(value, kQuoteId)) return true;
  reader.add(kQuoteId.size(), Writing::WithExchange);
  return false;
}

void read_stock_url(std::string_view url, std::vector<WrittenCode>& found) {
  Reader reader(url, found);
  const std::size_t host = host_at(url);
  const std::string_view rest = url.substr(host);
  for (const Announced& form : kPages) {
    if (!announces(rest, form.by)) continue;
    const std::size_t at = host + form.by.size();
    if (form.writing == Writing::Quotes) return reader.add_all(at, ",", form.writing);
    return reader.add(at, form.writing);
  }
  if (announces(rest, kDataHost)) {
    for (const Announced& form : kDataParts)
      if (const std::size_t part = url.find(form.by); part != std::string_view::npos)
        return reader.add(part + form.by.size(), form.writing);
  }
  if (rest.substr(0, rest.find('/')).find(kOldHost) == std::string_view::npos) return;
  if (const std::size_t old = url.find(kOldQuotes); old != std::string_view::npos)
    reader.add(old + kOldQuotes.size(), Writing::Old);
}

void read_xueqiu_symbol(std::string_view symbol, std::vector<WrittenCode>& found) {
  if (symbol_at(symbol).size() == symbol.size()) Reader(symbol, found).add(0, Writing::Xueqiu);
}

void read_stock_keywords(std::string_view comment, std::vector<WrittenCode>& found) {
  const auto begin = static_cast<std::size_t>(
      std::find_if_not(comment.begin(), comment.end(), ascii_space) - comment.begin());
  if (!announces(comment.substr(begin), kKeywords)) return;
  Reader(comment.substr(0, comment.find("--")), found)
      .add_all(begin + kKeywords.size(), "&,", Writing::WithExchange);
}

}  // namespace articles
