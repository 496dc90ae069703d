// A value of the front matter, as its author typed it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace articles {

struct Member;

// Text is UTF-8 and never converted: `1.10` stays 1.10, `0123`, `yes` and `2021-08-05` stay what
// they are.
struct Value {
  enum class Kind : std::uint8_t {
    Null,    // nothing, `~`, null
    Plain,   // a scalar without quotes
    Quoted,  // a scalar that says it is text: quoted, block or tagged
    List,
    Map,
  };

  Kind kind = Kind::Null;
  std::string text;             // Plain, Quoted
  std::vector<Value> items;     // List
  std::vector<Member> members;  // Map, in the order of the file, each key once

  static Value plain(std::string text);
  static Value quoted(std::string text);

  bool is_null() const noexcept { return kind == Kind::Null; }
  bool is_scalar() const noexcept { return kind == Kind::Plain || kind == Kind::Quoted; }

  // The member of that very key; nullptr if this is no map or has none.
  const Value* find(std::string_view key) const noexcept;
};

struct Member {
  std::string key;
  Value value;
  int line = 0;  // 1-based line of the file where the key stands; 0 if it is not known
};

// JSON: a plain scalar that is a JSON number, true or false stays as typed, null is null, any other
// scalar a string.
void append_json(std::string& json, const Value& value);
std::string to_json(const Value& value);

// What a person would call the value's text: the scalar as typed; a list or a map as JSON; "" for
// null.
std::string to_text(const Value& value);

}  // namespace articles
