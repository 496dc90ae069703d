#include "byline/paragraphs.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/folded_text.h"
#include "html/syntax/tag_scanner.h"
#include "stocks/tags.h"

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
    for (std::size_t at = 0; at < html_.size();) {
      const std::size_t less = std::min(html_.find('<', at), html_.size());
      if (skipped_.empty()) text_ += html_.substr(at, less - at);
      at = less < html_.size() ? markup(less) : less;
    }
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

  std::size_t markup(std::size_t at) {
    const bool is_end = html_.substr(at + 1, 1) == "/";
    const std::size_t begin = at + (is_end ? 2 : 1);
    if (begin >= html_.size() || !ascii_alpha(html_[begin])) {
      const std::size_t end = other_markup_end(html_, at);
      if (end == at + 1 && skipped_.empty()) text_ += '<';
      return end;
    }
    std::size_t name_end = begin;
    while (name_end < html_.size() && !kEndsTagName(html_[name_end])) ++name_end;
    const std::string_view name = html_.substr(begin, name_end - begin);
    AttributeScanner attributes(html_.substr(name_end));
    std::string_view classes;
    while (attributes.next())
      if (same_ignoring_case(attributes.name(), "class")) classes = attributes.value();
    const std::size_t end = name_end + attributes.end();
    tag(name, is_end, classes);
    const bool raw = !is_end && stock_tag(packed_name(name)) == StockTag::Raw;
    return raw ? raw_text_end(html_, end, name) : end;
  }

  void tag(std::string_view name, bool is_end, std::string_view classes) {
    if (!skipped_.empty()) return skipped_tag(name, is_end);
    const StockTag kind = stock_tag(packed_name(name));
    const bool image = same_ignoring_case(name, "img");
    if (kind == StockTag::Inline || kind == StockTag::Anchor || kind == StockTag::Code) {
      if (!is_end && is_boilerplate(classes)) skip(name);
      return;
    }
    end_paragraph();
    if (image) after_image_ = true;
    if (is_end) return;
    is_editor_ = is_editor_class(classes);
    if (!image && is_boilerplate(classes)) skip(name);
  }

  // Leaves out the element whose start tag was read, up to its end tag.
  void skip(std::string_view name) {
    skipped_ = name;
    skipped_depth_ = 1;
  }

  void skipped_tag(std::string_view name, bool is_end) {
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
