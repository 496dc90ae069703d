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

// Removes the staff number of 王翔 SF123.
std::string_view without_staff_number(std::string_view name) {
  const std::size_t space = name.rfind(' ');
  if (space == std::string_view::npos) return name;
  const std::string_view last = name.substr(space + 1);
  const bool is_number = std::all_of(last.begin(), last.end(), ascii_alnum) &&
                         std::any_of(last.begin(), last.end(), ascii_digit);
  return is_number ? trim_wide_spaces(name.substr(0, space)) : name;
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

  // The first lines, as long as each begins with a label.
  void read_head() {
    for (std::size_t i = 0; i < std::min(kHeadLines, paragraphs_.size()); ++i) {
      const Paragraph& line = paragraphs_[i];
      const std::string_view text = line.text;
      if (text.size() > kHeadBytes) return;
      const std::string_view title = labelled(text, kTitleLabels);
      if (title.empty() && !line.after_image) read_labels(text);
      set_if_unset(byline_.original_title, title);
      if (title.empty() && labelled(text, kSourceLabels).empty() &&
          labelled(text, kAuthorLabels).empty())
        return;
    }
  }

  // The last line except for that of the editor.
  void read_last_line() {
    for (auto line = paragraphs_.rbegin(); line != paragraphs_.rend(); ++line) {
      if (line->is_editor || !labelled(line->text, kEditorLabels).empty()) continue;
      if (!line->after_image && line->text.size() <= kHeadBytes) read_labels(line->text);
      return;
    }
  }

  // The source and the author of a line, in any order.
  void read_labels(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at = next_label(text, at + 1)) {
      const std::string_view rest = trim_wide_spaces(text.substr(at));
      read_source(first_value(labelled(rest, kSourceLabels)));
      const std::string_view author = first_value(labelled(rest, kAuthorLabels));
      if (!contains_sentence_mark(author)) set_if_unset(byline_.author, author);
    }
  }

  void read_source(std::string_view value) {
    constexpr std::size_t kMostCharacters = 30;
    if (!contains_sentence_mark(value) && count_characters(value) <= kMostCharacters)
      set_if_unset(byline_.source, value);
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
