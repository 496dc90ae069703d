#include "corpus/thread_limit.h"

#include <gtest/gtest.h>

#include <thread>

namespace articles {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMegabyte = 1'000'000;

TEST(ThreadLimit, AsManyThreadsComputeWhileNothingWaits) {
  ThreadLimit limit({2, 16}, kMegabyte);
  EXPECT_EQ(limit.threads(), 2U);
  limit.record({1ms, 0ms}, 1'000);
  EXPECT_EQ(limit.threads(), 2U);
}

TEST(ThreadLimit, WaitingThreadsMakeRoomForOthers) {
  ThreadLimit limit({2, 16}, kMegabyte);
  limit.record({4ms, 1ms}, 1'000);
  EXPECT_EQ(limit.threads(), 4U);
  limit.record({3ms, 3ms}, 1'000);
  EXPECT_EQ(limit.threads(), 6U);
  limit.record({0ms, 1s}, 1'000);
  EXPECT_EQ(limit.threads(), 16U);
}

TEST(ThreadLimit, ThreadsThatComputeAgainAreForgottenToHaveWaited) {
  ThreadLimit limit({2, 16}, kMegabyte);
  for (int i = 0; i < 100; ++i) limit.record({1ms, 20ms}, 1'000);
  EXPECT_EQ(limit.threads(), 16U);
  for (int i = 0; i < 40; ++i) limit.record({1ms, 0ms}, 1'000);
  EXPECT_EQ(limit.threads(), 2U);
}

TEST(ThreadLimit, BatchesOfTheFurtherThreadsFitInTheMemory) {
  ThreadLimit limit({2, 16}, kMegabyte);
  for (int i = 0; i < 100; ++i) limit.record({1ms, 100ms}, kMegabyte / 5);
  EXPECT_EQ(limit.threads(), 5U);
  for (int i = 0; i < 100; ++i) limit.record({1ms, 100ms}, kMegabyte);
  EXPECT_EQ(limit.threads(), 2U);
}

TEST(ThreadLimit, NumberThatWasAskedForDoesNotChange) {
  ThreadLimit limit({3, 3}, kMegabyte);
  EXPECT_FALSE(limit.may_change());
  limit.record({0ms, 1s}, 1'000);
  EXPECT_EQ(limit.threads(), 3U);
}

TEST(ThreadTimer, ThreadThatSleepsWaits) {
  const ThreadTimer timer;
  std::this_thread::sleep_for(20ms);
  EXPECT_GE(timer.elapsed().waited, 15ms);
}

// The kernel may make it wait now and then, but not each time.
TEST(ThreadTimer, ThreadThatDoesNotGiveUpTheCoreDoesNotWait) {
  bool has_waited = true;
  for (int i = 0; i < 100 && has_waited; ++i) {
    const ThreadTimer timer;
    const auto begin = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - begin < 1ms) {
    }
    has_waited = timer.elapsed().waited > 0ms;
  }
  EXPECT_FALSE(has_waited);
}

}  // namespace
}  // namespace articles
