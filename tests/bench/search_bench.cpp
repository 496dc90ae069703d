// The tokenizer in memory beside memchr, the floor, in one run, over the text of bodies.h repeated
// to 50 MB. tests/bench/search_bench.py has the tables of FTS5.
#include <benchmark/benchmark.h>

#include <cstring>
#include <string>

#include "articles/html.h"
#include "articles/search.h"
#include "bodies.h"

namespace {

constexpr std::size_t kBytes = 50'000'000;

const std::string& text() {
  static const std::string all = [] {
    std::string joined;
    for (const std::string& body : repeated_bodies(kBytes)) joined += articles::strip_html(body);
    return joined;
  }();
  return all;
}

void run_tokens(benchmark::State& state, const articles::TokenizerOptions& options) {
  text();  // is read before anything is timed
  const articles::Tokenizer tokenizer(options);
  for (auto _ : state) {
    std::size_t tokens = 0;
    tokenizer.tokens(text(), [&](const articles::Token& token) {
      tokens += token.text.size();
      return true;
    });
    benchmark::DoNotOptimize(tokens);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text().size()));
}

void BM_tokens(benchmark::State& state) {
  run_tokens(state, {});
}

void BM_tokens_simplified(benchmark::State& state) {
  run_tokens(state, {1, true});
}

void BM_memchr(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(std::memchr(text().data(), '\0', text().size()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text().size()));
}

BENCHMARK(BM_tokens)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_tokens_simplified)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_memchr)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
