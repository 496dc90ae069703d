#include "byline/labels.h"

#include <algorithm>
#include <iterator>

#include "base/folded_text.h"

namespace articles {
namespace {

// Labels that end the value before them in the same line.
constexpr std::string_view kLabels[] = {
    "原标题", "来源", "作者", "记者", "编辑",     "责任编辑", "值班编辑", "执行编辑", "实习编辑",
    "责编",   "时间", "日期", "发布", "发布时间", "校对",     "审校",     "审核",     "排版",
    "监制",   "统筹", "制图", "美编", "图片",     "视频",     "链接",     "研究员",   "通讯员"};
constexpr std::string_view kColons[] = {"：", ":", "|", "｜", "丨", "/", "／"};

struct BracketPair {
  std::string_view open, close;
};
// Neighbours in this table are of one shape.
constexpr BracketPair kBracketPairs[] = {{"（", "）"}, {"(", ")"}, {"【", "】"}, {"[", "]"}};

// Full-width and ASCII brackets of one shape match each other: （X).
constexpr bool are_of_same_shape(std::size_t a, std::size_t b) {
  return a / 2 == b / 2;
}

// Whether `text` begins with a date or a time: 2021-08-05, 08/05, 8月5日, 10:30.
bool starts_with_date(std::string_view text) {
  constexpr std::string_view kMarks[] = {"-", "/", ".", ":", "：", "年", "月"};
  constexpr std::size_t kMostDigits = 4;
  std::size_t digits = 0;
  while (digits < text.size() && ascii_digit(text[digits])) ++digits;
  return digits > 0 && digits <= kMostDigits && size_of_first(text.substr(digits), kMarks) != 0;
}

// Where a date begins, or a space and a date; text.size() if there is none.
std::size_t find_date(std::string_view text) {
  if (starts_with_date(text)) return 0;
  for (std::size_t space = text.find(' '); space != std::string_view::npos;
       space = text.find(' ', space + 1))
    if (starts_with_date(text.substr(space + 1))) return space;
  return text.size();
}

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
  constexpr std::string_view kLastMarks[] = {"，", ",", "；", ";", "、", "/", "·"};
  std::size_t end = find_date(text);
  for (const std::string_view mark : {"　", "  ", "|", "｜", "丨", "\n"})
    end = std::min(end, text.find(mark));
  for (const std::string_view label : kLabels)
    if (const std::size_t at = text.find(label); at < end && is_label(text, at, label)) end = at;
  text = with_matched_brackets(trim_wide_spaces(text.substr(0, end)), true);
  while (const std::size_t size = size_of_last(text, kLastMarks))
    text = trim_wide_spaces(text.substr(0, text.size() - size));
  return text;
}

std::string_view with_matched_brackets(std::string_view text, bool ends_at_closing) {
  constexpr std::size_t kDeepest = 8;
  std::size_t open_at[kDeepest];
  std::size_t open_pair[kDeepest];
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at)
    for (std::size_t pair = 0; pair < std::size(kBracketPairs); ++pair) {
      const std::string_view rest = text.substr(at);
      if (starts_with(rest, kBracketPairs[pair].open)) {
        if (depth == kDeepest) return trim_wide_spaces(text.substr(0, open_at[0]));
        open_at[depth] = at;
        open_pair[depth++] = pair;
      } else if (starts_with(rest, kBracketPairs[pair].close)) {
        const bool is_last = rest.size() == kBracketPairs[pair].close.size();
        if (depth == 0 && (ends_at_closing || is_last)) return trim_wide_spaces(text.substr(0, at));
        if (depth > 0 && are_of_same_shape(open_pair[depth - 1], pair)) --depth;
      }
    }
  return depth == 0 ? text : trim_wide_spaces(text.substr(0, open_at[0]));
}

std::size_t next_label(std::string_view text, std::size_t from) {
  constexpr std::string_view kBefore[] = {" ", "\t", "　", "|", "｜", "丨", "(", "（", "/"};
  constexpr std::string_view kCommas[] = {"，", ",", "；", ";"};  // 来源：雪球，作者：示例甲
  constexpr std::string_view kAuthor = "作者";
  constexpr std::string_view kNext[] = {"来源", "文章来源", "本文来源", kAuthor};
  std::size_t next = text.size();
  for (const std::string_view label : kNext)
    for (std::size_t at = text.find(label, from); at < next; at = text.find(label, at + 1)) {
      const std::string_view before = text.substr(0, at);
      if (size_of_last(before, kBefore) != 0 ||
          (label == kAuthor && size_of_last(before, kCommas) != 0))
        next = at;
    }
  return next;
}

}  // namespace articles
