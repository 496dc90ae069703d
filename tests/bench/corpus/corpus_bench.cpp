// The queries of a corpus through SQL, each beside the goal that follows from what the file system
// takes in the same run. Answers are compared with those of the generator before anything is timed.
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "cold.h"
#include "floor.h"
#include "make_corpus.h"

namespace {

using bench::CorpusFacts;
using bench::Work;

struct Arguments {
  bench::CorpusShape shape;
  std::filesystem::path dir;
  std::string json;
  unsigned threads = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
  int runs = 7;
  bool answers_only = false;
  bool cold = false;
};

// Milliseconds, the best of some runs.
double best_of(int runs, const std::function<void()>& work) {
  double best = 1e300;
  for (int i = 0; i < runs; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
    best = std::min(best, time.count());
  }
  return best;
}

struct Floor {
  double walk, stat, head, all;  // of one thread, in milliseconds
  double head_parallel, all_parallel;
};

Floor measure_floor(const Arguments& arguments) {
  const bench::Listing listing = bench::list_files(arguments.dir);
  const auto time = [&](Work work, unsigned threads) {
    return best_of(arguments.runs, [&] { bench::touch_files(listing, work, threads); });
  };
  Floor floor{};
  floor.walk = best_of(arguments.runs, [&] {
    for (const int folder : bench::list_files(arguments.dir).folders) close(folder);
  });
  floor.stat = time(Work::Stat, 1);
  floor.head = time(Work::Head, 1);
  floor.all = time(Work::All, 1);
  floor.head_parallel = time(Work::Head, arguments.threads);
  floor.all_parallel = time(Work::All, arguments.threads);
  return floor;
}

struct Query {
  const char* sql;  // `{}` stands for the directory as an SQL string
  std::string answer;
  double goal;  // milliseconds; 0: none is set
};

std::vector<Query> make_queries(const CorpusFacts& facts, const Floor& floor, unsigned threads) {
  const auto files = static_cast<double>(facts.files);
  const double us = 1e-3;  // a microsecond in milliseconds
  const double at_1_gb_s = static_cast<double>(facts.bytes) / 1e6;
  const double head = floor.walk + (floor.head + files * 3 * us) / threads;
  const double all = floor.walk + 1.25 * (floor.all + at_1_gb_s) / threads;
  const auto text = [](auto number) { return std::to_string(number); };
  static std::string by_file;
  by_file = "SELECT title FROM articles({}) WHERE file = '" + facts.one_file.string() + "'";
  return {
      {"SELECT count(*) FROM articles({})", text(facts.files), floor.walk + files * 0.1 * us},
      {"SELECT sum(octets(file)) FROM articles({})", text(facts.path_bytes),
       floor.walk + files * 0.5 * us},
      {"SELECT sum(size) FROM articles({})", text(facts.bytes),
       floor.walk + floor.stat + files * 0.5 * us},
      {"SELECT sum(octets(title)) FROM articles({})", text(facts.title_bytes), head},
      {"SELECT count(*) FROM articles({}) WHERE date >= '2021-08-01' AND date < '2021-09-01'",
       text(facts.august), head},
      {"SELECT sum(octets(text)) FROM articles({})", text(facts.text_bytes), all},
      {"SELECT sum(json_array_length(stocks)) FROM articles({})", text(facts.stocks), all},
      {by_file.c_str(), facts.one_title, 0},
      {"SELECT count(*) FROM (SELECT title FROM articles({}) LIMIT 1)", "1", 0},
      {"SELECT count(*) FROM (SELECT 1 FROM articles({}) GROUP BY categories)", "8", head},
  };
}

std::string run_sql(const Arguments& arguments, std::string sql) {
  sql.replace(sql.find("{}"), 2, "'" + arguments.dir.string() + "'");
  sqlite3* db = nullptr;
  if (sqlite3_open(":memory:", &db) != SQLITE_OK) throw std::runtime_error("no database");
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
  const char* const extension = std::getenv("ARTICLES_EXTENSION");
  if (extension == nullptr || sqlite3_load_extension(db, extension, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error("ARTICLES_EXTENSION cannot be loaded");
  const auto octets = [](sqlite3_context* context, int, sqlite3_value** values) {
    if (sqlite3_value_text(values[0]) != nullptr)
      sqlite3_result_int64(context, sqlite3_value_bytes(values[0]));
  };
  sqlite3_create_function(db, "octets", 1, SQLITE_UTF8, nullptr, octets, nullptr, nullptr);
  sqlite3_stmt* statement = nullptr;
  std::string answer;
  if (sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW) {
    const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    answer = text != nullptr ? text : "NULL";
  } else {
    answer = sqlite3_errmsg(db);
  }
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return answer;
}

// Peak memory of a process that does nothing but the query, in megabytes.
double peak_memory(const Arguments& arguments, const char* sql) {
  const pid_t child = fork();
  if (child == 0) {
    static_cast<void>(run_sql(arguments, sql));
    _exit(0);
  }
  rusage usage = {};
  int status = 0;
  wait4(child, &status, 0, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

Arguments parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    const auto value = [&] {
      if (i + 1 == argc) throw std::runtime_error(name + " needs a value");
      return std::string(argv[++i]);
    };
    if (name == "--files")
      arguments.shape.files = std::stoul(value());
    else if (name == "--size")
      arguments.shape.bytes = std::stoul(value());
    else if (name == "--dir")
      arguments.dir = value();
    else if (name == "--json")
      arguments.json = value();
    else if (name == "--runs")
      arguments.runs = std::stoi(value());
    else if (name == "--smoke")
      arguments.answers_only = true;
    else if (name == "--cold")
      arguments.cold = true;
    else
      throw std::runtime_error(
          "unknown argument " + name +
          "; there are --files, --size, --dir, --json, --runs, --smoke, --cold");
  }
  if (arguments.answers_only && arguments.shape.files == bench::CorpusShape().files)
    arguments.shape.files = 300;
  if (arguments.dir.empty())
    arguments.dir = std::filesystem::temp_directory_path() /
                    ("articles-bench-" + std::to_string(arguments.shape.files) + "-" +
                     std::to_string(arguments.shape.bytes));
  return arguments;
}

int compare_answers(const Arguments& arguments, const std::vector<Query>& queries) {
  int wrong = 0;
  for (const Query& query : queries) {
    const std::string answer = run_sql(arguments, query.sql);
    if (answer == query.answer) continue;
    std::cerr << query.sql << "\n  is " << answer << ", not " << query.answer << '\n';
    ++wrong;
  }
  std::cout << queries.size() << " answers, " << wrong << " of them wrong\n";
  return wrong;
}

void measure(const Arguments& arguments, const CorpusFacts& facts, const Floor& floor,
             const std::vector<Query>& queries) {
  std::printf("%zu files, %.0f MB, %u threads, page cache warm, best of %d\n", facts.files,
              static_cast<double>(facts.bytes) / 1e6, arguments.threads, arguments.runs);
  std::printf(
      "floor in ms: walk %.1f, stat %.1f, heads %.1f (%.1f with the threads), all %.1f (%.1f)\n",
      floor.walk, floor.stat, floor.head, floor.head_parallel, floor.all, floor.all_parallel);
  std::ostringstream json;
  json << "{\"files\":" << facts.files << ",\"bytes\":" << facts.bytes
       << ",\"threads\":" << arguments.threads << ",\"sqlite\":\"" << sqlite3_libversion()
       << "\",\"compiler\":\"" << __VERSION__ << "\",\"floor_ms\":{\"walk\":" << floor.walk
       << ",\"stat\":" << floor.stat << ",\"heads\":" << floor.head
       << ",\"heads_parallel\":" << floor.head_parallel << ",\"all\":" << floor.all
       << ",\"all_parallel\":" << floor.all_parallel << "},\"queries\":[";
  std::printf("%9s %9s %6s %8s  query\n", "ms", "goal ms", "ratio", "peak MB");
  for (const Query& query : queries) {
    const double ms =
        best_of(arguments.runs, [&] { static_cast<void>(run_sql(arguments, query.sql)); });
    const double memory = peak_memory(arguments, query.sql);
    if (query.goal > 0)
      std::printf("%9.2f %9.2f %6.2f %8.0f  %s\n", ms, query.goal, ms / query.goal, memory,
                  query.sql);
    else
      std::printf("%9.2f %9s %6s %8.0f  %s\n", ms, "", "", memory, query.sql);
    json << (&query == queries.data() ? "" : ",") << "{\"sql\":\"" << query.sql
         << "\",\"ms\":" << ms << ",\"goal_ms\":" << query.goal << ",\"peak_mb\":" << memory << '}';
  }
  json << "]}\n";
  if (!arguments.json.empty()) std::ofstream(arguments.json) << json.str();
}

int run(int argc, char** argv) {
  const Arguments arguments = parse(argc, argv);
  const CorpusFacts facts = bench::make_corpus(arguments.dir, arguments.shape);
  if (arguments.cold) {
    bench::measure_cold(arguments.dir, arguments.runs,
                        [&](const std::string& sql) { run_sql(arguments, sql); });
    return 0;
  }
  const Floor floor = arguments.answers_only ? Floor{} : measure_floor(arguments);
  const std::vector<Query> queries = make_queries(facts, floor, arguments.threads);
  if (compare_answers(arguments, queries) != 0) return 1;
  if (!arguments.answers_only) measure(arguments, facts, floor, queries);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "corpus_bench: " << error.what() << '\n';
    return 2;
  }
}
