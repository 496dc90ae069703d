// The name of a company, fund, bond or index that is written beside a code.
#pragma once

#include <string>
#include <string_view>

#include "stocks/code_ranges.h"

namespace articles {

// What kind of name ends directly before a bracket that holds a number.
// REQUIRES: full-width forms in `before` are folded
NameHint classify_name_before(std::string_view before);

// The name that `before` ends in: the characters after the last punctuation mark. "" if there are
// none, or more than a short name has. Brackets are not part of a name.
// REQUIRES: full-width forms in `before` are folded
std::string name_at_end(std::string_view before);

// The name where neither a bracket nor a space separates it from the code: 贵州茅台SH600519. "" if
// it has fewer than three characters, because short words there are more likely verbs.
// REQUIRES: full-width forms in `before` are folded
std::string glued_name(std::string_view before);

// The content of an element or a table cell as a name: character references are decoded, white
// space is collapsed, brackets around the name and a code in brackets after it are removed. "" if
// the content is not a name.
// REQUIRES: tags are removed from `text`
std::string clean_name(std::string_view text);

}  // namespace articles
