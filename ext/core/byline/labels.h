// Labelled values in a line: 来源：示例日报 作者：示例作者.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/ascii.h"

namespace articles {

// The labels of each field.
inline constexpr std::string_view kTitleLabels[] = {"原标题", "原题"};
inline constexpr std::string_view kSourceLabels[] = {"本文来源", "文章来源", "来源"};
inline constexpr std::string_view kAuthorLabels[] = {"本文作者", "作者", "本报记者", "记者",
                                                     "采写",     "撰文", "撰稿",     "文"};
inline constexpr std::string_view kEditorLabels[] = {"责任编辑", "责编"};

// Whether the text is a sentence or a part of one, and so not a value.
bool contains_sentence_mark(std::string_view text);

// The rest of a line after a label and a colon. `text` begins after the label. "" if there is no
// colon.
std::string_view after_colon(std::string_view text);

// The text without the opening brackets that it begins with.
std::string_view without_opening_brackets(std::string_view text);

// The rest of the line after one of `labels`, with which `text` begins, and a colon. "" if it does
// not begin so.
template <std::size_t N>
std::string_view labelled(std::string_view text, const std::string_view (&labels)[N]) {
  text = without_opening_brackets(text);
  const std::size_t label = size_of_first(text, labels);
  return label == 0 ? std::string_view() : after_colon(text.substr(label));
}

// The first value of a line that may go on with other labelled values: up to the next label, date,
// wide gap, or bracket that was opened before the value. A bracket in the value is closed or left
// out.
std::string_view first_value(std::string_view text);

// Removes a bracket that is not closed, and what follows it. A closing bracket without an opening
// one ends the text if `ends_at_closing`; if not, it is removed at the end of the text only.
std::string_view with_matched_brackets(std::string_view text, bool ends_at_closing);

// Where the next label of a source or an author begins, from `from` on; text.size() if there is
// none. It is a word of its own: 图片来源 is the source of the image, 数据来源 that of numbers.
std::size_t next_label(std::string_view text, std::size_t from);

}  // namespace articles
