#include "html/tree/open_elements.h"

#include <gumbo.h>

#include <cassert>

#include "base/ascii.h"

namespace articles {
namespace {

// Elements in which other rules hold than in the body.
constexpr std::string_view kUnusual[] = {"select", "svg", "math", "template", "frameset"};
// Elements of SVG and MathML in which the rules of HTML hold.
constexpr std::string_view kIntegrationPoints[] = {
    "foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext"};

bool is_foreign_root(std::string_view name) {
  return name == "svg" || name == "math";
}

bool is_unusual(std::string_view name) {
  return is_one_of_ignoring_case(name, kUnusual);
}

// Whether the start tag closes an open p. dialog and search are given to gumbo as dir.
bool closes_paragraph(const Element& element) {
  switch (element.role) {
    case Role::Block:
    case Role::Paragraph:
    case Role::Heading:
    case Role::Item:
    case Role::Definition:
    case Role::Pre:
    case Role::Form:
    case Role::VoidBlock:
    case Role::Details:
    case Role::Summary:
    case Role::Table:
      return true;
    default:
      return element.name == "dir" || element.name == "dialog" || element.name == "search" ||
             element.name == "plaintext" || element.name == "xmp";
  }
}

// gumbo 0.10.1 takes all elements that it does not know for one and the same.
bool is_known_to_gumbo(std::string_view name) {
  return gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size())) != GUMBO_TAG_UNKNOWN;
}

bool is_same_element(std::string_view a, std::string_view b) {
  return same_ignoring_case(a, b) || (!is_known_to_gumbo(a) && !is_known_to_gumbo(b));
}

}  // namespace

bool OpenElements::opens(const Element& element, bool is_self_closed) const {
  if (element.has(kVoid) || element.role == Role::Ignored) return false;
  if (element.holds_text_only() && !may_be_foreign()) return false;
  if (is_self_closed && is_foreign_root(element.name)) return false;
  // Within svg and math `<path/>` is open and closed at once.
  if (is_self_closed && unusual_ > 0 && !element.has(kEndsForeign))
    for (std::size_t i = entries_.size(); i-- > 0;) {
      const Entry& entry = entries_[i];
      if (is_foreign_root(entry.element->name)) return !entry.certain;
      if (entry.element->has(kSpecial) || is_unusual(entry.name) ||
          is_one_of_ignoring_case(entry.name, kIntegrationPoints))
        break;
    }
  if (!is_table_part(element)) return true;
  // Outside of a table the parser ignores the tags of its parts.
  for (const Entry& entry : entries_)
    if (entry.element->role == Role::Table || is_unusual(entry.name)) return true;
  return false;
}

void OpenElements::close_before(std::string_view name, const Element& element) {
  const auto is_in_scope = [](const Entry& entry) {
    return entry.element->has(kScope) || is_unusual(entry.name);
  };
  const auto is_special = [](const Entry& entry) {
    return entry.element->has(kSpecial) || is_unusual(entry.name);
  };
  if (is_table_part(element)) return close_table_context(element);
  if (element.role == Role::Table) close_table_before_table();
  if (element.role == Role::Item || element.role == Role::Definition)
    close([&](const Entry& entry) { return entry.element->role == element.role; },
          [&](const Entry& entry) {
            const std::string_view other = entry.element->name;
            return is_special(entry) && other != "address" && other != "div" && other != "p";
          });
  if (closes_paragraph(element))
    close([](const Entry& entry) { return entry.element->role == Role::Paragraph; },
          [&](const Entry& entry) {
            return is_in_scope(entry) || entry.element->role == Role::Button;
          });
  if (element.role == Role::Unique &&
      close([&](const Entry& entry) { return entry.element == &element; }, is_special) &&
      formatting_ > 0)
    --formatting_;
  if (element.role == Role::Button)
    close([&](const Entry& entry) { return entry.element == &element; }, is_in_scope);
  if (element.role == Role::Heading && !entries_.empty() &&
      entries_.back().element->role == Role::Heading)
    remove_from(entries_.size() - 1);
  if (element.name == "option" || element.name == "optgroup") close_on_top("option");
  if (element.name == "optgroup" && unusual_ > 0) close_on_top("optgroup");
  if (element.name == "select")
    close([&](const Entry& entry) { return same_ignoring_case(entry.name, name); },
          [](const Entry& entry) { return entry.element->has(kScope); });
}

void OpenElements::push(std::string_view name, const Element& element) {
  const bool certain = unusual_ == 0 && element.role != Role::Form;
  entries_.push_back({name, &element, certain, formatting_});
  if (element.is_formatting()) ++formatting_;
  if (is_unusual(name)) ++unusual_;
}

void OpenElements::end_tag(std::string_view name, const Element& element) {
  const auto has_name = [&](const Entry& entry) { return same_ignoring_case(entry.name, name); };
  const auto is_in_scope = [](const Entry& entry) {
    return entry.element->has(kScope) || is_unusual(entry.name);
  };
  if (is_table_part(element) || element.role == Role::Table) {
    close(has_name, [](const Entry& entry) {
      return entry.element->role == Role::Table || is_unusual(entry.name);
    });
    return;
  }
  if (!element.has(kSpecial)) {
    const bool closed = close(
        [&](const Entry& entry) { return is_same_element(entry.name, name); },
        [](const Entry& entry) { return entry.element->has(kSpecial) || is_unusual(entry.name); });
    if (closed && element.is_formatting() && formatting_ > 0) --formatting_;
    return;
  }
  if (element.role == Role::Heading) {
    close([](const Entry& entry) { return entry.element->role == Role::Heading; }, is_in_scope);
    return;
  }
  close(has_name, [&](const Entry& entry) {
    const std::string_view other = entry.element->name;
    return is_in_scope(entry) ||
           (element.role == Role::Paragraph && entry.element->role == Role::Button) ||
           (element.role == Role::Item && (other == "ul" || other == "ol"));
  });
}

template <class Matches, class Blocks>
bool OpenElements::close(Matches matches, Blocks blocks) {
  bool blocked = false;
  for (std::size_t i = entries_.size(); i-- > 0;) {
    const Entry& entry = entries_[i];
    if (matches(entry)) {
      if (blocked || !entry.certain) doubt_from(i);
      if (blocked) return false;
      if (entry.certain)
        remove_from(i);
      else
        remove_one(i);
      return true;
    }
    if (!blocks(entry)) continue;
    if (entry.certain && !is_unusual(entry.name)) return false;
    blocked = true;
  }
  return false;
}

// A part of a table closes what is open down to the part that it belongs in.
void OpenElements::close_table_context(const Element& element) {
  std::size_t context = entries_.size();
  for (std::size_t i = entries_.size(); i-- > 0;) {
    const Entry& entry = entries_[i];
    const Role role = entry.element->role;
    if (role == Role::Table) {
      if (!entry.certain) return doubt_from(i);
      return remove_from(context < entries_.size() ? context : i + 1);
    }
    if (is_unusual(entry.name)) return doubt_from(0);
    const bool is_context = (element.role == Role::Cell && role == Role::Row) ||
                            (element.role == Role::Row && role == Role::Section) ||
                            (element.role == Role::Cell && role == Role::Section);
    if (is_context && context == entries_.size()) context = i + 1;
  }
}

// A table directly within a table closes the outer one.
void OpenElements::close_table_before_table() {
  for (std::size_t i = entries_.size(); i-- > 0;) {
    const Entry& entry = entries_[i];
    if (is_unusual(entry.name)) return doubt_from(i);
    if (entry.element->role == Role::Cell || entry.element->role == Role::Caption) {
      if (entry.certain) return;
      doubt_from(i);
    }
    if (entry.element->role != Role::Table) continue;
    if (!entry.certain) return doubt_from(i);
    return remove_from(i);
  }
}

void OpenElements::close_on_top(std::string_view name) {
  if (!entries_.empty() && same_ignoring_case(entries_.back().name, name))
    remove_from(entries_.size() - 1);
}

void OpenElements::remove_from(std::size_t index) {
  assert(index <= entries_.size());
  for (std::size_t i = index; i < entries_.size(); ++i)
    if (is_unusual(entries_[i].name)) --unusual_;
  // The end of a cell or a caption clears the list of active formatting elements up to its marker.
  for (std::size_t i = index; i < entries_.size(); ++i) {
    const Role role = entries_[i].element->role;
    if (!entries_[i].certain || (role != Role::Cell && role != Role::Caption)) continue;
    formatting_ = entries_[i].formatting_before;
    break;
  }
  entries_.resize(index);
}

void OpenElements::remove_one(std::size_t index) {
  if (is_unusual(entries_[index].name)) --unusual_;
  entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(index));
}

void OpenElements::doubt_from(std::size_t index) {
  for (std::size_t i = index; i < entries_.size(); ++i) entries_[i].certain = false;
}

}  // namespace articles
