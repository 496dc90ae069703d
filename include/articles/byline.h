// What a page of a Chinese news site states about its origin.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace articles {

// Each field as the page states it, without its label; no value if the page does not state it.
struct Byline {
  // 原标题：… in the first lines.
  std::optional<std::string> original_title;
  // 来源：… or 本文来源：… in the first lines or the last one. In the middle of an article or
  // beside an image it is the source of the image, and is not read.
  std::optional<std::string> source;
  // 作者：…, 记者 … or 文/…; several names as written.
  std::optional<std::string> author;
  // The last 责任编辑：… or 责编：…. 编辑：… alone is the editor of the source, and is not read.
  std::optional<std::string> editor;
};

// Reads what a reader of the page sees: not its attributes, comments, captions and the notices that
// portals append. Text without tags is read line by line. Time and memory are linear in the input.
Byline read_byline(std::string_view html);

// {"original_title":…,"source":…,"author":…,"editor":…}, with null for a field without a value.
std::string to_json(const Byline& byline);

}  // namespace articles
