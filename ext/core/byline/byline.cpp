#include "articles/byline.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/folded_text.h"
#include "base/json.h"
#include "byline/labels.h"
#include "byline/paragraphs.h"
#include "byline/person_names.h"

namespace articles {
namespace {

constexpr std::size_t kHeadLines = 4;    // labelled lines before the article begins
constexpr std::size_t kHeadBytes = 300;  // a longer line is a paragraph of the article

void set_if_unset(std::optional<std::string>& field, std::string_view value) {
  if (!field && !value.empty()) field = std::string(value);
}

// Removes the staff number behind a name: 示例甲 SF123, 甲乙_NT6056, 甲乙NT6056, 甲乙（NB6056）. A
// number without a name stays.
std::string_view without_staff_number(std::string_view name) {
  std::string_view rest = name;
  for (const std::string_view close : {"）", ")"})
    if (ends_with(rest, close)) rest.remove_suffix(close.size());
  std::size_t begin = rest.size();
  while (begin > 0 && ascii_alnum(rest[begin - 1])) --begin;
  const std::string_view number = rest.substr(begin);
  if (std::none_of(number.begin(), number.end(), ascii_digit)) return name;
  constexpr std::string_view kLinks[] = {"_", "-", "（", "(", "/"};
  rest = trim_wide_spaces(rest.substr(0, begin));
  while (const std::size_t size = size_of_last(rest, kLinks))
    rest = trim_wide_spaces(rest.substr(0, rest.size() - size));
  return rest.empty() || ascii_alnum(rest.back()) ? name : rest;
}

// The editor that a paragraph states last; "" if it states none.
std::string_view editor_in(std::string_view text) {
  std::string_view value;
  for (const std::string_view label : kEditorLabels)
    if (const std::size_t at = text.rfind(label); at != std::string_view::npos)
      value = labelled(text.substr(at), kEditorLabels);
  value = without_staff_number(first_value(value));
  return contains_sentence_mark(value) ? std::string_view() : value;
}

class BylineReader {
 public:
  explicit BylineReader(std::vector<Paragraph> paragraphs) : paragraphs_(std::move(paragraphs)) {}

  Byline read() {
    read_editor();
    read_head();
    read_last_line();
    read_author();
    return std::move(byline_);
  }

 private:
  // The last editor counts; one in Sina's own paragraph before any other.
  void read_editor() {
    bool is_own = false;
    for (const Paragraph& paragraph : paragraphs_) {
      if (is_own && !paragraph.is_editor) continue;
      const std::string_view editor = editor_in(paragraph.text);
      if (editor.empty()) continue;
      is_own = paragraph.is_editor;
      byline_.editor = std::string(editor);
    }
  }

  // The first lines, as long as each states something. A line below a title or a source may be
  // nothing but the author's name.
  void read_head() {
    bool may_be_author = false;
    for (std::size_t i = 0; i < std::min(kHeadLines, paragraphs_.size()); ++i) {
      const Paragraph& line = paragraphs_[i];
      if (line.text.size() > kHeadBytes) return;
      if (may_be_author && !line.after_image && read_name_line(line.text)) continue;
      const bool has_title = read_title(line.text);
      const bool has_source = !line.after_image && read_labels(line.text);
      may_be_author = has_title || has_source;
      if (!may_be_author && labelled(line.text, kAuthorLabels).empty()) return;
    }
  }

  bool read_name_line(std::string_view text) {
    const std::string names = names_only(text);
    set_if_unset(byline_.author, names);
    return !names.empty();
  }

  // The title ends where a source or an author follows it in the same line.
  bool read_title(std::string_view text) {
    std::string_view title = labelled(text, kTitleLabels);
    for (std::size_t at = next_label(title, 1); at < title.size(); at = next_label(title, at + 1))
      if (!labelled(title.substr(at), kSourceLabels).empty() ||
          !labelled(title.substr(at), kAuthorLabels).empty())
        title = title.substr(0, at);
    const bool in_brackets = without_opening_brackets(text).size() < text.size();
    title = with_matched_brackets(trim_wide_spaces(title), in_brackets);
    set_if_unset(byline_.original_title, title);
    return !title.empty();
  }

  // The last line except for that of the editor.
  void read_last_line() {
    for (auto line = paragraphs_.rbegin(); line != paragraphs_.rend(); ++line) {
      if (line->is_editor || !labelled(line->text, kEditorLabels).empty()) continue;
      if (!line->after_image && line->text.size() <= kHeadBytes) read_labels(line->text);
      return;
    }
  }

  // The source and the author of a line, in any order. Returns whether it has a source.
  bool read_labels(std::string_view text) {
    bool has_source = false;
    for (std::size_t at = 0; at < text.size(); at = next_label(text, at + 1)) {
      const std::string_view rest = trim_wide_spaces(text.substr(at));
      has_source |= read_source(first_value(labelled(rest, kSourceLabels)));
      const std::string_view author = first_value(labelled(rest, kAuthorLabels));
      if (!contains_sentence_mark(author)) set_if_unset(byline_.author, author);
    }
    return has_source;
  }

  bool read_source(std::string_view value) {
    constexpr std::size_t kMostCharacters = 30;
    if (value.empty() || contains_sentence_mark(value)) return false;
    if (count_characters(value) > kMostCharacters) return false;
    set_if_unset(byline_.source, value);
    return true;
  }

  // An author without a label, if no line has a labelled one.
  void read_author() {
    for (const Paragraph& paragraph : paragraphs_) {
      if (byline_.author) return;
      if (paragraph.after_image) continue;
      set_if_unset(byline_.author, names_after_role(paragraph.text));
      set_if_unset(byline_.author, bracketed_names(paragraph.text));
    }
  }

  std::vector<Paragraph> paragraphs_;
  Byline byline_;
};

}  // namespace

Byline read_byline(std::string_view html) {
  return BylineReader(paragraphs(html)).read();
}

std::string to_json(const Byline& byline) {
  std::string json;
  const auto field = [&](std::string_view name, const std::optional<std::string>& value) {
    json += json.empty() ? '{' : ',';
    append_json_string(json, name);
    json += ':';
    if (value)
      append_json_string(json, *value);
    else
      json += "null";
  };
  field("original_title", byline.original_title);
  field("source", byline.source);
  field("author", byline.author);
  field("editor", byline.editor);
  return json + '}';
}

}  // namespace articles
