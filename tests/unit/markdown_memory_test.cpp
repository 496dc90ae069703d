// Rendering while memory runs out. The arena gets all of it by calloc(), which this program
// replaces when it is linked (--wrap).
#include <gtest/gtest.h>

#include <cstddef>
#include <new>
#include <string>

#include "articles/markdown.h"

namespace {

thread_local int allocations_left = -1;  // -1: no limit

}  // namespace

extern "C" {
void* system_calloc(std::size_t count, std::size_t size) asm("__real_calloc");
void* failing_calloc(std::size_t count, std::size_t size) asm("__wrap_calloc");

void* failing_calloc(std::size_t count, std::size_t size) {
  if (allocations_left == 0) return nullptr;
  if (allocations_left > 0) --allocations_left;
  return system_calloc(count, size);
}
}

namespace articles {
namespace {

TEST(MarkdownMemory, EveryAllocationMayFail) {
  std::string text = "[^1]: note\n\n|a|b|\n|-|-|\n";
  for (int i = 0; i < 5'000; ++i) text += "| *c* | www.d.e ~~f~~ [^1] |\n";
  const std::string expected = markdown_html(text);
  int failed = 0;
  for (int n = 0;; ++n) {
    allocations_left = n;
    try {
      const std::string html = markdown_html(text);
      allocations_left = -1;
      EXPECT_TRUE(html == expected);
      break;
    } catch (const std::bad_alloc&) {
      allocations_left = -1;
      ++failed;
    }
    EXPECT_EQ(markdown_html("*a* ~~b~~"), "<p><em>a</em> <del>b</del></p>\n");
  }
  EXPECT_GT(failed, 5);
}

}  // namespace
}  // namespace articles
