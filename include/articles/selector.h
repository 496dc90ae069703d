// CSS selectors: https://www.w3.org/TR/selectors-4/, those that depend on the tree alone.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace articles {

// A selector list: types, *, #id, .class, [attributes] with the operators = ~= |= ^= $= *= and the
// flags i and s; the combinators descendant, >, +, ~; :root, :empty, :first-child, :last-child,
// :only-child, :nth-child(), :nth-last-child(), the same with -of-type; :not(), :is(), :where(),
// :has(). Escapes and quoted strings are those of CSS. Names of elements and attributes ignore
// ASCII case. Immutable: any thread may use it.
class Selector {
 public:
  // Throws Error, which names the selector and the offset in bytes, if `text` is anything else, is
  // longer than 4,096 bytes or nests more than 32 parentheses.
  explicit Selector(std::string_view text);

  const std::string& text() const noexcept { return text_; }

  struct Complex;
  using List = std::vector<Complex>;

  enum class Operator : std::uint8_t {
    Exists,
    Equals,
    Includes,
    DashMatch,
    Prefix,
    Suffix,
    Substring
  };
  enum class Kind : std::uint8_t { Type, Id, Class, Attribute, Root, Empty, Nth, Not, Is, Has };

  struct Simple {
    Kind kind = Kind::Type;
    std::string name;   // Type, Attribute: in lower case; Id, Class: as written
    std::string value;  // Attribute
    Operator comparison = Operator::Exists;
    bool ignore_case = false;
    std::int64_t step = 0, offset = 0;  // Nth: the positions step × n + offset, for n = 0, 1 …
    bool from_end = false, of_type = false;
    std::shared_ptr<const List> list;  // Not, Is, Has
  };
  enum class Combinator : char { Descendant = ' ', Child = '>', Next = '+', Later = '~' };
  struct Step {
    Combinator combinator;         // before the compound; used for the first step in :has() only
    std::vector<Simple> compound;  // empty: any element
  };
  struct Complex {
    std::vector<Step> steps;
  };

  const List& list() const noexcept { return list_; }

 private:
  std::string text_;
  List list_;
};

}  // namespace articles
