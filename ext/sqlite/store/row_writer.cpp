#include "sqlite/store/row_writer.h"

#include <utility>

#include "sqlite/base/identifier.h"
#include "sqlite/store/store_sql.h"
#include "sqlite/table/columns.h"

namespace articles::sql {
namespace {

std::string parameter(int number) {
  return "?" + std::to_string(number);
}

// Whether a change of the column alone is a touch.
bool is_stamp(const std::string& column) {
  for (const int stamp : {kMtimeColumn, kFingerprintColumn})
    if (column == quoted_identifier(kColumns[static_cast<std::size_t>(stamp)].name)) return true;
  return false;
}

// Calls each(column, parameter) for all columns of a row.
template <class Each>
void for_each_column(const StoredRow& row, const Each& each) {
  int number = StoredRow::kFirstParameter;
  for (const std::string& column : row.columns()) each(column, parameter(number++));
}

std::string where_id() {
  return " WHERE id = " + parameter(StoredRow::kIdParameter);
}

std::string select_sql(const StoreName& name, const StoredRow& row) {
  std::string contents = "1";
  std::string stamps = "1";
  for_each_column(row, [&](const std::string& column, const std::string& value) {
    (is_stamp(column) ? stamps : contents) += " AND " + column + " IS " + value;
  });
  return "SELECT " + contents + ", " + stamps + " FROM " + name.quoted() + where_id();
}

std::string insert_sql(const StoreName& name, const StoredRow& row) {
  std::string columns = "added_at, changed_at";
  const std::string time = parameter(StoredRow::kTimeParameter);
  std::string values = time + ", " + time;
  for_each_column(row, [&](const std::string& column, const std::string& value) {
    columns += ", " + column;
    values += ", " + value;
  });
  return "INSERT INTO " + name.quoted() + "(" + columns + ") VALUES (" + values + ")";
}

std::string update_sql(const StoreName& name, const StoredRow& row, bool stamps_only) {
  std::string sql = "UPDATE " + name.quoted() + " SET ";
  if (!stamps_only) sql += "changed_at = " + parameter(StoredRow::kTimeParameter) + ", ";
  for_each_column(row, [&](const std::string& column, const std::string& value) {
    if (!stamps_only || is_stamp(column)) sql += column + " = " + value + ", ";
  });
  return sql.substr(0, sql.size() - 2) + where_id();
}

}  // namespace

RowComparison::RowComparison(sqlite3* db, const StoreName& name, const StoredRow& row)
    : row_(row), select_(db, select_sql(name, row), SQLITE_PREPARE_PERSISTENT) {}

RowState RowComparison::compare(std::int64_t id) {
  row_.bind_to(select_, id, Datum());
  const bool found = select_.step();
  const bool same = found && sqlite3_column_int(select_.get(), 0) != 0;
  const bool same_stamps = found && sqlite3_column_int(select_.get(), 1) != 0;
  select_.reset();
  if (!same) return RowState::Changed;
  return same_stamps ? RowState::Unchanged : RowState::Touched;
}

RowWriter::RowWriter(sqlite3* db, const Store& store, const StoredRow& row, std::string time,
                     std::size_t rows)
    : db_(db),
      row_(row),
      time_(Datum::text(std::move(time))),
      derived_(db, store, rows),
      insert_(db, insert_sql(store.name(), row), SQLITE_PREPARE_PERSISTENT),
      update_(db, update_sql(store.name(), row, false), SQLITE_PREPARE_PERSISTENT),
      touch_(db, update_sql(store.name(), row, true), SQLITE_PREPARE_PERSISTENT),
      remove_(db, store_sql("remove", store.name()), SQLITE_PREPARE_PERSISTENT) {}

void RowWriter::run(Statement& statement, std::int64_t id) {
  row_.bind_to(statement, id, time_);
  statement.step();
  statement.reset();
}

void RowWriter::insert() {
  run(insert_, 0);
  derived_.inserted(sqlite3_last_insert_rowid(db_));
}

void RowWriter::update(std::int64_t id) {
  derived_.before_change(id);
  run(update_, id);
  derived_.updated(id);
}

void RowWriter::touch(std::int64_t id) {
  run(touch_, id);
}

void RowWriter::remove(std::int64_t id) {
  derived_.before_change(id);
  sqlite3_bind_int64(remove_.get(), 1, id);
  remove_.step();
  remove_.reset();
  derived_.deleted(id);
}

}  // namespace articles::sql
