#include "articles/field_value.h"

#include "base/json.h"

namespace articles {

FieldValue FieldValue::plain(std::string text) {
  FieldValue value;
  value.kind = Kind::Plain;
  value.text = std::move(text);
  return value;
}

FieldValue FieldValue::quoted(std::string text) {
  FieldValue value = plain(std::move(text));
  value.kind = Kind::Quoted;
  return value;
}

FieldValue FieldValue::list() {
  FieldValue value;
  value.kind = Kind::List;
  return value;
}

FieldValue FieldValue::map() {
  FieldValue value;
  value.kind = Kind::Map;
  return value;
}

const FieldValue* FieldValue::find(std::string_view key) const noexcept {
  for (const Field& field : members)
    if (field.key == key) return &field.value;
  return nullptr;
}

const FieldValue* find_field(const FieldValue& fields, std::string_view key) {
  if (const FieldValue* const value = fields.find(key)) return value;
  for (std::size_t dot = key.find('.'); dot != std::string_view::npos;
       dot = key.find('.', dot + 1)) {
    const FieldValue* const map = fields.find(key.substr(0, dot));
    if (map == nullptr) continue;
    if (const FieldValue* const value = find_field(*map, key.substr(dot + 1))) return value;
  }
  return nullptr;
}

void append_json(std::string& json, const FieldValue& value) {
  switch (value.kind) {
    case FieldValue::Kind::Null:
      json += "null";
      return;
    case FieldValue::Kind::Quoted:
      append_json_string(json, value.text);
      return;
    case FieldValue::Kind::Plain:
      if (value.text == "true" || value.text == "false" || is_json_number(value.text))
        json += value.text;
      else
        append_json_string(json, value.text);
      return;
    case FieldValue::Kind::List: {
      char separator = '[';
      for (const FieldValue& item : value.items) {
        json += separator;
        append_json(json, item);
        separator = ',';
      }
      json += value.items.empty() ? "[]" : "]";
      return;
    }
    case FieldValue::Kind::Map: {
      char separator = '{';
      for (const Field& field : value.members) {
        json += separator;
        append_json_string(json, field.key);
        json += ':';
        append_json(json, field.value);
        separator = ',';
      }
      json += value.members.empty() ? "{}" : "}";
      return;
    }
  }
}

std::string to_json(const FieldValue& value) {
  std::string json;
  append_json(json, value);
  return json;
}

std::string to_text(const FieldValue& value) {
  if (value.is_null()) return {};
  return value.is_scalar() ? value.text : to_json(value);
}

}  // namespace articles
