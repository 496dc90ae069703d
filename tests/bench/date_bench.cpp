// How many dates of each form are read per second. The results are checked before the timing.
#include <benchmark/benchmark.h>

#include <iterator>
#include <string_view>

#include "articles/date.h"

namespace {

struct Form {
  const char* name;
  std::string_view text;
};

// All are 2021-03-22 03:58:04 UTC, if read in the zone +08:00.
constexpr Form kForms[] = {
    {"clock", "2021-03-22 11:58:04"},
    {"rfc2822", "Mon, 22 Mar 2021 03:58:04 GMT"},
    {"rfc3339", "2021-03-22T11:58:04+08:00"},
    {"milliseconds", "2021-03-22T03:58:04.123Z"},
    {"go", "2021-03-22 11:58:04 +0800 CST"},
    {"slashes", "2021/3/22 11:58:04"},
    {"digits", "20210322115804"},
    {"unix", "1616385484"},
    {"javascript", "Mon Mar 22 2021 11:58:04 GMT+0800 (China Standard Time)"},
    {"asctime", "Mon Mar 22 11:58:04 2021"},
    {"month_name", "March 22, 2021 11:58:04 AM"},
    {"chinese", "2021年3月22日 11时58分04秒"},
};
constexpr std::int64_t kInstant = 1616385484;

articles::Zone beijing() {
  return articles::Zone::parse("+08:00");
}

bool is_right(benchmark::State& state, const Form& form, const articles::Zone& zone) {
  if (articles::read_date(form.text, zone).seconds == kInstant) return true;
  state.SkipWithError("ERROR: wrong instant");
  return false;
}

void read_form(benchmark::State& state, const Form& form) {
  const articles::Zone zone = beijing();
  if (!is_right(state, form, zone)) return;
  for (auto _ : state) benchmark::DoNotOptimize(articles::read_date(form.text, zone));
  state.SetItemsProcessed(state.iterations());
}

void read_mix(benchmark::State& state, const articles::Zone& zone) {
  for (const Form& form : kForms)
    if (!is_right(state, form, zone)) return;
  for (auto _ : state)
    for (const Form& form : kForms) benchmark::DoNotOptimize(articles::read_date(form.text, zone));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(std::size(kForms)));
}

void load_zone_file(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(articles::Zone::parse("America/New_York"));
  state.SetItemsProcessed(state.iterations());
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  for (const Form& form : kForms)
    benchmark::RegisterBenchmark(form.name, [&form](auto& state) { read_form(state, form); });
  benchmark::RegisterBenchmark("mix", [](auto& state) { read_mix(state, beijing()); });
  benchmark::RegisterBenchmark("mix_in_Asia/Shanghai", [](auto& state) {
    read_mix(state, articles::Zone::parse("Asia/Shanghai"));
  });
  benchmark::RegisterBenchmark("load_zone_file", load_zone_file);
  benchmark::RunSpecifiedBenchmarks();
}
