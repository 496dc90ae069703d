#include "articles/selector.h"

#include "articles/error.h"
#include "base/ascii.h"
#include "base/quote.h"
#include "base/utf8.h"

namespace articles {
namespace {

constexpr std::size_t kMaxBytes = 4'096;
constexpr int kMaxNesting = 32;
constexpr std::int64_t kMaxNumber = 1'000'000'000;

bool is_name_char(char c) {
  return ascii_alnum(c) || c == '-' || c == '_' || !is_ascii(c);
}

// Whether HTML compares the values of the attribute without regard to ASCII case:
// https://html.spec.whatwg.org/#case-sensitivity-of-selectors
bool ignores_case(std::string_view attribute) {
  static constexpr std::string_view kNames[] = {
      "accept",     "accept-charset", "align",     "alink",    "axis",     "bgcolor", "charset",
      "checked",    "clear",          "codetype",  "color",    "compact",  "declare", "defer",
      "dir",        "direction",      "disabled",  "enctype",  "face",     "frame",   "hreflang",
      "http-equiv", "lang",           "language",  "link",     "media",    "method",  "multiple",
      "nohref",     "noresize",       "noshade",   "nowrap",   "readonly", "rel",     "rev",
      "rules",      "scope",          "scrolling", "selected", "shape",    "target",  "text",
      "type",       "valign",         "valuetype", "vlink"};
  return is_one_of(attribute, kNames);
}

class SelectorParser {
 public:
  explicit SelectorParser(std::string_view text) : text_(text) {}

  Selector::List parse() {
    if (text_.size() > kMaxBytes)
      throw Error("selector of " + std::to_string(text_.size()) + " bytes: the limit is " +
                  std::to_string(kMaxBytes));
    Selector::List list = selector_list(false);
    if (offset_ < text_.size()) fail("an unexpected character");
    return list;
  }

 private:
  using Simple = Selector::Simple;
  using Kind = Selector::Kind;
  using Combinator = Selector::Combinator;

  [[noreturn]] void fail(const char* reason) const {
    throw Error("selector " + quote(text_) + ": " + reason + " at byte " +
                std::to_string(offset_ + 1));
  }

  char peek() const { return offset_ < text_.size() ? text_[offset_] : '\0'; }
  bool eat(char c) {
    if (peek() != c || offset_ >= text_.size()) return false;
    ++offset_;
    return true;
  }
  bool skip_spaces() {
    const std::size_t before = offset_;
    while (offset_ < text_.size() && ascii_space(text_[offset_])) ++offset_;
    return offset_ != before;
  }

  // Reads up to the end or a closing parenthesis.
  Selector::List selector_list(bool relative) {
    Selector::List list;
    do list.push_back(complex(relative));
    while (eat(','));
    return list;
  }

  // Reads a combinator. Without one returns false and leaves `result` as it is.
  bool combinator(Combinator& result) {
    const bool spaces = skip_spaces();
    for (const char c : {'>', '+', '~'}) {
      if (!eat(c)) continue;
      skip_spaces();
      result = static_cast<Combinator>(c);
      return true;
    }
    const bool ends = offset_ >= text_.size() || peek() == ',' || peek() == ')';
    if (!spaces || ends) return false;
    result = Combinator::Descendant;
    return true;
  }

  Selector::Complex complex(bool relative) {
    Selector::Complex result;
    skip_spaces();
    Combinator before = Combinator::Descendant;
    if (relative) combinator(before);
    do result.steps.push_back({before, compound()});
    while (combinator(before));
    return result;
  }

  std::vector<Simple> compound() {
    std::vector<Simple> simples;
    const std::size_t begin = offset_;
    if (eat('*')) {
    } else if (starts_name()) {
      Simple type;
      type.name = ascii_lower(name());
      simples.push_back(std::move(type));
    }
    for (;;) {
      if (eat('#'))
        simples.push_back(named(Kind::Id));
      else if (eat('.'))
        simples.push_back(named(Kind::Class));
      else if (eat('['))
        simples.push_back(attribute());
      else if (peek() == ':')
        pseudo_class(simples);
      else
        break;
    }
    if (offset_ == begin)
      fail(offset_ >= text_.size() ? "a selector is missing" : "an unexpected character");
    return simples;
  }

  bool starts_name() const {
    const char c = peek();
    if (offset_ >= text_.size()) return false;
    if (c == '-')
      return offset_ + 1 < text_.size() &&
             (is_name_char(text_[offset_ + 1]) || text_[offset_ + 1] == '\\') &&
             !ascii_digit(text_[offset_ + 1]);
    return (is_name_char(c) && !ascii_digit(c)) || c == '\\';
  }

  Simple named(Kind kind) {
    if (!starts_name()) fail("a name is missing");
    Simple simple;
    simple.kind = kind;
    simple.name = name();
    return simple;
  }

  // An escape of CSS: `\`, followed by up to six hexadecimal digits and an optional white-space
  // character, or by any other character, which stands for itself.
  void escape(std::string& result) {
    ++offset_;
    if (offset_ >= text_.size() || peek() == '\n') fail("an escape is cut short");
    if (hex_value(peek()) < 0) {
      result += text_[offset_++];
      return;
    }
    char32_t code = 0;
    for (int i = 0; i < 6 && hex_value(peek()) >= 0 && offset_ < text_.size(); ++i)
      code = code * 16 + static_cast<char32_t>(hex_value(text_[offset_++]));
    if (ascii_space(peek())) ++offset_;
    const bool is_scalar = code != 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    append_utf8(result, is_scalar ? code : kReplacement);
  }

  std::string name() {
    std::string result;
    while (offset_ < text_.size()) {
      if (peek() == '\\')
        escape(result);
      else if (is_name_char(peek()))
        result += text_[offset_++];
      else
        break;
    }
    return result;
  }

  std::string quoted() {
    const char quote = text_[offset_++];
    std::string result;
    while (peek() != quote) {
      if (offset_ >= text_.size() || peek() == '\n') fail("a quote is not closed");
      if (peek() != '\\') {
        result += text_[offset_++];
      } else if (offset_ + 1 < text_.size() && text_[offset_ + 1] == '\n') {
        offset_ += 2;
      } else {
        escape(result);
      }
    }
    ++offset_;
    return result;
  }

  Selector::Operator comparison() {
    if (eat('=')) return Selector::Operator::Equals;
    const std::size_t begin = offset_;
    const char c = peek();
    ++offset_;
    if (eat('=')) switch (c) {
        case '~':
          return Selector::Operator::Includes;
        case '|':
          return Selector::Operator::DashMatch;
        case '^':
          return Selector::Operator::Prefix;
        case '$':
          return Selector::Operator::Suffix;
        case '*':
          return Selector::Operator::Substring;
        default:
          break;
      }
    offset_ = begin;
    fail("an unknown comparison");
  }

  Simple attribute() {
    Simple simple;
    simple.kind = Kind::Attribute;
    skip_spaces();
    if (!starts_name()) fail("the name of an attribute is missing");
    simple.name = ascii_lower(name());
    skip_spaces();
    if (eat(']')) return simple;
    simple.comparison = comparison();
    skip_spaces();
    if (peek() == '"' || peek() == '\'')
      simple.value = quoted();
    else if (starts_name())
      simple.value = name();
    else
      fail("a value is missing");
    skip_spaces();
    simple.ignore_case = ignores_case(simple.name);
    if (peek() == 'i' || peek() == 'I')
      simple.ignore_case = true, ++offset_;
    else if (peek() == 's' || peek() == 'S')
      simple.ignore_case = false, ++offset_;
    skip_spaces();
    if (!eat(']')) fail("a bracket is not closed");
    return simple;
  }

  void pseudo_class(std::vector<Simple>& simples) {
    const std::size_t begin = offset_++;
    const std::string what = ascii_lower(name());
    if (!eat('(')) {
      if (!plain_pseudo_class(what, simples)) offset_ = begin, fail("an unknown pseudo-class");
      return;
    }
    Simple simple;
    if (what == "not" || what == "is" || what == "where" || what == "has") {
      if (++nesting_ > kMaxNesting) fail("too many levels of parentheses");
      simple.kind = what == "not" ? Kind::Not : what == "has" ? Kind::Has : Kind::Is;
      simple.list = std::make_shared<const Selector::List>(selector_list(what == "has"));
      --nesting_;
    } else if (what == "nth-child" || what == "nth-last-child" || what == "nth-of-type" ||
               what == "nth-last-of-type") {
      simple.kind = Kind::Nth;
      simple.from_end = what.find("last") != std::string::npos;
      simple.of_type = what.find("type") != std::string::npos;
      nth(simple);
    } else {
      offset_ = begin;
      fail("an unknown pseudo-class");
    }
    skip_spaces();
    if (!eat(')')) fail("a parenthesis is not closed");
    simples.push_back(std::move(simple));
  }

  static bool plain_pseudo_class(std::string_view what, std::vector<Simple>& simples) {
    Simple simple;
    if (what == "root")
      simple.kind = Kind::Root;
    else if (what == "empty")
      simple.kind = Kind::Empty;
    else {
      simple.kind = Kind::Nth;
      simple.offset = 1;
      simple.of_type = ends_with(what, "-of-type");
      const std::string_view which = what.substr(0, what.find('-'));
      if (what != std::string(which) + (simple.of_type ? "-of-type" : "-child")) return false;
      if (which == "only")
        simples.push_back(simple);
      else if (which != "first" && which != "last")
        return false;
      simple.from_end = which != "first";
    }
    simples.push_back(std::move(simple));
    return true;
  }

  std::int64_t number() {
    std::int64_t value = 0;
    if (!ascii_digit(peek())) fail("a number is missing");
    while (ascii_digit(peek())) {
      value = value * 10 + (text_[offset_++] - '0');
      if (value > kMaxNumber) fail("too large a number");
    }
    return value;
  }

  // `odd`, `even`, `3`, `2n+1`, `-n + 3`: CSS Syntax, the An+B notation
  void nth(Simple& simple) {
    skip_spaces();
    for (const auto& [word, offset] : {std::pair<std::string_view, int>{"odd", 1}, {"even", 0}}) {
      if (!same_ignoring_case(text_.substr(offset_, word.size()), word)) continue;
      offset_ += word.size();
      simple.step = 2;
      simple.offset = offset;
      return;
    }
    const bool negative = peek() == '-';
    if (!eat('-')) eat('+');
    const bool has_number = ascii_digit(peek());
    std::int64_t value = has_number ? number() : 1;
    if (negative) value = -value;
    if (!eat('n') && !eat('N')) {
      if (!has_number) fail("a number is missing");
      simple.offset = value;
      return;
    }
    simple.step = value;
    skip_spaces();
    if (peek() != '+' && peek() != '-') return;
    const bool minus = text_[offset_++] == '-';
    skip_spaces();
    simple.offset = number();
    if (minus) simple.offset = -simple.offset;
  }

  std::string_view text_;
  std::size_t offset_ = 0;
  int nesting_ = 0;
};

}  // namespace

Selector::Selector(std::string_view text) : text_(text), list_(SelectorParser(text).parse()) {}

}  // namespace articles
