#include "html/query/selector_match.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

#include "base/ascii.h"

namespace articles {
namespace {

using Set = std::vector<std::uint8_t>;
using Kind = Selector::Kind;
using Combinator = Selector::Combinator;
using Operator = Selector::Operator;

bool equal(std::string_view a, std::string_view b, bool ignore_case) {
  return ignore_case ? same_ignoring_case(a, b) : a == b;
}

// memmem of the C library is linear, which std::string_view::find is not.
bool contains(std::string_view text, std::string_view part) {
  return !part.empty() && memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

bool contains(std::string_view text, std::string_view part, bool ignore_case) {
  return ignore_case ? contains(ascii_lower(text), ascii_lower(part)) : contains(text, part);
}

bool compare(const Selector::Simple& simple, std::string_view value) {
  const std::string_view wanted = simple.value;
  const bool fits = value.size() >= wanted.size() && !wanted.empty();
  switch (simple.comparison) {
    case Operator::Exists:
      return true;
    case Operator::Equals:
      return equal(value, wanted, simple.ignore_case);
    case Operator::Includes:
      return any_word(
          value, [&](std::string_view word) { return equal(word, wanted, simple.ignore_case); });
    case Operator::DashMatch:
      return equal(value.substr(0, wanted.size()), wanted, simple.ignore_case) &&
             (value.size() == wanted.size() || value[wanted.size()] == '-');
    case Operator::Prefix:
      return fits && equal(value.substr(0, wanted.size()), wanted, simple.ignore_case);
    case Operator::Suffix:
      return fits && equal(value.substr(value.size() - wanted.size()), wanted, simple.ignore_case);
    case Operator::Substring:
      return contains(value, wanted, simple.ignore_case);
  }
  return false;
}

// Whether the element has no children but comments and white space (Selectors 4, :empty).
bool is_empty(const GumboNode& node) {
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(children.data[i]);
    if (child.type != GUMBO_NODE_COMMENT && child.type != GUMBO_NODE_WHITESPACE) return false;
  }
  return true;
}

bool is_nth(const Selector::Simple& simple, const SiblingPosition& position) {
  const std::size_t from_start = simple.of_type ? position.of_type : position.child;
  const std::size_t from_end = simple.of_type ? position.of_type_from_end : position.child_from_end;
  const auto index = static_cast<std::int64_t>(simple.from_end ? from_end : from_start);
  const std::int64_t distance = index - simple.offset;
  return simple.step == 0 ? distance == 0
                          : distance % simple.step == 0 && distance / simple.step >= 0;
}

class Matcher {
 public:
  Matcher(const ElementTable& table, const InterruptCheck& interrupted)
      : table_(table), elements_(table.elements()), interrupted_(interrupted) {}

  Set list(const Selector::List& list) {
    Set result(elements_.size(), 0);
    for (const Selector::Complex& complex : list) {
      Set matched = first_compound(complex);
      for (std::size_t i = 1; i < complex.steps.size(); ++i)
        matched =
            compound(complex.steps[i].compound, reached(matched, complex.steps[i].combinator));
      for (std::size_t i = 0; i < result.size(); ++i) result[i] |= matched[i];
    }
    return result;
  }

 private:
  Set all() const {
    Set set(elements_.size(), 1);
    return set;
  }

  Set first_compound(const Selector::Complex& complex) {
    return compound(complex.steps.front().compound, all());
  }

  // The elements that the combinator reaches from one of `from`: top-down.
  Set reached(const Set& from, Combinator combinator) const {
    Set result(elements_.size(), 0);
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      const std::size_t parent = elements_[i].parent;
      const std::size_t previous = elements_[i].previous;
      switch (combinator) {
        case Combinator::Descendant:
          result[i] = parent != kNoElement && (from[parent] != 0 || result[parent] != 0);
          break;
        case Combinator::Child:
          result[i] = parent != kNoElement && from[parent] != 0;
          break;
        case Combinator::Next:
          result[i] = previous != kNoElement && from[previous] != 0;
          break;
        case Combinator::Later:
          result[i] = previous != kNoElement && (from[previous] != 0 || result[previous] != 0);
          break;
      }
    }
    return result;
  }

  // The elements from which the combinator reaches one of `to`: bottom-up, for :has().
  Set reaching(const Set& to, Combinator combinator) const {
    Set result(elements_.size(), 0);
    for (std::size_t i = elements_.size(); i-- > 0;) {
      const std::size_t parent = elements_[i].parent;
      const std::size_t previous = elements_[i].previous;
      switch (combinator) {
        case Combinator::Descendant:
          if (parent != kNoElement && (to[i] != 0 || result[i] != 0)) result[parent] = 1;
          break;
        case Combinator::Child:
          if (parent != kNoElement && to[i] != 0) result[parent] = 1;
          break;
        case Combinator::Next:
          if (previous != kNoElement && to[i] != 0) result[previous] = 1;
          break;
        case Combinator::Later:
          if (previous != kNoElement && (to[i] != 0 || result[i] != 0)) result[previous] = 1;
          break;
      }
    }
    return result;
  }

  Set has(const Selector::List& list) {
    Set result(elements_.size(), 0);
    for (const Selector::Complex& complex : list) {
      Set candidates = all();
      for (std::size_t i = complex.steps.size(); i-- > 0;)
        candidates = reaching(compound(complex.steps[i].compound, std::move(candidates)),
                              complex.steps[i].combinator);
      for (std::size_t i = 0; i < result.size(); ++i) result[i] |= candidates[i];
    }
    return result;
  }

  // The elements of `candidates` that match every simple selector of the compound.
  Set compound(const std::vector<Selector::Simple>& simples, Set candidates) {
    for (const Selector::Simple& part : simples) {
      stop_if(interrupted_);
      Set inner;
      if (part.kind == Kind::Has)
        inner = has(*part.list);
      else if (part.list != nullptr)
        inner = list(*part.list);
      if (part.kind == Kind::Nth && !positions_) positions_ = table_.sibling_positions();
      for (std::size_t i = 0; i < candidates.size(); ++i)
        if (candidates[i] != 0) candidates[i] = simple(part, i, inner) ? 1 : 0;
    }
    return candidates;
  }

  // The value of an attribute that has no namespace.
  std::optional<std::string_view> attribute(const ElementRecord& element, std::string_view name) {
    const GumboVector& attributes = element.node->v.element.attributes;
    for (unsigned i = 0; i < attributes.length; ++i) {
      const auto& one = *static_cast<const GumboAttribute*>(attributes.data[i]);
      if (one.attr_namespace != GUMBO_ATTR_NAMESPACE_NONE || !same_ignoring_case(one.name, name))
        continue;
      return table_.tree().with_controls(one.value, value_);
    }
    return std::nullopt;
  }

  bool simple(const Selector::Simple& part, std::size_t i, const Set& inner) {
    const ElementRecord& element = elements_[i];
    switch (part.kind) {
      case Kind::Type:
        return element.name == part.name;
      case Kind::Id:
        return attribute(element, "id") == std::string_view(part.name);
      case Kind::Class: {
        const std::optional<std::string_view> classes = attribute(element, "class");
        return classes &&
               any_word(*classes, [&](std::string_view word) { return word == part.name; });
      }
      case Kind::Attribute: {
        const std::optional<std::string_view> value = attribute(element, part.name);
        return value && compare(part, *value);
      }
      case Kind::Root:
        return table_.tree().is_document() && element.parent == kNoElement;
      case Kind::Empty:
        return is_empty(*element.node);
      case Kind::Nth:
        return is_nth(part, (*positions_)[i]);
      case Kind::Not:
        return inner[i] == 0;
      case Kind::Is:
      case Kind::Has:
        return inner[i] != 0;
    }
    return false;
  }

  const ElementTable& table_;
  const std::vector<ElementRecord>& elements_;
  const InterruptCheck& interrupted_;
  std::optional<std::vector<SiblingPosition>> positions_;
  std::string value_;  // the last attribute value that with_controls() had to change
};

}  // namespace

std::vector<std::uint8_t> match(const ElementTable& table, const Selector::List& list,
                                const InterruptCheck& interrupted) {
  return Matcher(table, interrupted).list(list);
}

}  // namespace articles
