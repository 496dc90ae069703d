// strip_html in memory: the fast path beside the parser that it bypasses and beside memchr, the
// floor, in one run.
//
// The bodies are those of ARTICLES_CORPORA/rsshub, or else of examples/posts, repeated to 50 MB.
// The answers of both ways are compared before anything is timed.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "articles/corpus.h"
#include "articles/utf8.h"
#include "html_fast.h"
#include "html_text.h"

namespace {

constexpr std::size_t kBytes = 50'000'000;

std::vector<std::string> read_bodies() {
  const char* const corpora = std::getenv("ARTICLES_CORPORA");
  const char* const source = std::getenv("ARTICLES_SOURCE");
  std::filesystem::path folder =
      std::filesystem::path(corpora != nullptr ? corpora : "") / "rsshub";
  if (!std::filesystem::is_directory(folder))
    folder = std::filesystem::path(source != nullptr ? source : ".") / "examples/posts";
  std::cerr << "bodies of " << folder.filename() << '\n';
  std::vector<std::string> bodies;
  const articles::CorpusOptions options;
  articles::Scan scan(folder.string(), options, {});
  while (scan.next()) bodies.emplace_back(scan.article().html().value_or(""));
  return bodies;
}

const std::vector<std::string>& bodies() {
  static const std::vector<std::string> all = [] {
    const std::vector<std::string> once = read_bodies();
    std::vector<std::string> many;
    for (std::size_t bytes = 0, i = 0; bytes < kBytes; bytes += many.back().size(), ++i)
      many.push_back(once[i % once.size()]);
    return many;
  }();
  return all;
}

std::int64_t total_bytes() {
  std::size_t bytes = 0;
  for (const std::string& body : bodies()) bytes += body.size();
  return static_cast<std::int64_t>(bytes);
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
  state.SetBytesProcessed(state.iterations() * total_bytes());
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
