#include "html/tree/input_limits.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/ascii.h"
#include "html/syntax/contents.h"
#include "html/syntax/foreign_elements.h"
#include "html/syntax/tag.h"

namespace articles {
namespace {

constexpr std::size_t kMaxFormatting = 256;
constexpr std::size_t kMaxDepthOfMany = 512;         // where the tags' depths add up to more than:
constexpr std::uint64_t kMaxDepthSum = 200'000'000;  // about half a second of gumbo's searching
constexpr std::size_t kSearch = 512;  // levels that are searched for the element an end tag closes

constexpr std::string_view kFormatting[] = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                            "nobr", "s", "small", "strike", "strong", "tt",   "u"};
constexpr std::string_view kUnique[] = {"a", "nobr"};
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
  explicit Limiter(std::string_view html) : html_(html) {}

  std::optional<std::string> run() {
    for (std::size_t at = html_.find('<'); at != std::string_view::npos; at = html_.find('<', at))
      at = markup(at);
    if (copied_ == 0 && result_.empty()) return std::nullopt;
    result_ += html_.substr(copied_);
    return std::move(result_);
  }

 private:
  // Judges the markup that begins at `at` and returns where it ends.
  std::size_t markup(std::size_t at) {
    if (starts_with(html_.substr(at), "<!--")) return comment_end(html_, at);
    const bool is_end = html_.substr(at + 1, 1) == "/";
    const std::size_t begin = at + (is_end ? 2 : 1);
    if (begin >= html_.size() || !ascii_alpha(html_[begin])) return at + 1;
    std::size_t name_end = begin;
    while (name_end < html_.size() && !kEndsTagName(html_[name_end])) ++name_end;
    const std::string_view name = html_.substr(begin, name_end - begin);
    const std::size_t end = attributes(name_end);
    if (is_end) {
      end_tag(at, end, name);
      return end;
    }
    if (is_text_element(name)) return text_element_end(html_, end, name);
    const bool is_void = is_void_element(name) || same_ignoring_case(name, "image");  // an img
    if (!is_void && !is_closed_foreign(name, end)) start_tag(at, end, name);
    return end;
  }

  // `<path/>` within svg or math: open and closed at once.
  bool is_closed_foreign(std::string_view name, std::size_t end) const {
    if (!ends_with(html_.substr(0, end), "/>") || breaks_out_of_foreign_content(ascii_lower(name)))
      return false;
    const std::size_t lowest = open_.size() > kSearch ? open_.size() - kSearch : 0;
    for (std::size_t i = open_.size(); i-- > lowest;) {
      if (is_one_of_ignoring_case(open_[i].name, kForeign)) return true;
      if (is_one_of_ignoring_case(open_[i].name, kIntegration)) return false;
    }
    return false;
  }

  // Leaves out the attributes of a tag that are too many. Returns where the tag ends.
  std::size_t attributes(std::size_t begin) {
    AttributeScanner scanner(html_.substr(begin));
    std::size_t count = 0;
    std::size_t last_allowed = 0;
    while (scanner.next()) {
      ++count;
      if (count == kMaxAttributes) last_allowed = scanner.end() - 1;
    }
    const std::size_t end = begin + scanner.end();
    if (count > kMaxAttributes) drop(begin + last_allowed, end - (html_[end - 1] == '>' ? 1 : 0));
    return end;
  }

  std::size_t depth_limit() const {
    return depth_sum_ > kMaxDepthSum ? kMaxDepthOfMany : kMaxOpenElements;
  }

  void start_tag(std::size_t at, std::size_t end, std::string_view name) {
    if (is_one_of_ignoring_case(name, kImpliedEnd)) close(name);
    // The parser closes an a that is open before it opens another.
    if (is_one_of_ignoring_case(name, kUnique) && close(name) == false && formatting_open_ > 0)
      --formatting_open_;
    const bool formatting = is_one_of_ignoring_case(name, kFormatting);
    const bool dropped =
        kept_open_ >= depth_limit() || (formatting && formatting_open_ >= kMaxFormatting);
    open_.push_back({name, dropped, formatting_open_});
    if (dropped) {
      drop(at, end);
      return;
    }
    ++kept_open_;
    if (formatting) ++formatting_open_;
    depth_sum_ += kept_open_;
  }

  void end_tag(std::size_t at, std::size_t end, std::string_view name) {
    const std::optional<bool> dropped = close(name);
    // An end tag without an element makes one of p and br, and is nothing otherwise, once gumbo has
    // searched for it.
    const bool stray = !dropped && kept_open_ > kSearch && !same_ignoring_case(name, "p") &&
                       !same_ignoring_case(name, "br");
    if (stray || dropped.value_or(false)) drop(at, end);
    // The list of formatting elements outlives the elements: only an end tag takes one off it.
    if (dropped == false && formatting_open_ > 0 && is_one_of_ignoring_case(name, kFormatting))
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
  std::string result_;
  std::size_t copied_ = 0;
  std::vector<OpenElement> open_;
  std::size_t kept_open_ = 0;
  std::size_t formatting_open_ = 0;
  std::uint64_t depth_sum_ = 0;
};

bool has_many_attributes(std::string_view html) {
  // An attribute takes two bytes at least.
  std::size_t begin = 0;
  while ((begin = html.find('<', begin)) != std::string_view::npos) {
    const std::size_t end = std::min(html.find('>', begin), html.size());
    if (end - begin > 2 * kMaxAttributes) return true;
    begin = end;
  }
  return false;
}

}  // namespace

std::optional<std::string> within_limits(std::string_view html) {
  // Most articles have too few tags to come near any bound.
  const auto tags = static_cast<std::size_t>(std::count(html.begin(), html.end(), '<'));
  if (tags <= kMaxFormatting && !has_many_attributes(html)) return std::nullopt;
  return Limiter(html).run();
}

}  // namespace articles
