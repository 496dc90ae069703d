#include "articles/field_value.h"

#include "base/json.h"

namespace articles {

Value Value::plain(std::string text) {
  Value value;
  value.kind = Kind::Plain;
  value.text = std::move(text);
  return value;
}

Value Value::quoted(std::string text) {
  Value value = plain(std::move(text));
  value.kind = Kind::Quoted;
  return value;
}

const Value* Value::find(std::string_view key) const noexcept {
  for (const Member& member : members)
    if (member.key == key) return &member.value;
  return nullptr;
}

void append_json(std::string& json, const Value& value) {
  switch (value.kind) {
    case Value::Kind::Null:
      json += "null";
      return;
    case Value::Kind::Quoted:
      append_json_string(json, value.text);
      return;
    case Value::Kind::Plain:
      if (value.text == "true" || value.text == "false" || is_json_number(value.text))
        json += value.text;
      else
        append_json_string(json, value.text);
      return;
    case Value::Kind::List: {
      char separator = '[';
      for (const Value& item : value.items) {
        json += separator;
        append_json(json, item);
        separator = ',';
      }
      json += value.items.empty() ? "[]" : "]";
      return;
    }
    case Value::Kind::Map: {
      char separator = '{';
      for (const Member& member : value.members) {
        json += separator;
        append_json_string(json, member.key);
        json += ':';
        append_json(json, member.value);
        separator = ',';
      }
      json += value.members.empty() ? "{}" : "}";
      return;
    }
  }
}

std::string to_json(const Value& value) {
  std::string json;
  append_json(json, value);
  return json;
}

std::string to_text(const Value& value) {
  if (value.is_null()) return {};
  return value.is_scalar() ? value.text : to_json(value);
}

}  // namespace articles
