#include "html/tree/input_limits.h"

#include <unordered_map>

#include "base/ascii.h"
#include "html/syntax/tag_scanner.h"
#include "html/tree/open_elements.h"

namespace articles {
namespace {

class Limiter {
 public:
  explicit Limiter(std::string_view html) : html_(html), tags_(html) {}

  std::optional<LimitedInput> run() {
    while (tags_.next())
      if (tags_.is_tag()) tag();
    if (!result_) return std::nullopt;
    result_->html += html_.substr(copied_);
    return std::move(result_);
  }

 private:
  void tag() {
    if (tags_.attribute_count() > kMaxAttributes) drop_attributes();
    if (tags_.kind() == TokenKind::EndTag)
      end_tag();
    else
      start_tag();
  }

  void drop_attributes() {
    AttributeScanner attributes = tags_.attributes();
    for (std::size_t i = 0; i < kMaxAttributes; ++i) attributes.next();
    const std::size_t begin = tags_.name_begin() + tags_.name().size() + attributes.end() - 1;
    replace(begin, tags_.end() - (tags_.is_closed() ? 1 : 0), {}, InputLimit::Attributes);
  }

  void start_tag() {
    const Element& element = tags_.element();
    if (element.holds_text_only() && open_.may_be_foreign()) tags_.enter_contents();
    if (element.is_formatting() && open_.formatting() >= kMaxFormattingElements) {
      ++dropped_[ascii_lower(tags_.name())];
      return replace(tags_.begin(), tags_.end(), {}, InputLimit::FormattingElements);
    }
    if (dropped_tables_ > 0 && is_table_part(element)) return drop_table_part(element);
    open_.close_before(tags_.name(), element);
    if (!open_.opens(element, tags_.is_self_closed())) return;
    const bool is_table = element.role == Role::Table;
    if (open_.size() < kMaxOpenElements) {
      if (is_table) dropped_tables_ = 0;
      return open_.push(tags_.name(), element);
    }
    if (is_table) ++dropped_tables_;
    ++dropped_[ascii_lower(tags_.name())];
    replace(tags_.begin(), tags_.end(), empty_element(), InputLimit::OpenElements);
  }

  // The parts of a table that was dropped: lines and words stay apart.
  void drop_table_part(const Element& element) {
    ++dropped_[ascii_lower(tags_.name())];
    replace(tags_.begin(), tags_.end(), element.role == Role::Cell ? " " : "<div></div>",
            InputLimit::OpenElements);
  }

  void end_tag() {
    if (!dropped_.empty()) {
      const auto found = dropped_.find(ascii_lower(tags_.name()));
      if (found != dropped_.end()) {
        if (--found->second == 0) dropped_.erase(found);
        if (tags_.element().role == Role::Table && dropped_tables_ > 0) --dropped_tables_;
        const bool breaks_line = is_block_level(tags_.element().display);
        return replace(tags_.begin(), tags_.end(), breaks_line ? empty_element() : std::string(),
                       InputLimit::OpenElements);
      }
    }
    open_.end_tag(tags_.name(), tags_.element());
  }

  // An element of the tag's name without attributes and contents.
  std::string empty_element() const {
    const std::string name(tags_.name());
    return "<" + name + "></" + name + ">";
  }

  void replace(std::size_t begin, std::size_t end, const std::string& by, InputLimit limit) {
    if (!result_) result_ = LimitedInput{{}, limit, tags_.begin()};
    result_->html += html_.substr(copied_, begin - copied_);
    result_->html += by;
    copied_ = end;
  }

  std::string_view html_;
  TagScanner tags_;
  OpenElements open_;
  std::unordered_map<std::string, std::size_t> dropped_;  // start tags that were replaced, by name
  std::size_t dropped_tables_ = 0;                        // of these, tables that are open
  std::optional<LimitedInput> result_;
  std::size_t copied_ = 0;  // offset in html_ up to which the result is complete
};

}  // namespace

std::string reason_of(InputLimit limit) {
  switch (limit) {
    case InputLimit::OpenElements:
      return "more than " + std::to_string(kMaxOpenElements) +
             " HTML elements are open: deeper ones are flattened";
    case InputLimit::FormattingElements:
      return "more than " + std::to_string(kMaxFormattingElements) +
             " formatting elements are open: further ones are left out";
    case InputLimit::Attributes:
      return "an HTML tag has more than " + std::to_string(kMaxAttributes) +
             " attributes: further ones are left out";
    case InputLimit::ParserStack:
      break;
  }
  return "HTML elements are nested too deeply for the parser: from here on they are flattened";
}

std::optional<LimitedInput> limit_input(std::string_view html) {
  return Limiter(html).run();
}

void flatten_from(std::size_t offset, Flattening flattening, std::string& html) {
  const std::string_view rest = std::string_view(html).substr(offset);
  TagScanner tags(rest);
  std::string flat;
  std::size_t copied = 0;
  while (tags.next()) {
    if (!tags.is_tag()) continue;
    const Element& element = tags.element();
    if (element.holds_text_only()) {
      if (flattening == Flattening::KeepRawText) continue;
      tags.enter_contents();
    }
    flat += rest.substr(copied, tags.begin() - copied);
    if (is_block_level(element.display) || element.name == "br") flat += "<br>";
    copied = tags.end();
  }
  flat += rest.substr(copied);
  html.replace(offset, std::string::npos, flat);
}

}  // namespace articles
