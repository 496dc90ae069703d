// The value that a person reads in malformed front matter, whatever its format.
#pragma once

#include <string>
#include <string_view>

#include "articles/field_value.h"

namespace articles {

// Blanks, line ends, and what editors and web pages put in their place: U+00A0, U+3000, U+FEFF.
std::string_view trim_wide_blanks(std::string_view text);

// `text` is what follows a key. If the key usually has a list, the result is a List, else a Quoted
// text; Null if there is nothing but blanks.
FieldValue salvaged_value(std::string_view key, std::string_view text);

// Whether salvaged_value() makes a list of the text.
bool takes_list(std::string_view key, std::string_view text);

// `text` without the blanks and the quotes around it; the escapes of its quotes are decoded.
std::string salvaged_text(std::string_view text);

}  // namespace articles
