// Values of SQL as C++ sees them: arguments in, results out.
#pragma once

#include <cassert>
#include <cstdint>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "sqlite/base/api.h"

namespace articles::sql {

inline bool is_null(sqlite3_value* value) {
  return sqlite3_value_type(value) == SQLITE_NULL;
}

// The value as UTF-8 text, NUL bytes included; the bytes of a blob as they are. Lives until the
// value is converted again, at most until the callback returns. Text need not be valid UTF-8.
// Throws bad_alloc.
// REQUIRES: !is_null(value)
inline std::string_view text_of(sqlite3_value* value) {
  assert(!is_null(value));
  const void* const bytes = sqlite3_value_type(value) == SQLITE_BLOB
                                ? sqlite3_value_blob(value)
                                : static_cast<const void*>(sqlite3_value_text(value));
  const int size = sqlite3_value_bytes(value);
  // An empty blob has no address. Text always has one, unless memory ran out.
  if (bytes == nullptr && sqlite3_value_type(value) != SQLITE_BLOB) throw std::bad_alloc();
  if (size == 0) return {};
  if (bytes == nullptr) throw std::bad_alloc();
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

// A text as valid UTF-8: bytes that are not UTF-8 become U+FFFD. Copies only if there are any.
class ValidText {
 public:
  // REQUIRES: !is_null(value)
  explicit ValidText(sqlite3_value* value) : ValidText(text_of(value)) {}
  // `text` must outlive this.
  explicit ValidText(std::string_view text) : text_(text) {
    if (is_utf8(text_)) return;
    repaired_ = repair_utf8(text_);
    text_ = repaired_;
  }
  ValidText(const ValidText&) = delete;
  ValidText& operator=(const ValidText&) = delete;

  // Lives as long as this, and as the text it was made of.
  std::string_view get() const noexcept { return text_; }

 private:
  std::string repaired_;
  std::string_view text_;
};

// Copies `text`.
// REQUIRES: text is valid UTF-8
inline void result_text(sqlite3_context* context, std::string_view text) {
  sqlite3_result_text64(context, text.empty() ? "" : text.data(), text.size(), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

// NULL if there is no text.
template <class Text>
void result_text(sqlite3_context* context, const std::optional<Text>& text) {
  if (text)
    result_text(context, std::string_view(*text));
  else
    sqlite3_result_null(context);
}

// Text with the subtype that SQLite's JSON functions look for
// (https://www.sqlite.org/c3ref/result_subtype.html).
// REQUIRES: json is valid JSON
inline void result_json(sqlite3_context* context, std::string_view json) {
  constexpr unsigned kJsonSubtype = 'J';
  result_text(context, json);
  sqlite3_result_subtype(context, kJsonSubtype);
}

}  // namespace articles::sql
