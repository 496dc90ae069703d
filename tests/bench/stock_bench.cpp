// stock_codes and stock_mentions in memory, beside a regular expression for some of the forms and
// beside memchr, the floor, in one run.
//
// The bodies are those of ARTICLES_CORPORA/rsshub, or else of examples/posts, repeated to 50 MB.
// The answers are compared before anything is timed: with each other, and with the codes in Sina's
// spans that the regular expression finds.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstring>
#include <regex>
#include <string>
#include <vector>

#include "articles/stock_mentions.h"
#include "bodies.h"

namespace {

constexpr std::size_t kBytes = 50'000'000;
constexpr std::size_t kRegexBytes = 500'000;  // std::regex is slow

const Bodies& bodies() {
  static const Bodies all = repeated_bodies(kBytes);
  return all;
}

const std::regex& span_regex() {
  static const std::regex regex("id=\"?(?:hk|us)?stock_([a-z]{2}[0-9]{5,6})");
  return regex;
}

std::vector<std::string> codes_by_regex(const std::string& body) {
  std::vector<std::string> codes;
  for (std::sregex_iterator match(body.begin(), body.end(), span_regex()), end; match != end;
       ++match)
    codes.push_back((*match)[1]);
  return codes;
}

bool same_answers(const std::string& body) {
  const std::vector<std::string> codes = articles::stock_codes(body);
  const auto has = [&](const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  };
  const std::vector<articles::Mention> mentions = articles::stock_mentions(body);
  const std::vector<std::string> by_regex = codes_by_regex(body);
  return std::all_of(mentions.begin(), mentions.end(),
                     [&](const articles::Mention& one) {
                       return has(articles::canonical_code(one.code));
                     }) &&
         std::all_of(by_regex.begin(), by_regex.end(), has);
}

template <class Each>
void run(benchmark::State& state, const Bodies& all, Each each) {
  const auto checked = static_cast<std::ptrdiff_t>(std::min<std::size_t>(all.size(), 100));
  if (!std::all_of(all.begin(), all.begin() + checked, same_answers))
    return state.SkipWithError("the answers differ");
  for (auto _ : state)
    for (const std::string& body : all) each(body);
  state.SetBytesProcessed(state.iterations() * bytes_of(all));
}

void BM_stock_codes(benchmark::State& state) {
  run(state, bodies(),
      [](const std::string& body) { benchmark::DoNotOptimize(articles::stock_codes(body)); });
}

void BM_stock_mentions(benchmark::State& state) {
  run(state, bodies(),
      [](const std::string& body) { benchmark::DoNotOptimize(articles::stock_mentions(body)); });
}

void BM_regex_of_spans(benchmark::State& state) {
  run(state, repeated_bodies(kRegexBytes),
      [](const std::string& body) { benchmark::DoNotOptimize(codes_by_regex(body)); });
}

void BM_memchr(benchmark::State& state) {
  run(state, bodies(), [](const std::string& body) {
    benchmark::DoNotOptimize(std::memchr(body.data(), '\0', body.size()));
  });
}

BENCHMARK(BM_stock_codes)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_stock_mentions)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_regex_of_spans)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_memchr)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
