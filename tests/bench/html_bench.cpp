// strip_html in memory: the fast path beside the parser that it bypasses and beside memchr, the
// floor, in one run.
//
// The bodies of bodies.h, repeated to 50 MB.
// The answers of both ways are compared before anything is timed.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "base/utf8.h"
#include "bodies.h"
#include "html/text/inner_text.h"
#include "html/text/one_pass.h"

namespace {

constexpr std::size_t kBytes = 50'000'000;

const Bodies& bodies() {
  static const Bodies all = repeated_bodies(kBytes);
  return all;
}

bool same_answers() {
  return std::all_of(
      bodies().begin(),
      bodies().begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(bodies().size(), 100)),
      [](const std::string& body) {
        std::string fast;
        return !articles::try_strip_html(body, fast) || fast == articles::strip_html_by_tree(body);
      });
}

template <class Each>
void run(benchmark::State& state, Each each) {
  if (!same_answers()) return state.SkipWithError("the answers differ");
  for (auto _ : state)
    for (const std::string& body : bodies()) each(body);
  state.SetBytesProcessed(state.iterations() * bytes_of(bodies()));
}

void BM_fast(benchmark::State& state) {
  std::string text;
  run(state, [&](const std::string& body) {
    text.clear();
    if (!articles::try_strip_html(body, text)) state.SkipWithError("the fast path declines");
    benchmark::DoNotOptimize(text.data());
  });
}

void BM_tree(benchmark::State& state) {
  run(state, [](const std::string& body) {
    benchmark::DoNotOptimize(articles::strip_html_by_tree(body));
  });
}

void BM_utf8(benchmark::State& state) {
  run(state, [](const std::string& body) { benchmark::DoNotOptimize(articles::is_utf8(body)); });
}

void BM_memchr(benchmark::State& state) {
  run(state, [](const std::string& body) {
    benchmark::DoNotOptimize(std::memchr(body.data(), '\0', body.size()));
  });
}

BENCHMARK(BM_fast)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_tree)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(BM_utf8)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_memchr)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
