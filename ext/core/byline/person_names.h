// Names of persons in a byline, with the roles before them: 澎湃新闻记者 示例甲 通讯员 示例乙.
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

// The names of a line that is nothing but names, each with a frequent surname, with spaces or 、
// between; "" for any other line. Spaces between the names are made single.
std::string names_only(std::string_view line);

// names_after_role() of the brackets anywhere in a text: （记者 示例甲）, also after a place:
// （上海，研究员 示例甲）.
std::string bracketed_names(std::string_view text);

}  // namespace articles
