// No sequence of tags opens more elements than the limit allows: the parser itself tells, for
// random tags repeated until each limit is exceeded.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "html/syntax/elements.h"
#include "html/tree/input_limits.h"
#include "html/tree/tree.h"

namespace articles {
namespace {

// The parser adds tbody and tr to a table by itself, and opens formatting elements again.
constexpr std::size_t kMostLevels = 2 * kMaxOpenElements + 2 * kMaxFormattingElements;
// Each unit is repeated so often. The depth would be at least this number if the limit failed.
constexpr int kRepeats = 2'000;

std::size_t depth(const GumboNode& root) {
  std::size_t most = 0;
  std::vector<std::pair<const GumboNode*, std::size_t>> rest{{&root, 0}};
  while (!rest.empty()) {
    const auto [node, level] = rest.back();
    rest.pop_back();
    most = std::max(most, level);
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) continue;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
      rest.emplace_back(static_cast<const GumboNode*>(children.data[i]), level + 1);
  }
  return most;
}

class RandomTags {
 public:
  explicit RandomTags(unsigned seed) : random_(seed) {}

  std::string unit() {
    std::string unit;
    for (std::size_t tags = 1 + below(4); tags > 0; --tags) {
      unit += below(3) == 0 ? "</" : "<";
      unit += name();
      unit += below(5) == 0 ? "/>" : ">";
      if (below(4) == 0) unit += "x";
    }
    return unit;
  }

 private:
  std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }

  std::string_view name() {
    if (below(20) == 0) return "x-y";
    return kElements[below(std::size(kElements))].name;
  }

  std::mt19937 random_;
};

TEST(HtmlDepth, RandomTagsStayWithinTheLimit) {
  const char* const wanted = std::getenv("HTML_DEPTH_UNITS");
  const int units = wanted != nullptr ? std::atoi(wanted) : 300;
  const char* const seed = std::getenv("HTML_DEPTH_SEED");
  RandomTags tags(seed != nullptr ? static_cast<unsigned>(std::atoi(seed)) : 1);
  for (int i = 0; i < units; ++i) {
    const std::string unit = tags.unit();
    std::string html;
    for (int repeat = 0; repeat < kRepeats; ++repeat) html += unit;
    EXPECT_LE(depth(HtmlTree(html).root()), kMostLevels) << unit;
  }
}

}  // namespace
}  // namespace articles
