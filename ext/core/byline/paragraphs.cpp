#include "byline/paragraphs.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/folded_text.h"
#include "html/syntax/tag_scanner.h"

namespace articles {
namespace {

// Classes of elements that are not part of the article: Sina's notices and captions, STCN's
// keywords.
constexpr std::string_view kBoilerplate[] = {"appendQr_wrap",  "app-kaihu-qr", "img_descr",
                                             "tech-quotation", "sinaads",      "otherContent",
                                             "fenlei1",        "fenlei2"};
constexpr std::string_view kEditorClass = "article-editor";

// The beginnings of notices that portals append.
constexpr std::string_view kNotices[] = {"海量资讯、精准解读，尽在新浪财经APP",
                                         "声明：数据宝所有资讯内容不构成投资建议",
                                         "注：本文系新闻报道，不构成投资建议"};

bool is_boilerplate(std::string_view classes) {
  return any_word(classes, [](std::string_view one) { return is_one_of(one, kBoilerplate); });
}

bool is_editor_class(std::string_view classes) {
  return any_word(classes, [](std::string_view one) { return one == kEditorClass; });
}

class ParagraphSplitter {
 public:
  explicit ParagraphSplitter(std::string_view html) : html_(html) {}

  std::vector<Paragraph> split() {
    if (html_.find('<') == std::string_view::npos) return lines();
    TagScanner tags(html_);
    std::size_t text_begin = 0;
    while (tags.next()) {
      add_text(text_begin, tags.begin());
      text_begin = tags.contents_end();
      if (tags.is_tag()) read_tag(tags);
    }
    add_text(text_begin, html_.size());
    end_paragraph();
    return std::move(paragraphs_);
  }

 private:
  std::vector<Paragraph> lines() {
    for (std::size_t at = 0; at <= html_.size();) {
      const std::size_t end = std::min(html_.find('\n', at), html_.size());
      text_ = html_.substr(at, end - at);
      end_paragraph();
      at = end + 1;
    }
    return std::move(paragraphs_);
  }

  void add_text(std::size_t begin, std::size_t end) {
    if (skipped_.empty()) text_ += html_.substr(begin, end - begin);
  }

  void read_tag(const TagScanner& tag) {
    const bool is_end = tag.kind() == TokenKind::EndTag;
    if (!skipped_.empty()) return count_skipped(tag.name(), is_end);
    const bool is_phrasing = tag.element().has(kPhrasing);
    const bool is_image = tag.element().name == "img";
    if (!is_phrasing) end_paragraph();
    if (is_image) after_image_ = true;
    if (is_end) return;
    const std::string_view classes = class_of(tag);
    if (!is_phrasing) is_editor_ = is_editor_class(classes);
    if (!tag.element().has(kVoid) && is_boilerplate(classes)) skip(tag.name());
  }

  static std::string_view class_of(const TagScanner& tag) {
    AttributeScanner attributes = tag.attributes();
    while (attributes.next())
      if (same_ignoring_case(attributes.name(), "class")) return attributes.value();
    return {};
  }

  // Leaves out the element whose start tag was read, up to its end tag.
  void skip(std::string_view name) {
    skipped_ = name;
    skipped_depth_ = 1;
  }

  void count_skipped(std::string_view name, bool is_end) {
    if (!same_ignoring_case(name, skipped_)) return;
    skipped_depth_ += is_end ? std::size_t(-1) : 1;
    if (skipped_depth_ == 0) skipped_ = {};
  }

  void end_paragraph() {
    const std::string decoded = decode_references(std::exchange(text_, {}));
    const std::string_view shown = trim_wide_spaces(decoded);
    if (shown.empty() || size_of_first(shown, kNotices) != 0) return;
    paragraphs_.push_back(
        {std::string(shown), std::exchange(is_editor_, false), std::exchange(after_image_, false)});
  }

  std::string_view html_;
  std::string text_;  // of the open paragraph, as written
  bool is_editor_ = false;
  bool after_image_ = false;
  std::string_view skipped_;       // the name of the element being left out; "" if none
  std::size_t skipped_depth_ = 0;  // of open elements of that name
  std::vector<Paragraph> paragraphs_;
};

}  // namespace

std::vector<Paragraph> paragraphs(std::string_view html) {
  return ParagraphSplitter(html).split();
}

}  // namespace articles
