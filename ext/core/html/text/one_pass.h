// The text of HTML whose tags nest as written, in one pass without a tree.
#pragma once

#include <string>
#include <string_view>

namespace articles {

// Appends the text to `text`, which is empty, and returns true; or returns false, and then `text`
// is of no meaning: the HTML holds something that only a parser gets right. Never a different text
// than the parser's: tests and a fuzzer compare the two.
//
// It takes tags that open and close in order, the end tags that the standard lets authors leave out
// where nothing else is open in the element (p, li, dd, dt, tr, td …), tables without stray text,
// scripts and styles, comments, numeric references and the common named ones. It leaves alone:
// misnested tags, hidden elements, forms' select and option, details, dialog, ruby, svg, math,
// template, NULs, tags that are never closed … REQUIRES: html is valid UTF-8
bool try_strip_html(std::string_view html, std::string& text);

}  // namespace articles
