// Names of persons in a byline, with the roles before them: 澎湃新闻记者 王鑫 通讯员 陈健.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace articles {

// The number of characters of a text.
// REQUIRES: text is valid UTF-8
std::size_t count_characters(std::string_view text);

// The names after the last role in a line that consists of them, separated by single spaces,
// without the roles between them. "" if the line says something else.
std::string names_after_role(std::string_view line);

// The same within brackets anywhere in a text: （记者 万宇）, also after a place: （上海，研究员
// 王梦雅）.
std::string bracketed_names(std::string_view text);

}  // namespace articles
