// Front matter as text that shows everything that tests compare: kinds, lines and problems too.
#pragma once

#include <string>

#include "front_matter/yaml_front_matter.h"

namespace articles {

inline void append_text(std::string& text, const FieldValue& value) {
  switch (value.kind) {
    case FieldValue::Kind::Null:
      text += "null";
      break;
    case FieldValue::Kind::Plain:
      text += "plain<" + value.text + '>';
      break;
    case FieldValue::Kind::Quoted:
      text += "quoted<" + value.text + '>';
      break;
    case FieldValue::Kind::List:
      text += '[';
      for (const FieldValue& item : value.items) append_text(text, item), text += ',';
      text += ']';
      break;
    case FieldValue::Kind::Map:
      text += '{';
      for (const Field& field : value.members) {
        text += std::to_string(field.line) + ' ' + field.key + ": ";
        append_text(text, field.value);
        text += '\n';
      }
      text += '}';
      break;
  }
}

inline std::string text_of(const FrontMatter& front_matter) {
  std::string text;
  append_text(text, front_matter.fields);
  for (const Problem& problem : front_matter.problems) text += '\n' + describe({problem});
  return text;
}

}  // namespace articles
