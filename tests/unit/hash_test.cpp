#include "base/hash.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace articles {
namespace {

TEST(RowidHash, NoTwoOfAMillionPathsCollide) {
  constexpr int kPaths = 1'000'000;
  std::vector<std::int64_t> hashes;
  for (int i = 0; i < kPaths; ++i)
    hashes.push_back(rowid_hash("posts", "source/_posts/" + std::to_string(i) + ".md"));
  std::sort(hashes.begin(), hashes.end());
  EXPECT_EQ(std::adjacent_find(hashes.begin(), hashes.end()), hashes.end());
  EXPECT_GT(hashes.front(), 0);
  EXPECT_LT(hashes.back(), std::int64_t{1} << kRowidBits);
}

TEST(RowidHash, BothTextsAndTheirBorderCount) {
  EXPECT_NE(rowid_hash("a", "bc"), rowid_hash("ab", "c"));
  EXPECT_NE(rowid_hash("a", "b"), rowid_hash("b", "a"));
  EXPECT_EQ(rowid_hash("posts", "a.md"), rowid_hash("posts", "a.md"));
}

}  // namespace
}  // namespace articles
