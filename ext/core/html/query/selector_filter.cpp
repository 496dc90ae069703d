#include "html/query/selector_filter.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "base/ascii.h"
#include "base/character_references.h"
#include "base/utf8.h"

namespace articles {
namespace {

using Kind = Selector::Kind;

// memmem of the C library is linear, which std::string_view::find is not.
bool contains(std::string_view html, std::string_view part) {
  return memmem(html.data(), html.size(), part.data(), part.size()) != nullptr;
}

// A character that no character reference stands for but a numeric one, and those of
// has_reference_to_plain().
bool is_plain(char c) {
  return ascii_alnum(c) || c == '-' || c == '_';
}

bool has_reference_to_plain(std::string_view html) {
  for (std::size_t at = html.find('&'); at != std::string_view::npos; at = html.find('&', at + 1)) {
    const std::string_view name = html.substr(at + 1);
    if (starts_with(name, "#")) {
      const NumericReference reference = read_numeric_reference(html, at + 2);
      if (reference.code < 0x80 && is_plain(static_cast<char>(reference.code))) return true;
    } else if (starts_with(name, "lowbar") || starts_with(name, "fjlig") ||
               starts_with(name, "UnderBar")) {
      return true;
    }
  }
  return false;
}

// The elements that the parser, or a limit on its input, makes without a tag of their name. It also
// makes an img of image.
constexpr std::string_view kMadeElements[] = {"html",  "head", "body", "colgroup",
                                              "tbody", "tr",   "div",  "br"};

class Filter {
 public:
  explicit Filter(std::string_view html) : html_(html) {}

  bool list(const Selector::List& list) {
    return std::any_of(list.begin(), list.end(),
                       [&](const Selector::Complex& one) { return complex(one); });
  }

 private:
  // Each step of it matches an element.
  bool complex(const Selector::Complex& complex) {
    return std::all_of(complex.steps.begin(), complex.steps.end(), [&](const Selector::Step& step) {
      return std::all_of(step.compound.begin(), step.compound.end(),
                         [&](const Selector::Simple& part) { return simple(part); });
    });
  }

  bool simple(const Selector::Simple& part) {
    switch (part.kind) {
      case Kind::Type:
        return may_have_element(part.name);
      case Kind::Id:
      case Kind::Class:
        return may_have_value(part.name);
      case Kind::Is:
      case Kind::Has:
        return list(*part.list);
      case Kind::Attribute:
      case Kind::Root:
      case Kind::Empty:
      case Kind::Nth:
      case Kind::Not:
        break;
    }
    return true;
  }

  bool may_have_element(std::string_view name) {
    if (is_one_of(name, kMadeElements) || is_replaced(name) || has_tag(name)) return true;
    return name == "img" && has_tag("image");
  }

  // Whether a start tag or an end tag begins with the name; in any ASCII case, as tags are written.
  bool has_tag(std::string_view name) const {
    for (std::size_t at = html_.find('<'); at != std::string_view::npos;
         at = html_.find('<', at + 1)) {
      std::string_view tag = html_.substr(at + 1, name.size() + 1);
      if (starts_with(tag, "/")) tag.remove_prefix(1);
      if (same_ignoring_case(tag.substr(0, name.size()), name)) return true;
    }
    return false;
  }

  // Whether an attribute may have this name as its value, or as a word of it.
  bool may_have_value(std::string_view name) {
    if (contains(html_, name) || is_replaced(name)) return true;
    if (!std::all_of(name.begin(), name.end(), is_plain)) return contains(html_, "&");
    if (!has_reference_) has_reference_ = has_reference_to_plain(html_);
    return *has_reference_;
  }

  // Whether the name has a character that the parser puts in the place of others: U+FFFD for NUL
  // and the like, a line feed for a carriage return.
  static bool is_replaced(std::string_view name) {
    return contains(name, kReplacementBytes) || contains(name, "\n");
  }

  std::string_view html_;
  std::optional<bool> has_reference_;  // has_reference_to_plain(html_), when it is needed
};

}  // namespace

bool may_match(const Selector::List& list, std::string_view html) {
  return Filter(html).list(list);
}

}  // namespace articles
