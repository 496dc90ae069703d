#include "front_matter/yaml_reasons.h"

#include <yaml-cpp/exceptions.h>

namespace articles {
namespace {

struct Reason {
  std::string_view message;
  std::string_view reason;
};

constexpr std::string_view kOpenQuote = "a quote that is not closed";
constexpr std::string_view kBadTag = "a malformed tag";
constexpr std::string_view kBadAnchor = "a malformed anchor or alias";
constexpr std::string_view kBadDirective = "a malformed directive";

const Reason kReasons[] = {
    {YAML::ErrorMsg::MAP_VALUE, "a ': ' within a value"},
    {YAML::ErrorMsg::MAP_KEY, "a key where none is allowed"},
    {YAML::ErrorMsg::END_OF_MAP, "text where a key is expected"},
    {YAML::ErrorMsg::END_OF_MAP_FLOW, "a '{' that is not closed, or text after a value in it"},
    {YAML::ErrorMsg::END_OF_SEQ, "text where an item of a list is expected"},
    {YAML::ErrorMsg::END_OF_SEQ_FLOW, "a '[' that is not closed, or text after an item in it"},
    {YAML::ErrorMsg::FLOW_END, "a closing bracket that nothing opens"},
    {YAML::ErrorMsg::BLOCK_ENTRY, "an item of a list where none is allowed"},
    {YAML::ErrorMsg::UNKNOWN_TOKEN, "a value that begins with a reserved character"},
    {YAML::ErrorMsg::DOC_IN_SCALAR, kOpenQuote},
    {YAML::ErrorMsg::EOF_IN_SCALAR, kOpenQuote},
    {YAML::ErrorMsg::CHAR_IN_SCALAR, "a character that is not allowed there"},
    {YAML::ErrorMsg::TAB_IN_INDENTATION, "a tab in the indentation"},
    {YAML::ErrorMsg::CHAR_IN_BLOCK, "text after '|' or '>'"},
    {YAML::ErrorMsg::ZERO_INDENT_IN_BLOCK, "an indentation of 0 after '|' or '>'"},
    {YAML::ErrorMsg::INVALID_ESCAPE, "an unknown escape"},
    {YAML::ErrorMsg::INVALID_HEX, "an escape without its hexadecimal digits"},
    {YAML::ErrorMsg::INVALID_UNICODE, "an escape that is not a character"},
    {YAML::ErrorMsg::UNKNOWN_ANCHOR, "an alias whose anchor is missing"},
    {YAML::ErrorMsg::ALIAS_CONTENT, kBadAnchor},
    {YAML::ErrorMsg::ALIAS_NOT_FOUND, kBadAnchor},
    {YAML::ErrorMsg::ANCHOR_NOT_FOUND, kBadAnchor},
    {YAML::ErrorMsg::CHAR_IN_ALIAS, kBadAnchor},
    {YAML::ErrorMsg::CHAR_IN_ANCHOR, kBadAnchor},
    {YAML::ErrorMsg::MULTIPLE_ANCHORS, kBadAnchor},
    {YAML::ErrorMsg::MULTIPLE_ALIASES, kBadAnchor},
    {YAML::ErrorMsg::MULTIPLE_TAGS, kBadTag},
    {YAML::ErrorMsg::CHAR_IN_TAG_HANDLE, kBadTag},
    {YAML::ErrorMsg::TAG_WITH_NO_SUFFIX, kBadTag},
    {YAML::ErrorMsg::END_OF_VERBATIM_TAG, kBadTag},
    {YAML::ErrorMsg::YAML_DIRECTIVE_ARGS, kBadDirective},
    {YAML::ErrorMsg::YAML_VERSION, kBadDirective},
    {YAML::ErrorMsg::YAML_MAJOR_VERSION, kBadDirective},
    {YAML::ErrorMsg::REPEATED_YAML_DIRECTIVE, kBadDirective},
    {YAML::ErrorMsg::TAG_DIRECTIVE_ARGS, kBadDirective},
    {YAML::ErrorMsg::REPEATED_TAG_DIRECTIVE, kBadDirective},
    {YAML::ErrorMsg::BAD_FILE, "nested too deeply"},
};

// The message without its quotation.
std::string_view head_of(std::string_view message) {
  return message.substr(0, message.find(": "));
}

}  // namespace

std::string_view yaml_reason(std::string_view message) noexcept {
  for (const Reason& reason : kReasons)
    if (head_of(reason.message) == head_of(message)) return reason.reason;
  return "a syntax error";
}

}  // namespace articles
