#include "articles/problem.h"

#include <algorithm>
#include <tuple>

#include "base/json.h"
#include "base/utf8.h"

namespace articles {
namespace {

constexpr std::size_t kMaxDescribed = 5;
constexpr std::size_t kMaxQuotedBytes = 100;

const char* kind_of(Severity severity) {
  switch (severity) {
    case Severity::Lost:
      return "lost";
    case Severity::Unreadable:
      return "unreadable";
    case Severity::Salvaged:
      return "salvaged";
  }
  return "";
}

bool is_before(const Problem& a, const Problem& b) {
  const bool a_salvaged = a.severity == Severity::Salvaged;
  const bool b_salvaged = b.severity == Severity::Salvaged;
  return std::tie(a_salvaged, a.line) < std::tie(b_salvaged, b.line);
}

std::vector<const Problem*> sorted(const Problems& problems) {
  std::vector<const Problem*> order;
  order.reserve(problems.size());
  for (const Problem& problem : problems) order.push_back(&problem);
  std::stable_sort(order.begin(), order.end(),
                   [](const Problem* a, const Problem* b) { return is_before(*a, *b); });
  return order;
}

void append_or_null(std::string& json, const std::string& text) {
  if (text.empty())
    json += "null";
  else
    append_json_string(json, text);
}

}  // namespace

std::string describe(const Problems& problems) {
  std::string text;
  const std::vector<const Problem*> order = sorted(problems);
  const std::size_t described = std::min(order.size(), kMaxDescribed);
  for (std::size_t i = 0; i < described; ++i) {
    const Problem& problem = *order[i];
    if (!text.empty()) text += "; ";
    if (problem.line > 0) text += "line " + std::to_string(problem.line) + ": ";
    if (problem.severity == Severity::Salvaged) text += "salvaged: ";
    text += problem.reason;
  }
  if (order.size() > described)
    text += "; and " + std::to_string(order.size() - described) + " more";
  return text;
}

std::string to_json(const Problems& problems) {
  std::string json = "[";
  for (const Problem* const problem : sorted(problems)) {
    if (json.size() > 1) json += ',';
    json += R"({"line":)";
    json += problem->line > 0 ? std::to_string(problem->line) : "null";
    json += R"(,"kind":")";
    json += kind_of(problem->severity);
    json += R"(","key":)";
    append_or_null(json, problem->key);
    json += R"(,"value":)";
    append_or_null(json, problem->value);
    json += R"(,"reason":)";
    append_json_string(json, problem->reason);
    json += '}';
  }
  json += ']';
  return json;
}

std::string quoted_in_reason(std::string_view text) {
  if (text.size() <= kMaxQuotedBytes) return "'" + std::string(text) + "'";
  std::size_t size = kMaxQuotedBytes;
  while (size > 0 && (byte_at(text, size) & 0xC0U) == 0x80) --size;  // not within a character
  return "'" + std::string(text.substr(0, size)) + "…'";
}

}  // namespace articles
