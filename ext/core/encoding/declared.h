// The encoding that an HTML page declares.
#pragma once

#include <cstddef>
#include <string_view>

#include "encoding/encodings.h"

namespace articles {

// A declaration counts if it is within so many bytes of the beginning of the page.
inline constexpr std::size_t kDeclarationBytes = 1024;

// The encoding that the first kDeclarationBytes of a page declare: by `<meta charset>`, by
// `<meta http-equiv=content-type>` with `content`, or else by an XML declaration. nullptr if they
// declare none, or one that encoding_of_label() does not list: the first declaration counts.
// https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
const Encoding* declared_encoding(std::string_view page) noexcept;

// Whether the body of a file may declare an encoding: the file's name says HTML, or the body begins
// with a tag or an XML declaration. Looks at the first kDeclarationBytes of the body only.
bool may_declare_encoding(std::string_view file, std::string_view body) noexcept;

}  // namespace articles
