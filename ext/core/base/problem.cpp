#include "articles/problem.h"

#include <algorithm>
#include <tuple>

namespace articles {

std::string describe(const Problems& problems) {
  Problems sorted = problems;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.severity, a.line) < std::tie(b.severity, b.line);
  });
  std::string text;
  for (const Problem& problem : sorted) {
    if (!text.empty()) text += "; ";
    if (problem.line > 0) text += "line " + std::to_string(problem.line) + ": ";
    if (problem.severity == Severity::Salvaged) text += "salvaged: ";
    text += problem.reason;
  }
  return text;
}

}  // namespace articles
