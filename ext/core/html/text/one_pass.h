// The fast path of strip_html(): one pass without a tree over HTML whose tags nest as written.
#pragma once

#include <string>
#include <string_view>

namespace articles {

// Appends the text of `html` to `text`, or declines: then it returns false, and the contents of
// `text` have no meaning. The text is that of strip_html_by_tree() (html/text/inner_text.h), byte
// for byte: tests and a fuzzer compare the two.
//
// It takes tags that open and close in order; elements whose end tags may be left out (p, li, dd,
// dt, tr, td …), if no other element is open in them; tables without text outside of cells;
// scripts, styles and comments; hidden elements, details and svg in their plain forms; numeric
// references and the common named ones. It declines misnested tags, select and option, dialog,
// ruby, math, template, NULs, tags that are not closed, and each element whose role is
// Role::Declined.
// REQUIRES: html is valid UTF-8; text is empty
bool try_strip_html(std::string_view html, std::string& text);

}  // namespace articles
