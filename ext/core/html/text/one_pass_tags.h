// How the fast path reads each tag: the standard's tree construction for tags that nest as written.
// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "html/syntax/elements.h"

namespace articles {

enum class Role : std::uint8_t {
  Ordinary,    // an element without rules of its own: any name that is not listed
  Formatting,  // b, font …: reopened by the parser if left open; here they must be closed in order
  Unique,      // a, nobr: its start tag closes another one that is open
  Block,       // closes an open p
  Paragraph,
  Heading,
  Item,        // li
  Definition,  // dd, dt
  Pre,         // its first line feed is dropped
  Form,        // no form within a form
  Button,      // no button within a button; an open p outside of it stays open
  Void,        // no contents
  VoidBlock,   // hr: closes an open p
  RawText,     // contents are no markup and not shown
  Ignored,     // html, head, body: nothing within a fragment
  Svg,         // its text elements are shown
  Details,     // closed, its first summary is shown alone
  Summary,
  Replaced,  // takes a place in the line, its contents are not shown
  Table,     // from here on parts of tables
  Caption,
  Columns,  // colgroup and col: nothing of them is shown
  Section,
  Row,
  Cell,
  Declined,  // leave it to the parser
};

struct FastTag {
  std::string_view name;
  Role role;
  Element element;
};

constexpr FastTag fast_tag(std::string_view name, Role role) {
  return {name, role, element_named(name)};
}

inline constexpr std::array kFastTags{
    fast_tag("b", Role::Formatting),
    fast_tag("big", Role::Formatting),
    fast_tag("code", Role::Formatting),
    fast_tag("em", Role::Formatting),
    fast_tag("font", Role::Formatting),
    fast_tag("i", Role::Formatting),
    fast_tag("s", Role::Formatting),
    fast_tag("small", Role::Formatting),
    fast_tag("strike", Role::Formatting),
    fast_tag("strong", Role::Formatting),
    fast_tag("tt", Role::Formatting),
    fast_tag("u", Role::Formatting),
    fast_tag("a", Role::Unique),
    fast_tag("nobr", Role::Unique),
    fast_tag("address", Role::Block),
    fast_tag("article", Role::Block),
    fast_tag("aside", Role::Block),
    fast_tag("blockquote", Role::Block),
    fast_tag("center", Role::Block),
    fast_tag("dir", Role::Declined),
    fast_tag("div", Role::Block),
    fast_tag("dl", Role::Block),
    fast_tag("fieldset", Role::Block),
    fast_tag("figcaption", Role::Block),
    fast_tag("figure", Role::Block),
    fast_tag("footer", Role::Block),
    fast_tag("header", Role::Block),
    fast_tag("hgroup", Role::Block),
    fast_tag("main", Role::Block),
    fast_tag("menu", Role::Block),
    fast_tag("nav", Role::Block),
    fast_tag("ol", Role::Block),
    fast_tag("section", Role::Block),
    fast_tag("ul", Role::Block),
    fast_tag("p", Role::Paragraph),
    fast_tag("h1", Role::Heading),
    fast_tag("h2", Role::Heading),
    fast_tag("h3", Role::Heading),
    fast_tag("h4", Role::Heading),
    fast_tag("h5", Role::Heading),
    fast_tag("h6", Role::Heading),
    fast_tag("li", Role::Item),
    fast_tag("dd", Role::Definition),
    fast_tag("dt", Role::Definition),
    fast_tag("pre", Role::Pre),
    fast_tag("listing", Role::Pre),
    fast_tag("form", Role::Form),
    fast_tag("button", Role::Button),
    fast_tag("area", Role::Void),
    fast_tag("base", Role::Void),
    fast_tag("br", Role::Void),
    fast_tag("img", Role::Void),
    fast_tag("input", Role::Void),
    fast_tag("link", Role::Void),
    fast_tag("meta", Role::Void),
    fast_tag("param", Role::Declined),
    fast_tag("source", Role::Void),
    fast_tag("track", Role::Void),
    fast_tag("wbr", Role::Void),
    fast_tag("hr", Role::VoidBlock),
    fast_tag("script", Role::RawText),
    fast_tag("style", Role::RawText),
    fast_tag("title", Role::RawText),
    fast_tag("textarea", Role::RawText),
    fast_tag("iframe", Role::RawText),
    fast_tag("noframes", Role::RawText),
    fast_tag("noembed", Role::RawText),
    fast_tag("html", Role::Ignored),
    fast_tag("head", Role::Ignored),
    fast_tag("body", Role::Ignored),
    fast_tag("table", Role::Table),
    fast_tag("caption", Role::Caption),
    fast_tag("colgroup", Role::Columns),
    fast_tag("col", Role::Columns),
    fast_tag("thead", Role::Section),
    fast_tag("tbody", Role::Section),
    fast_tag("tfoot", Role::Section),
    fast_tag("tr", Role::Row),
    fast_tag("td", Role::Cell),
    fast_tag("th", Role::Cell),
    fast_tag("applet", Role::Declined),
    fast_tag("audio", Role::Replaced),
    fast_tag("basefont", Role::Declined),
    fast_tag("bgsound", Role::Declined),
    fast_tag("canvas", Role::Replaced),
    fast_tag("datalist", Role::Declined),
    fast_tag("details", Role::Details),
    fast_tag("dialog", Role::Declined),
    fast_tag("embed", Role::Declined),
    fast_tag("frame", Role::Ignored),
    fast_tag("frameset", Role::Ignored),
    fast_tag("image", Role::Declined),
    fast_tag("isindex", Role::Declined),
    fast_tag("keygen", Role::Declined),
    fast_tag("legend", Role::Declined),
    fast_tag("marquee", Role::Declined),
    fast_tag("math", Role::Declined),
    fast_tag("menuitem", Role::Declined),
    fast_tag("meter", Role::Replaced),
    fast_tag("object", Role::Declined),
    fast_tag("optgroup", Role::Declined),
    fast_tag("option", Role::Declined),
    fast_tag("plaintext", Role::Declined),
    fast_tag("progress", Role::Replaced),
    fast_tag("rb", Role::Declined),
    fast_tag("rp", Role::Declined),
    fast_tag("rt", Role::Declined),
    fast_tag("rtc", Role::Declined),
    fast_tag("ruby", Role::Declined),
    fast_tag("search", Role::Declined),
    fast_tag("select", Role::Declined),
    fast_tag("summary", Role::Summary),
    fast_tag("svg", Role::Svg),
    fast_tag("template", Role::Declined),
    fast_tag("video", Role::Replaced),
    fast_tag("xmp", Role::Declined),
};

// Every element whose display is not the plain one has a role: else an unlisted name would be shown
// as if it were inline.
constexpr bool all_elements_have_roles() {
  for (const Element& element : kElements) {
    bool found = false;
    for (const FastTag& tag : kFastTags) found = found || tag.name == element.name;
    if (!found) return false;
  }
  return true;
}
static_assert(all_elements_have_roles());

inline constexpr FastTag kOrdinaryTag{{}, Role::Ordinary, {{}, Display::Inline}};

// A name of up to 16 bytes as two numbers: compared and hashed without a loop.
struct PackedName {
  std::uint64_t low = 0, high = 0;

  constexpr void append(char c, std::size_t at) {
    const std::uint64_t byte = static_cast<unsigned char>(c);
    if (at < 8)
      low |= byte << (8 * at);
    else
      high |= byte << (8 * (at - 8));
  }
  constexpr bool operator==(const PackedName& other) const {
    return low == other.low && high == other.high;
  }
};

constexpr PackedName packed(std::string_view name) {
  PackedName result;
  for (std::size_t i = 0; i < name.size(); ++i) result.append(name[i], i);
  return result;
}

// A hash table over the names, made when compiled; a full bucket goes on to the next.
class FastTagTable {
 public:
  constexpr FastTagTable() {
    for (std::size_t i = 0; i < kFastTags.size(); ++i) {
      names_[i] = packed(kFastTags[i].name);
      std::size_t bucket = hash(names_[i]);
      while (buckets_[bucket] != 0) bucket = (bucket + 1) % kBuckets;
      buckets_[bucket] = static_cast<std::uint8_t>(i + 1);
    }
  }

  // The name is in lower case.
  constexpr const FastTag& find(const PackedName& name) const {
    for (std::size_t bucket = hash(name); buckets_[bucket] != 0; bucket = (bucket + 1) % kBuckets)
      if (names_[buckets_[bucket] - 1U] == name) return kFastTags[buckets_[bucket] - 1U];
    return kOrdinaryTag;
  }
  constexpr const FastTag& find(std::string_view name) const { return find(packed(name)); }

 private:
  static constexpr std::size_t kBuckets = 512;
  static_assert(kFastTags.size() < 255);

  static constexpr std::size_t hash(const PackedName& name) {
    return static_cast<std::size_t>(((name.low ^ (name.high * 31)) * 0x9E3779B97F4A7C15U) >> 55);
  }

  std::array<std::uint8_t, kBuckets> buckets_{};
  std::array<PackedName, kFastTags.size()> names_{};
};

inline constexpr FastTagTable kFastTagTable;

}  // namespace articles
