#include "sqlite/store/stored_row.h"

#include "base/utf8.h"
#include "sqlite/base/database.h"
#include "sqlite/base/identifier.h"
#include "sqlite/table/columns.h"
#include "sqlite/table/row_values.h"

namespace articles::sql {
namespace {

constexpr std::string_view kRawFile = "\"raw_file\"";

bool is_stored(int column) {
  return !kColumns[static_cast<std::size_t>(column)].hidden || column == kProblemsColumn ||
         column == kFingerprintColumn;
}

}  // namespace

StoredRow::StoredRow(sqlite3* db, const std::vector<DeclaredColumn>& declared,
                     const std::string& directory, bool strict)
    : db_(db),
      is_utf8_database_(sql::is_utf8_database(db)),
      declared_(declared),
      directory_(directory),
      strict_(strict) {
  for (int column = 0; column < kColumnCount; ++column) {
    if (!is_stored(column)) continue;
    names_.push_back(quoted_identifier(kColumns[static_cast<std::size_t>(column)].name));
    numbers_.push_back(column);
  }
  for (std::size_t i = 0; i < declared.size(); ++i) {
    names_.push_back(quoted_identifier(declared[i].key));
    numbers_.push_back(kColumnCount + static_cast<int>(i));
  }
  names_.emplace_back(kRawFile);
}

// SQLite replaces U+FFFE and U+FFFF in a database of UTF-16.
bool StoredRow::is_kept_as_text(const std::string& path) const {
  if (!is_utf8(path)) return false;
  return is_utf8_database_ || (path.find("\xEF\xBF\xBE") == std::string::npos &&
                               path.find("\xEF\xBF\xBF") == std::string::npos);
}

void StoredRow::read(Article& article, bool is_readable) {
  const Row row{article, directory_, {}, std::nullopt, strict_};
  const RowValues values(db_, row, declared_);
  values_.clear();
  for (const int number : numbers_) {
    const bool has_value = number != kFingerprintColumn || is_readable;
    values_.push_back(has_value ? values.value(number) : Datum());
  }
  raw_file_ = is_kept_as_text(article.path()) ? std::string() : article.path();
}

void StoredRow::bind_to(Statement& statement, std::int64_t id, const Datum& time) const {
  sqlite3_stmt* const target = statement.get();
  sqlite3_bind_int64(target, kIdParameter, id);
  bind(target, kTimeParameter, time);
  int parameter = kFirstParameter;
  const int last = sqlite3_bind_parameter_count(target);
  for (const Datum& value : values_) {
    if (parameter > last) return;
    bind(target, parameter++, value);
  }
  if (parameter > last) return;
  if (raw_file_.empty())
    sqlite3_bind_null(target, parameter);
  else
    check(sqlite3_bind_blob64(target, parameter, raw_file_.data(), raw_file_.size(), SQLITE_STATIC),
          db_);
}

}  // namespace articles::sql
