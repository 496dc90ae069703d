// Front matter as text for comparison, with kinds, lines and problems.
#pragma once

#include <string>

#include "front_matter/front_matter.h"

namespace articles {

inline void append_text(std::string& text, const Value& value) {
  switch (value.kind) {
    case Value::Kind::Null:
      text += "null";
      break;
    case Value::Kind::Plain:
      text += "plain<" + value.text + '>';
      break;
    case Value::Kind::Quoted:
      text += "quoted<" + value.text + '>';
      break;
    case Value::Kind::List:
      text += '[';
      for (const Value& item : value.items) append_text(text, item), text += ',';
      text += ']';
      break;
    case Value::Kind::Map:
      text += '{';
      for (const Member& member : value.members) {
        text += std::to_string(member.line) + ' ' + member.key + ": ";
        append_text(text, member.value);
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
