#include "encoding/declared.h"

#include <optional>
#include <utility>

#include "base/ascii.h"
#include "html/syntax/markup.h"
#include "html/syntax/tag_scanner.h"

namespace articles {
namespace {

constexpr auto kNowhere = std::string_view::npos;
constexpr std::string_view kXmlDeclaration = "<?xml";

// Labels that encoding_of_label() does not list, but that end the search: the standard knows them.
// Those that it does not know end nothing.
constexpr std::string_view kOtherLabels[] = {"csiso2022jp",
                                             "csiso2022kr",
                                             "csunicode",
                                             "hz-gb-2312",
                                             "iso-10646-ucs-2",
                                             "iso-2022-cn",
                                             "iso-2022-cn-ext",
                                             "iso-2022-jp",
                                             "iso-2022-kr",
                                             "replacement",
                                             "ucs-2",
                                             "unicode",
                                             "unicode-1-1-utf-8",
                                             "unicode11utf8",
                                             "unicode20utf8",
                                             "unicodefeff",
                                             "unicodefffe",
                                             "utf-16",
                                             "utf-16be",
                                             "utf-16le",
                                             "utf-8",
                                             "utf8",
                                             "x-unicode20utf8",
                                             "x-user-defined"};

// A label that the standard knows; `encoding` is nullptr if the label does not count here.
struct Declaration {
  const Encoding* encoding = nullptr;
};

std::optional<Declaration> read_label(std::string_view label) {
  if (const Encoding* const encoding = encoding_of_label(label)) return Declaration{encoding};
  if (is_one_of_ignoring_case(trim_spaces(label), kOtherLabels)) return Declaration{};
  return std::nullopt;
}

std::string_view without_leading_spaces(std::string_view text) {
  while (!text.empty() && ascii_space(text.front())) text.remove_prefix(1);
  return text;
}

// The label in `text/html; charset=gbk`.
// https://html.spec.whatwg.org/multipage/urls-and-fetching.html#extracting-character-encodings-from-meta-elements
std::optional<Declaration> declaration_in_content(std::string_view content) {
  constexpr std::string_view kCharset = "charset";
  while (content.size() >= kCharset.size()) {
    if (!starts_with_ignoring_case(content, kCharset)) {
      content.remove_prefix(1);
      continue;
    }
    content = without_leading_spaces(content.substr(kCharset.size()));
    if (!starts_with(content, "=")) continue;
    content = without_leading_spaces(content.substr(1));
    if (content.empty()) return std::nullopt;
    if (const char quote = content.front(); quote == '"' || quote == '\'') {
      const std::size_t close = content.find(quote, 1);
      if (close == kNowhere) return std::nullopt;
      return read_label(content.substr(1, close - 1));
    }
    std::size_t end = 0;
    while (end < content.size() && !ascii_space(content[end]) && content[end] != ';') ++end;
    return read_label(content.substr(0, end));
  }
  return std::nullopt;
}

// What the attributes of a `<meta>` declare. An attribute that is repeated counts once.
class MetaDeclaration {
 public:
  void add(std::string_view name, std::string_view value) {
    if (is_first(name, "http-equiv", has_pragma_)) {
      is_content_type_ = same_ignoring_case(value, "content-type");
    } else if (is_first(name, "content", has_content_)) {
      if (const auto declared = declaration_in_content(value); declared && !has_charset_) {
        declared_ = declared;
        needs_pragma_ = true;
      }
    } else if (is_first(name, "charset", has_charset_)) {
      declared_ = read_label(value);
      needs_pragma_ = false;
    }
  }

  std::optional<Declaration> result() const {
    return needs_pragma_ && !is_content_type_ ? std::nullopt : declared_;
  }

 private:
  static bool is_first(std::string_view name, std::string_view wanted, bool& seen) {
    return same_ignoring_case(name, wanted) && !std::exchange(seen, true);
  }

  bool has_pragma_ = false, has_content_ = false, has_charset_ = false;
  bool is_content_type_ = false;
  bool needs_pragma_ = false;
  std::optional<Declaration> declared_;
};

// https://html.spec.whatwg.org/multipage/parsing.html#concept-get-xml-encoding-when-sniffing
const Encoding* xml_encoding(std::string_view page) {
  if (!starts_with(page, kXmlDeclaration)) return nullptr;
  const std::size_t end = page.find('>');
  if (end == kNowhere) return nullptr;
  page = page.substr(0, end);
  constexpr std::string_view kName = "encoding";
  const std::size_t name = page.find(kName);
  if (name == kNowhere) return nullptr;
  const auto skip_controls = [&] {
    while (!page.empty() && static_cast<unsigned char>(page.front()) <= ' ') page.remove_prefix(1);
  };
  page.remove_prefix(name + kName.size());
  skip_controls();
  if (!starts_with(page, "=")) return nullptr;
  page.remove_prefix(1);
  skip_controls();
  if (!starts_with(page, "\"") && !starts_with(page, "'")) return nullptr;
  const std::size_t close = page.find(page.front(), 1);
  if (close == kNowhere) return nullptr;
  const std::string_view label = page.substr(1, close - 1);
  return trim_spaces(label) == label ? encoding_of_label(label) : nullptr;
}

// The offset behind the tag whose name begins at `name`; kNowhere if the page ends within it. A
// `<meta>` that declares an encoding sets `declared`.
std::size_t read_tag(std::string_view page, std::size_t name, bool is_start,
                     std::optional<Declaration>& declared) {
  const std::string_view rest = page.substr(name);
  constexpr std::string_view kMeta = "meta";
  const bool is_meta = is_start && starts_with_ignoring_case(rest, kMeta) &&
                       rest.size() > kMeta.size() && kBetweenAttributes(rest[kMeta.size()]);
  const std::size_t behind_name = is_meta ? kMeta.size() : rest.find_first_of(" \t\n\f\r>");
  if (behind_name == kNowhere) return kNowhere;
  AttributeScanner attributes(rest.substr(behind_name));
  MetaDeclaration meta;
  while (attributes.next())
    if (is_meta) meta.add(attributes.name(), attributes.value());
  if (!attributes.is_closed()) return kNowhere;
  if (is_meta) declared = meta.result();
  return name + behind_name + attributes.end();
}

}  // namespace

const Encoding* declared_encoding(std::string_view page) noexcept {
  page = page.substr(0, kDeclarationBytes);
  std::optional<Declaration> declared;
  for (std::size_t at = page.find('<'); at != kNowhere; at = page.find('<', at)) {
    const TokenKind kind = token_kind(page, at);
    if (kind == TokenKind::Text) {
      ++at;
    } else if (kind == TokenKind::Comment) {
      at = page.find("-->", at + 2);  // its dashes may be those of `<!--`
    } else if (kind == TokenKind::BogusComment) {
      at = page.find('>', at);
    } else {
      const bool is_start = kind == TokenKind::StartTag;
      at = read_tag(page, at + (is_start ? 1 : 2), is_start, declared);
      if (declared) return declared->encoding;
    }
    if (at == kNowhere) break;
  }
  return xml_encoding(page);
}

bool may_declare_encoding(std::string_view file, std::string_view body) noexcept {
  return is_named_html(file) || starts_with(body, kXmlDeclaration) ||
         begins_with_tag(body.substr(0, kDeclarationBytes));
}

}  // namespace articles
