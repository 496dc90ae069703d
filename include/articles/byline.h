// What a page of a Chinese news site says about where it comes from.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace articles {

// Each as the page states it, without its label; no value: the page does not.
struct Byline {
  std::optional<std::string> original_title;  // 原标题：… in the first lines
  std::optional<std::string> source;  // 来源：… or 本文来源：… in the first lines or the last one.
                                      // What stands mid-article or beside an image is the image's
  std::optional<std::string> author;  // 作者：…, 记者 …, 文/…; several names as written
  std::optional<std::string> editor;  // 责任编辑：… or 责编：…, the last one; 编辑：… alone is that
                                      // of the source
};

// Reads the text that a reader sees, not attributes, comments, captions or the trailers of portals.
// A text without tags is read line by line. Linear.
Byline read_byline(std::string_view html);

// {"original_title":…,"source":…,"author":…,"editor":…}, null for what is not stated.
std::string to_json(const Byline& byline);

}  // namespace articles
