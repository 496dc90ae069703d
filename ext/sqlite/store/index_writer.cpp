#include "sqlite/store/index_writer.h"

#include "sqlite/store/store_sql.h"

namespace articles::sql {
namespace {

bool trusts_schema(sqlite3* db) {
  int is_on = 0;
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, -1, &is_on);
  return is_on != 0;
}

void run_for(std::optional<Statement>& statement, std::int64_t id) {
  if (!statement) return;
  sqlite3_bind_int64(statement->get(), 1, id);
  statement->step();
  statement->reset();
}

}  // namespace

IndexWriter::IndexWriter(sqlite3* db, const Store& store) : store_(store) {
  if (trusts_schema(db)) return;
  store.run("without index triggers");
  add_.emplace(db, store_sql("add to the index", store.name()));
  remove_.emplace(db, store_sql("remove from the index", store.name()));
}

void IndexWriter::add(std::int64_t id) {
  run_for(add_, id);
}

void IndexWriter::remove(std::int64_t id) {
  run_for(remove_, id);
}

void IndexWriter::finish() {
  if (add_) store_.run("index triggers");
}

}  // namespace articles::sql
