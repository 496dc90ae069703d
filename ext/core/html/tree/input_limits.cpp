#include "html/tree/input_limits.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/ascii.h"
#include "html/syntax/tag_scanner.h"

namespace articles {
namespace {

constexpr std::size_t kMaxFormatting = 256;
constexpr std::size_t kMaxDepthOfMany = 512;         // where the tags' depths add up to more than:
constexpr std::uint64_t kMaxDepthSum = 200'000'000;  // about half a second of gumbo's searching
constexpr std::size_t kSearch = 512;  // levels that are searched for the element an end tag closes

constexpr std::string_view kMarkers[] = {"td", "th", "caption"};
// Elements within which HTML's rules hold, or no longer hold.
constexpr std::string_view kForeign[] = {"svg", "math"};
constexpr std::string_view kIntegration[] = {
    "foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext"};
// Elements that the start tag of their own kind closes.
constexpr std::string_view kImpliedEnd[] = {
    "p",     "li",    "dt",    "dd",      "option",   "optgroup", "tr", "td", "th",
    "tbody", "thead", "tfoot", "caption", "colgroup", "rp",       "rt", "rb", "rtc"};
// What the search for an element to close does not look beyond.
constexpr std::string_view kScope[] = {"table",  "td",     "th",       "caption", "marquee",
                                       "object", "applet", "template", "button",  "ul",
                                       "ol",     "dl",     "select",   "svg",     "math"};

struct OpenElement {
  std::string_view name;
  bool dropped;
  std::size_t formatting_before;  // formatting elements open around it
};

class Limiter {
 public:
  explicit Limiter(std::string_view html) : html_(html), tags_(html) {}

  std::optional<std::string> run() {
    while (tags_.next())
      if (tags_.is_tag()) tag();
    if (copied_ == 0 && result_.empty()) return std::nullopt;
    result_ += html_.substr(copied_);
    return std::move(result_);
  }

 private:
  void tag() {
    if (tags_.attribute_count() > kMaxAttributes) drop_attributes();
    if (tags_.kind() == TokenKind::EndTag)
      end_tag(tags_.name());
    else if (!tags_.element().has(kVoid | kRawText | kEscapableText) && !is_closed_foreign())
      start_tag(tags_.name());
  }

  // `<path/>` within svg or math: open and closed at once.
  bool is_closed_foreign() const {
    if (!tags_.is_self_closed() || tags_.element().has(kEndsForeign)) return false;
    const std::size_t lowest = open_.size() > kSearch ? open_.size() - kSearch : 0;
    for (std::size_t i = open_.size(); i-- > lowest;) {
      if (is_one_of_ignoring_case(open_[i].name, kForeign)) return true;
      if (is_one_of_ignoring_case(open_[i].name, kIntegration)) return false;
    }
    return false;
  }

  // Drops the attributes that are too many.
  void drop_attributes() {
    AttributeScanner attributes = tags_.attributes();
    for (std::size_t i = 0; i < kMaxAttributes; ++i) attributes.next();
    const std::size_t begin = tags_.name_begin() + tags_.name().size() + attributes.end() - 1;
    drop(begin, tags_.end() - (tags_.is_closed() ? 1 : 0));
  }

  std::size_t depth_limit() const {
    return depth_sum_ > kMaxDepthSum ? kMaxDepthOfMany : kMaxOpenElements;
  }

  void start_tag(std::string_view name) {
    if (is_one_of_ignoring_case(name, kImpliedEnd)) close(name);
    // The parser closes an a that is open before it opens another.
    if (tags_.element().role == Role::Unique && close(name) == false && formatting_open_ > 0)
      --formatting_open_;
    const bool formatting = tags_.element().is_formatting();
    const bool dropped =
        kept_open_ >= depth_limit() || (formatting && formatting_open_ >= kMaxFormatting);
    open_.push_back({name, dropped, formatting_open_});
    if (dropped) {
      drop(tags_.begin(), tags_.end());
      return;
    }
    ++kept_open_;
    if (formatting) ++formatting_open_;
    depth_sum_ += kept_open_;
  }

  void end_tag(std::string_view name) {
    const std::optional<bool> dropped = close(name);
    // An end tag without an element makes one of p and br, and is nothing otherwise, once gumbo has
    // searched for it.
    const bool stray = !dropped && kept_open_ > kSearch && !same_ignoring_case(name, "p") &&
                       !same_ignoring_case(name, "br");
    if (stray || dropped.value_or(false)) drop(tags_.begin(), tags_.end());
    // The list of formatting elements outlives the elements: only an end tag takes one off it.
    if (dropped == false && formatting_open_ > 0 && tags_.element().is_formatting())
      --formatting_open_;
    depth_sum_ += kept_open_;
  }

  // Pops the innermost element of that name and what is open within it. No value: there is none
  // near enough; else whether its start tag was dropped.
  std::optional<bool> close(std::string_view name) {
    const std::size_t lowest = open_.size() > kSearch ? open_.size() - kSearch : 0;
    for (std::size_t i = open_.size(); i-- > lowest;) {
      if (same_ignoring_case(open_[i].name, name)) {
        const bool dropped = open_[i].dropped;
        // What a cell leaves open ends with it.
        if (is_one_of_ignoring_case(name, kMarkers)) formatting_open_ = open_[i].formatting_before;
        for (; open_.size() > i; open_.pop_back())
          if (!open_.back().dropped) --kept_open_;
        return dropped;
      }
      if (is_one_of_ignoring_case(open_[i].name, kScope) && !is_one_of_ignoring_case(name, kScope))
        break;
    }
    return std::nullopt;
  }

  void drop(std::size_t begin, std::size_t end) {
    result_ += html_.substr(copied_, begin - copied_);
    copied_ = end;
  }

  std::string_view html_;
  TagScanner tags_;
  std::string result_;
  std::size_t copied_ = 0;
  std::vector<OpenElement> open_;
  std::size_t kept_open_ = 0;
  std::size_t formatting_open_ = 0;
  std::uint64_t depth_sum_ = 0;
};

}  // namespace

std::optional<std::string> within_limits(std::string_view html) {
  return Limiter(html).run();
}

}  // namespace articles
