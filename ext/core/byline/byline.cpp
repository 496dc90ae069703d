#include "articles/byline.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/ascii.h"
#include "base/folded_text.h"
#include "base/json.h"
#include "base/utf8.h"
#include "byline/paragraphs.h"

namespace articles {
namespace {

constexpr std::string_view kTitleLabels[] = {"原标题", "原题"};
constexpr std::string_view kSourceLabels[] = {"本文来源", "文章来源", "来源"};
constexpr std::string_view kAuthorLabels[] = {"本文作者", "作者", "本报记者", "记者",
                                              "采写",     "撰文", "撰稿",     "文"};
constexpr std::string_view kEditorLabels[] = {"责任编辑", "责编"};
// What ends a value where several stand in one line.
constexpr std::string_view kLabels[] = {"原标题", "来源", "作者", "记者",     "编辑",
                                        "责编",   "责任", "时间", "发布时间", "日期"};
constexpr std::string_view kColons[] = {"：", ":", "|", "｜", "丨", "/", "／"};
// Stand before a name, in a line of its own or in brackets.
constexpr std::string_view kRoles[] = {"记者", "研究员", "数据宝"};
constexpr std::string_view kOtherRoles[] = {"通讯员", "实习生", "实习记者"};

constexpr std::size_t kHeadLines = 4;    // of labels, before the article begins
constexpr std::size_t kHeadBytes = 300;  // of such a line; a longer one is a paragraph

bool holds_a_sentence(std::string_view text) {
  for (const std::string_view mark : {"。", "，", "；", "！", "？"})
    if (text.find(mark) != std::string_view::npos) return true;
  return false;
}

// The value behind one of `labels` and a colon that `text` begins with; "": none.
template <class Labels>
std::string_view labelled(std::string_view text, const Labels& labels) {
  for (const std::string_view open : {"（", "(", "【", "["})
    if (starts_with(text, open)) text.remove_prefix(open.size());
  const std::size_t label = size_of_first(text, labels);
  if (label == 0) return {};
  text = trim_wide_spaces(text.substr(label));
  const std::size_t colon = size_of_first(text, kColons);
  return colon == 0 ? std::string_view() : trim_wide_spaces(text.substr(colon));
}

// Whether the word at `at` is followed by a colon, or stands between blanks: 来源：示例日报 记者
// 某某
bool is_label(std::string_view text, std::size_t at, std::string_view label) {
  const std::string_view rest = text.substr(at + label.size());
  return size_of_first(trim_wide_spaces(rest), kColons) != 0 ||
         (ends_with(text.substr(0, at), " ") && starts_with(rest, " "));
}

// Up to the next label, bracket or wide gap.
std::string_view first_value(std::string_view text) {
  std::size_t end = text.size();
  for (const std::string_view mark : {"）", ")", "】", "]", "　", "  ", "|", "｜", "丨", "\n"})
    end = std::min(end, text.find(mark));
  for (const std::string_view label : kLabels)
    if (const std::size_t at = text.find(label); at > 0 && at < end && is_label(text, at, label))
      end = at;
  return trim_wide_spaces(text.substr(0, end));
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
  }));
}

// Chinese characters, and the dot within a foreign name.
bool is_han_only(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    const bool han = (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF);
    if (!han && code != 0xB7 && code != 0x30FB) return false;
  }
  return true;
}

// Two to four Chinese characters.
bool is_personal_name(std::string_view text) {
  const std::size_t size = characters(text);
  return size >= 2 && size <= 4 && is_han_only(text);
}

// `王鑫 通讯员 陈健`: the names, the roles between them left out; "": these are no names.
std::string names_in(std::string_view text) {
  std::string names;
  while (!(text = trim_wide_spaces(text)).empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    if (size_of_first(word, kOtherRoles) == word.size() ||
        size_of_first(word, kRoles) == word.size())
      continue;
    // 王鑫 北京报道; 朱成祥 每经编辑 文多
    if (ends_with(word, "报道") || ends_with(word, "编辑")) break;
    if (!is_personal_name(word)) return {};
    names += (names.empty() ? "" : " ") + std::string(word);
  }
  return names;
}

// `澎湃新闻记者 王鑫`: what stands behind the last of the roles and a blank.
std::string behind_role(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() > kLongest || holds_a_sentence(text)) return {};
  for (const std::string_view role : kRoles) {
    const std::size_t at = text.find(role);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = text.substr(at + role.size());
    if (starts_with(rest, " ") || starts_with(rest, "　")) return names_in(rest);
  }
  return {};
}

// `（记者 万宇）` within a paragraph. A place may stand before the role: `（上海，研究员 王梦雅）`.
std::string between(std::string_view text, std::string_view open, std::string_view close) {
  for (std::size_t at = text.find(open); at != std::string_view::npos;
       at = text.find(open, at + open.size())) {
    constexpr std::size_t kLongest = 60;
    constexpr std::string_view kComma = "，";
    std::string_view inside = text.substr(at + open.size(), kLongest);
    const std::size_t end = inside.find(close);
    if (end == std::string_view::npos) continue;
    inside = inside.substr(0, end);
    if (const std::size_t comma = inside.rfind(kComma); comma != std::string_view::npos)
      inside.remove_prefix(kComma.size() + comma);
    if (std::string names = behind_role(inside); !names.empty()) return names;
  }
  return {};
}

std::string in_brackets(std::string_view text) {
  std::string names = between(text, "（", "）");
  return names.empty() ? between(text, "(", ")") : names;
}

void state(std::optional<std::string>& field, std::string_view value) {
  if (!field && !value.empty()) field = std::string(value);
}

class Reader {
 public:
  explicit Reader(std::vector<Paragraph> paragraphs) : paragraphs_(std::move(paragraphs)) {}

  Byline read() {
    editor();
    head();
    tail();
    author();
    return std::move(byline_);
  }

 private:
  // The last one; Sina's own paragraph before any other.
  void editor() {
    bool own = false;
    for (const Paragraph& paragraph : paragraphs_) {
      std::string_view value;
      for (const std::string_view label : kEditorLabels)
        if (const std::size_t at = paragraph.text.rfind(label); at != std::string::npos)
          value = labelled(std::string_view(paragraph.text).substr(at), kEditorLabels);
      value = without_number(first_value(value));
      if (value.empty() || holds_a_sentence(value) || (own && !paragraph.is_editor)) continue;
      own = paragraph.is_editor;
      byline_.editor = std::string(value);
    }
  }

  // 王翔 SF123: a number of the site's staff behind the name.
  static std::string_view without_number(std::string_view name) {
    const std::size_t blank = name.rfind(' ');
    if (blank == std::string_view::npos) return name;
    const std::string_view last = name.substr(blank + 1);
    const bool number = std::all_of(last.begin(), last.end(), ascii_alnum) &&
                        std::any_of(last.begin(), last.end(), ascii_digit);
    return number ? trim_wide_spaces(name.substr(0, blank)) : name;
  }

  // The lines that begin with a label.
  void head() {
    for (std::size_t i = 0; i < std::min(kHeadLines, paragraphs_.size()); ++i) {
      const Paragraph& line = paragraphs_[i];
      const std::string_view text = line.text;
      if (text.size() > kHeadBytes) return;
      const std::string_view title = labelled(text, kTitleLabels);
      if (title.empty() && !line.after_image) labels(text);
      state(byline_.original_title, title);
      if (title.empty() && labelled(text, kSourceLabels).empty() &&
          labelled(text, kAuthorLabels).empty())
        return;
    }
  }

  // Source and author, in either order in one line.
  void labels(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::string_view rest = trim_wide_spaces(text.substr(at));
      source(labelled(rest, kSourceLabels));
      const std::string_view author = first_value(labelled(rest, kAuthorLabels));
      if (!holds_a_sentence(author)) state(byline_.author, author);
      at = next_label(text, at + 1);
    }
  }

  // A word of its own: 图片来源 is the image's, 数据来源 that of the numbers.
  static std::size_t next_label(std::string_view text, std::size_t from) {
    constexpr std::string_view kBefore[] = {" ", "\t", "　", "|", "｜", "丨", "(", "（", "/"};
    std::size_t next = text.size();
    for (const std::string_view label : {"来源", "作者"})
      for (std::size_t at = text.find(label, from); at < next; at = text.find(label, at + 1))
        if (size_of_last(text.substr(0, at), kBefore) != 0) next = at;
    return next;
  }

  void source(std::string_view value) {
    constexpr std::size_t kMost = 30;
    value = first_value(value);
    if (!holds_a_sentence(value) && characters(value) <= kMost) state(byline_.source, value);
  }

  // The last paragraph, the editor's aside.
  void tail() {
    for (auto line = paragraphs_.rbegin(); line != paragraphs_.rend(); ++line) {
      if (line->is_editor || !labelled(line->text, kEditorLabels).empty()) continue;
      if (!line->after_image && line->text.size() <= kHeadBytes) labels(line->text);
      return;
    }
  }

  void author() {
    for (const Paragraph& paragraph : paragraphs_) {
      if (byline_.author) return;
      if (paragraph.after_image) continue;
      state(byline_.author, behind_role(paragraph.text));
      state(byline_.author, in_brackets(paragraph.text));
    }
  }

  std::vector<Paragraph> paragraphs_;
  Byline byline_;
};

}  // namespace

Byline read_byline(std::string_view html) {
  return Reader(paragraphs(html)).read();
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
