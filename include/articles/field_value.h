// A value of the front matter, as its author typed it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace articles {

struct Field;

// Text is UTF-8 and is never converted: `1.10`, `0123`, `yes` and `2021-08-05` stay as they are.
struct FieldValue {
  enum class Kind : std::uint8_t {
    Null,    // nothing, `~`, null
    Plain,   // a scalar without quotes
    Quoted,  // a scalar that is text by its form: quoted, a block scalar or tagged
    List,
    Map,
  };

  Kind kind = Kind::Null;
  std::string text;               // of Plain and Quoted
  std::vector<FieldValue> items;  // of List
  std::vector<Field> members;     // of Map, in the order of the file; each key occurs once

  static FieldValue plain(std::string text);
  static FieldValue quoted(std::string text);
  static FieldValue list();  // empty
  static FieldValue map();   // empty

  bool is_null() const noexcept { return kind == Kind::Null; }
  bool is_scalar() const noexcept { return kind == Kind::Plain || kind == Kind::Quoted; }
  bool is_list() const noexcept { return kind == Kind::List; }
  bool is_map() const noexcept { return kind == Kind::Map; }

  // The value of the member whose key is exactly `key`; nullptr if this is not a map or has no such
  // member.
  const FieldValue* find(std::string_view key) const noexcept;
};

// A key of the front matter, or of a map in it, with its value.
struct Field {
  std::string key;
  FieldValue value;
  int line = 0;  // 1-based line of the file that the key is on; 0 if unknown
};

// The value that a declared column shows: that of the key itself, or else the value at the end of a
// dotted path into nested maps (`params.author.name`). A key that contains dots is found at every
// level, the shortest first. nullptr: the front matter has no such key. The pointer lives as long
// as `fields`.
const FieldValue* find_field(const FieldValue& fields, std::string_view key);

// JSON (RFC 8259), compact and valid for every value. A plain scalar that is a JSON number, `true`
// or `false` stays as typed, null is null, and any other scalar is a string.
void append_json(std::string& json, const FieldValue& value);
std::string to_json(const FieldValue& value);

// The value as a person would quote it: a scalar as typed, a list or a map as JSON, "" for null.
std::string to_text(const FieldValue& value);

}  // namespace articles
