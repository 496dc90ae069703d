// CSS selectors: https://www.w3.org/TR/selectors-4/, the part that asks for nothing but the tree.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace articles {

// A selector list: types, *, #id, .class, [attributes] with the operators = ~= |= ^= $= *= and the
// flag i; the combinators descendant, >, +, ~; :root :empty :first-child :last-child :only-child
// :nth-child() :nth-last-child(), the same -of-type; :not() :is() :where() :has(). Escapes and
// quoted strings as in CSS. Names of elements and attributes ignore ASCII case.
// Immutable: any thread may use it.
class Selector {
 public:
  // Throws Error, which shows the selector and the place, for anything else.
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
    std::int64_t step = 0, offset = 0;  // Nth: the positions step × n + offset, n from 0
    bool from_end = false, of_type = false;
    std::shared_ptr<const List> list;  // Not, Is, Has
  };
  enum class Combinator : char { Descendant = ' ', Child = '>', Next = '+', Later = '~' };
  struct Step {
    Combinator combinator;         // before the compound; of the first step only within :has()
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
