#include "stocks/link_codes.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "html/syntax/bytes.h"
#include "stocks/code_ranges.h"
#include "stocks/symbol.h"
#include "stocks/url_patterns.h"

namespace articles {
namespace {

// The characters of a symbol: a table, because a chain of comparisons mispredicts.
constexpr CharacterSet kSymbolChar(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.$_-");

// The symbol that `text` begins with, without the extension of a file name.
std::string_view symbol_at(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && kSymbolChar(text[size])) ++size;
  text = text.substr(0, size);
  if (!ends_with(text, "l")) return text;
  for (const std::string_view extension : {".html", ".phtml", ".shtml"})
    if (ends_with(text, extension)) text.remove_suffix(extension.size());
  return text;
}

// starts_with_ignoring_case(), faster for text that begins with another letter or is written as
// `prefix` is.
// REQUIRES: !prefix.empty()
bool starts_with_pattern(std::string_view text, std::string_view prefix) {
  assert(!prefix.empty());
  return text.size() >= prefix.size() && ascii_lower(text[0]) == ascii_lower(prefix[0]) &&
         (starts_with(text, prefix) || starts_with_ignoring_case(text, prefix));
}

bool has_small_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c != ascii_upper(c); });
}

// The symbol behind us is in capitals: usindex is not a code.
std::optional<StockCode> read_with_exchange(std::string_view symbol) {
  const bool is_us = starts_with(symbol, "us") && !starts_with(symbol, "usr_");
  if (is_us && has_small_letter(symbol.substr(2))) return std::nullopt;
  return read_prefixed_code(symbol);
}

std::optional<StockCode> read_any_format(std::string_view symbol) {
  if (!all_digits(symbol)) return read_with_exchange(symbol);
  if (symbol.size() == 5) return make_code(Exchange::HongKong, symbol);
  return symbol.size() == 6 ? read_stock_code(symbol) : std::nullopt;
}

std::optional<StockCode> read_fund_format(std::string_view symbol) {
  const std::optional<StockCode> code = read_any_format(symbol);
  return code && kind_of(*code) == StockKind::Fund ? code : std::nullopt;
}

std::optional<StockCode> read_xueqiu_format(std::string_view symbol) {
  if (all_digits(symbol))
    return symbol.size() == 5 ? make_code(Exchange::HongKong, symbol) : std::nullopt;
  return read_stock_code(symbol);
}

std::optional<StockCode> read_netease_format(std::string_view symbol) {
  if (symbol.size() != 7) return std::nullopt;
  if (symbol[0] == '0') return make_code(Exchange::Shanghai, symbol.substr(1));
  if (symbol[0] == '1') return make_code(Exchange::Shenzhen, symbol.substr(1));
  return std::nullopt;
}

std::optional<StockCode> read_futu_format(std::string_view symbol) {
  const std::size_t dash = symbol.rfind('-');
  if (dash == std::string_view::npos) return std::nullopt;
  return read_stock_code(std::string(symbol.substr(0, dash)) + "." +
                         std::string(symbol.substr(dash + 1)));
}

std::optional<StockCode> read_as(std::string_view symbol, CodeFormat format) {
  switch (format) {
    case CodeFormat::WithExchange:
    case CodeFormat::Quotes:
      return read_with_exchange(symbol);
    case CodeFormat::HongKong:
      return make_code(Exchange::HongKong, symbol);
    case CodeFormat::Us:
      return make_code(Exchange::Us, symbol);
    case CodeFormat::Fund:
      return read_fund_format(symbol);
    case CodeFormat::Any:
      return read_any_format(symbol);
    case CodeFormat::Old:
      if (all_digits(symbol) && symbol.size() == 4 && symbol[0] == '0')
        return make_code(Exchange::Shenzhen, "00" + std::string(symbol));
      return read_any_format(symbol);
    case CodeFormat::Xueqiu:
      return read_xueqiu_format(symbol);
    case CodeFormat::Market:
      return symbol.find('.') == std::string_view::npos ? std::nullopt : read_stock_code(symbol);
    case CodeFormat::Ths:
      if (starts_with_pattern(symbol, "HK")) return make_code(Exchange::HongKong, symbol.substr(2));
      return all_digits(symbol) && symbol.size() == 6 ? read_stock_code(symbol) : std::nullopt;
    case CodeFormat::NetEase:
      return read_netease_format(symbol);
    case CodeFormat::Futu:
      return read_futu_format(symbol);
  }
  return std::nullopt;
}

class CodeCollector {
 public:
  CodeCollector(std::string_view text, std::vector<WrittenCode>& found)
      : text_(text), found_(found) {}

  // Adds the code that begins at `offset`, if there is one.
  void add(std::size_t offset, CodeFormat format) {
    const std::string_view symbol = symbol_at(text_.substr(offset));
    std::optional<StockCode> code = symbol.empty() ? std::nullopt : read_as(symbol, format);
    if (code) found_.push_back({*code, offset});
  }

  // Adds each code of a list from `offset` on; the characters of `separators` separate its items.
  void add_all(std::size_t offset, std::string_view separators, CodeFormat format) {
    while (offset < text_.size()) {
      while (offset < text_.size() && ascii_space(text_[offset])) ++offset;
      add(offset, format);
      const std::size_t next = text_.find_first_of(separators, offset);
      if (next == std::string_view::npos) return;
      offset = next + 1;
      if (text_[next] == '&' && starts_with_pattern(text_.substr(offset), "amp;")) offset += 4;
    }
  }

 private:
  std::string_view text_;
  std::vector<WrittenCode>& found_;
};

std::size_t offset_of_host(std::string_view url) {
  std::size_t at = 0;
  for (const std::string_view scheme : {"https:", "http:"})
    if (starts_with_pattern(url, scheme)) at = scheme.size();
  if (starts_with(url.substr(at), "//")) at += 2;
  if (starts_with_pattern(url.substr(at), "www.")) at += 4;
  return at;
}

}  // namespace

bool read_stock_id(std::string_view value, std::vector<WrittenCode>& found) {
  CodeCollector codes(value, found);
  for (const UrlPattern& pattern : kIdPrefixes)
    if (starts_with_pattern(value, pattern.prefix)) {
      if (symbol_at(value.substr(pattern.prefix.size())).size() ==
          value.size() - pattern.prefix.size())
        codes.add(pattern.prefix.size(), pattern.format);
      return true;
    }
  if (!starts_with_pattern(value, kQuoteIdPrefix)) return true;
  codes.add(kQuoteIdPrefix.size(), CodeFormat::WithExchange);
  return false;
}

void read_stock_url(std::string_view url, std::vector<WrittenCode>& found) {
  CodeCollector codes(url, found);
  const std::size_t host = offset_of_host(url);
  const std::string_view rest = url.substr(host);
  for (const UrlPattern& pattern : kPagePatterns) {
    if (!starts_with_pattern(rest, pattern.prefix)) continue;
    const std::size_t at = host + pattern.prefix.size();
    if (pattern.format == CodeFormat::Quotes) return codes.add_all(at, ",", pattern.format);
    return codes.add(at, pattern.format);
  }
  if (size_of_first(rest, kFundHosts) != 0) {
    const std::string_view path = url.substr(0, url.find_first_of("?#"));
    return codes.add(path.find_last_of("/_") + 1, CodeFormat::Fund);
  }
  if (starts_with_pattern(rest, kDataHost)) {
    for (const UrlPattern& pattern : kDataPathPatterns)
      if (const std::size_t part = url.find(pattern.prefix); part != std::string_view::npos)
        return codes.add(part + pattern.prefix.size(), pattern.format);
  }
  if (rest.substr(0, rest.find('/')).find(kOldHost) == std::string_view::npos) return;
  if (const std::size_t old = url.find(kOldQuotes); old != std::string_view::npos)
    codes.add(old + kOldQuotes.size(), CodeFormat::Old);
}

void read_xueqiu_symbol(std::string_view symbol, std::vector<WrittenCode>& found) {
  if (symbol_at(symbol).size() == symbol.size())
    CodeCollector(symbol, found).add(0, CodeFormat::Xueqiu);
}

void read_stock_keywords(std::string_view comment, std::vector<WrittenCode>& found) {
  const auto begin = static_cast<std::size_t>(
      std::find_if_not(comment.begin(), comment.end(), ascii_space) - comment.begin());
  if (!starts_with_pattern(comment.substr(begin), kKeywordPrefix)) return;
  CodeCollector(comment.substr(0, comment.find("--")), found)
      .add_all(begin + kKeywordPrefix.size(), "&,", CodeFormat::WithExchange);
}

}  // namespace articles
