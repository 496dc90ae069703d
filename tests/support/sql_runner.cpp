// Runs one file of SQL tests over the extension, loaded as users load it.
//
// Records are separated by empty lines; comments begin with '#'. A record begins with one of:
//
//   statement ok       the SQL that follows succeeds
//   statement error    it fails, and the message contains the text below ----
//   query [rowsort]    its rows are those below ----, columns separated by TAB
//   require corpora    what follows needs the real files, and is skipped without them
//
// In rows NULL and (empty) are spelled out, and a line feed is shown as \n, a TAB as \t, a CR as
// \r, a NUL as \0. EXPLAIN QUERY PLAN gives the text of each node, indented by its depth: the other
// columns depend on the version of SQLite. {DATA} is tests/data, {POSTS} examples/posts, {CORPORA}
// the real files, {TMP} an empty directory of this run.
//
// With SQL_RUNNER_UPDATE=1 the expected rows are replaced by the rows that came, to be read in the
// diff.
#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

constexpr int kSkipped = 77;

struct Record {
  int line = 0;
  std::vector<std::string> head;  // comments and the control line
  std::vector<std::string> sql;
  std::vector<std::string> expected;  // below ----
  std::string control;
};

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr ? value : "";
}

// Does nothing if `from` is empty, as the name of a directory that is not set is.
void replace_all(std::string& text, const std::string& from, const std::string& to) {
  if (from.empty()) return;
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::vector<Record> read_records(const std::string& file) {
  std::vector<Record> records;
  std::ifstream in(file);
  Record record;
  bool below = false;
  int number = 0;
  const auto finish = [&] {
    if (!record.head.empty()) records.push_back(record);
    record = {};
    below = false;
  };
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty())
      finish();
    else if (below)
      record.expected.push_back(line);
    else if (line == "----")
      below = true;
    else if (record.control.empty()) {
      record.head.push_back(line);
      if (line.front() != '#') record.control = line, record.line = number;
    } else {
      record.sql.push_back(line);
    }
  }
  finish();
  return records;
}

std::string shown(sqlite3_stmt* statement, int column) {
  const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  if (text == nullptr) return "NULL";
  std::string value(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
  if (value.empty()) return "(empty)";
  replace_all(value, "\n", "\\n");
  replace_all(value, "\t", "\\t");
  replace_all(value, "\r", "\\r");
  replace_all(value, std::string(1, '\0'), "\\0");
  return value;
}

// A node of EXPLAIN QUERY PLAN, two spaces to the right of its parent. `depths` are those of the
// nodes so far.
std::string shown_node(sqlite3_stmt* statement, std::map<int, int>& depths) {
  const auto parent = depths.find(sqlite3_column_int(statement, 1));
  const int depth = parent == depths.end() ? 0 : parent->second + 1;
  depths[sqlite3_column_int(statement, 0)] = depth;
  return std::string(2 * static_cast<std::size_t>(depth), ' ') + shown(statement, 3);
}

std::string shown_row(sqlite3_stmt* statement) {
  std::string row;
  for (int i = 0; i < sqlite3_column_count(statement); ++i)
    row += (i > 0 ? "\t" : "") + shown(statement, i);
  return row;
}

// Runs all statements of the text. `rows` are those of the last statement that has columns. false:
// one failed, and `error` is its message.
bool run(sqlite3* db, const std::string& sql, std::vector<std::string>& rows, std::string& error) {
  const char* rest = sql.c_str();
  while (*rest != '\0') {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db, rest, -1, &statement, &rest) != SQLITE_OK) {
      error = sqlite3_errmsg(db);
      return false;
    }
    if (statement == nullptr) continue;
    if (sqlite3_column_count(statement) > 0) rows.clear();
    const bool is_plan = sqlite3_stmt_isexplain(statement) == 2;
    std::map<int, int> depths;
    int code = SQLITE_OK;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW)
      rows.push_back(is_plan ? shown_node(statement, depths) : shown_row(statement));
    if (code != SQLITE_DONE) error = sqlite3_errmsg(db);
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE) return false;
  }
  return true;
}

class Runner {
 public:
  Runner(sqlite3* db, std::string file, std::vector<std::pair<std::string, std::string>> names)
      : db_(db), file_(std::move(file)), names_(std::move(names)) {}

  // Whether the record's SQL gives what the record expects; prints what differs.
  bool check(Record& record) {
    std::string sql;
    for (const std::string& line : record.sql) sql += filled(line) + "\n";
    std::vector<std::string> rows;
    std::string error;
    const bool ok = run(db_, sql, rows, error);
    if (record.control == "statement ok") return ok || fail(record, "no error", error);
    if (record.control == "statement error") {
      const std::string wanted = record.expected.empty() ? "" : filled(record.expected.front());
      if (wanted.empty()) return fail(record, "a message below ----", error);
      return (!ok && error.find(wanted) != std::string::npos) ||
             fail(record, wanted, ok ? "no error" : error);
    }
    if (!ok) return fail(record, joined(record.expected), error);
    if (record.control == "query rowsort") std::sort(rows.begin(), rows.end());
    std::vector<std::string> wanted;
    for (const std::string& line : record.expected) wanted.push_back(filled(line));
    if (rows == wanted) return true;
    std::string got = joined(rows);
    fail(record, joined(wanted), got);
    for (std::string& row : rows)
      for (const auto& [name, value] : names_) replace_all(row, value, name);
    record.expected = rows;
    return false;
  }

 private:
  std::string filled(std::string text) const {
    for (const auto& [name, value] : names_) replace_all(text, name, value);
    return text;
  }

  static std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
  }

  bool fail(const Record& record, const std::string& wanted, const std::string& got) const {
    std::cout << file_ << ':' << record.line << ": " << record.control << '\n'
              << joined(record.sql) << "---- expected\n"
              << wanted << "\n---- got\n"
              << got << "\n\n";
    return false;
  }

  sqlite3* db_;
  std::string file_;
  std::vector<std::pair<std::string, std::string>> names_;
};

void write_records(const std::string& file, const std::vector<Record>& records) {
  std::ofstream out(file);
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (i > 0) out << '\n';
    for (const std::string& line : records[i].head) out << line << '\n';
    for (const std::string& line : records[i].sql) out << line << '\n';
    if (records[i].expected.empty() && records[i].control.rfind("query", 0) != 0) continue;
    out << "----\n";
    for (const std::string& line : records[i].expected) out << line << '\n';
  }
}

int run_file(sqlite3* db, const std::string& file, const std::string& scratch) {
  const std::string source = environment("ARTICLES_SOURCE");
  const std::string corpora = environment("ARTICLES_CORPORA");
  Runner runner(db, file,
                {{"{DATA}", source + "/tests/data"},
                 {"{POSTS}", source + "/examples/posts"},
                 {"{CORPORA}", corpora},
                 {"{TMP}", scratch}});
  std::vector<Record> records = read_records(file);
  int passed = 0;
  int failed = 0;
  for (Record& record : records) {
    if (record.control.empty()) continue;
    if (record.control == "require corpora") {
      if (std::filesystem::is_directory(corpora)) continue;
      std::cout << file << ": skipped from line " << record.line << ": no real files at '"
                << corpora << "'\n";
      return failed > 0 ? 1 : kSkipped;
    }
    ++(runner.check(record) ? passed : failed);
  }
  if (failed > 0 && environment("SQL_RUNNER_UPDATE") == "1") write_records(file, records);
  std::cout << passed << " passed, " << failed << " failed\n";
  return failed > 0 || passed == 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: sql_runner FILE.test\n";
    return 2;
  }
  sqlite3* db = nullptr;
  char* error = nullptr;
  sqlite3_open(":memory:", &db);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
  if (sqlite3_load_extension(db, environment("ARTICLES_EXTENSION").c_str(), nullptr, &error) !=
      SQLITE_OK) {
    std::cerr << error << '\n';
    return 1;
  }
  std::string scratch = (std::filesystem::temp_directory_path() / "sql_runner.XXXXXX").string();
  if (mkdtemp(scratch.data()) == nullptr) return 1;
  const int code = run_file(db, argv[1], scratch);
  std::filesystem::remove_all(scratch);
  sqlite3_close(db);
  return code;
}
