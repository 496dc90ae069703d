// The functions that query an HTML value with a CSS selector; functions.cpp lists them.
#pragma once

#include "sqlite/base/api.h"

namespace articles::sql {

void run_strip_html(sqlite3_context* context, int argc, sqlite3_value** argv);
void run_html_text(sqlite3_context* context, int argc, sqlite3_value** argv);
void run_html_extract(sqlite3_context* context, int argc, sqlite3_value** argv);
void run_html_attribute_get(sqlite3_context* context, int argc, sqlite3_value** argv);
void run_html_count(sqlite3_context* context, int argc, sqlite3_value** argv);
void run_html_remove(sqlite3_context* context, int argc, sqlite3_value** argv);

}  // namespace articles::sql
