#include "byline/labels.h"

#include <algorithm>

#include "base/folded_text.h"

namespace articles {
namespace {

// Labels that end the value before them in the same line.
constexpr std::string_view kLabels[] = {"原标题", "来源", "作者", "记者",     "编辑",
                                        "责编",   "责任", "时间", "发布时间", "日期"};
constexpr std::string_view kColons[] = {"：", ":", "|", "｜", "丨", "/", "／"};

// Whether the word at `at` is a label: a colon follows, or spaces surround it, as in
// 来源：示例日报 记者 示例甲.
bool is_label(std::string_view text, std::size_t at, std::string_view word) {
  const std::string_view rest = text.substr(at + word.size());
  return size_of_first(trim_wide_spaces(rest), kColons) != 0 ||
         (ends_with(text.substr(0, at), " ") && starts_with(rest, " "));
}

}  // namespace

bool contains_sentence_mark(std::string_view text) {
  constexpr std::string_view kMarks[] = {"。", "，", "；", "！", "？"};
  return std::any_of(std::begin(kMarks), std::end(kMarks), [&](std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
  });
}

std::string_view after_colon(std::string_view text) {
  text = trim_wide_spaces(text);
  const std::size_t colon = size_of_first(text, kColons);
  return colon == 0 ? std::string_view() : trim_wide_spaces(text.substr(colon));
}

std::string_view without_opening_brackets(std::string_view text) {
  constexpr std::string_view kOpening[] = {"（", "(", "【", "["};
  while (const std::size_t size = size_of_first(text, kOpening)) text.remove_prefix(size);
  return text;
}

std::string_view first_value(std::string_view text) {
  std::size_t end = text.size();
  for (const std::string_view mark : {"）", ")", "】", "]", "　", "  ", "|", "｜", "丨", "\n"})
    end = std::min(end, text.find(mark));
  for (const std::string_view label : kLabels)
    if (const std::size_t at = text.find(label); at > 0 && at < end && is_label(text, at, label))
      end = at;
  return trim_wide_spaces(text.substr(0, end));
}

std::size_t next_label(std::string_view text, std::size_t from) {
  constexpr std::string_view kBefore[] = {" ", "\t", "　", "|", "｜", "丨", "(", "（", "/"};
  std::size_t next = text.size();
  for (const std::string_view label : {"来源", "作者"})
    for (std::size_t at = text.find(label, from); at < next; at = text.find(label, at + 1))
      if (size_of_last(text.substr(0, at), kBefore) != 0) next = at;
  return next;
}

}  // namespace articles
