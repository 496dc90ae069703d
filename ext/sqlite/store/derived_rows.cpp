#include "sqlite/store/derived_rows.h"

#include "sqlite/base/datum.h"
#include "sqlite/store/store_sql.h"

namespace articles::sql {
namespace {

// Triggers are dropped and made again for more rows than this: both change the schema, which makes
// SQLite prepare other statements anew.
constexpr std::size_t kRowsForTriggers = 100;

bool triggers_may_write_the_index(sqlite3* db) {
  int trusted = 0, enabled = 0;
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, -1, &trusted);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, -1, &enabled);
  return trusted != 0 && enabled != 0;
}

void run(Statement& statement) {
  statement.step();
  statement.reset();
}

Datum datum_of(const std::optional<std::string>& text) {
  return text ? Datum::text_view(*text) : Datum();
}

}  // namespace

DerivedRows::DerivedRows(sqlite3* db, const Store& store, std::size_t rows) : store_(store) {
  const StoreTriggers triggers = store.triggers();
  const bool may_use = triggers.complete && triggers_may_write_the_index(db);
  if (may_use && (rows <= kRowsForTriggers || triggers.others)) {
    if (!triggers.others_newer) return;
    store.run("without triggers");
    store.run("triggers");
    return;
  }
  store.run("without triggers");
  must_rebuild_ = triggers.others || !triggers.complete;
  if (must_rebuild_) return;
  const auto prepared = [&](const char* section) {
    return Statement(db, store_sql(section, store.name()), SQLITE_PREPARE_PERSISTENT);
  };
  own_.emplace(Statements{prepared("source of the derived rows"), prepared("add to the index"),
                          prepared("remove from the index"), prepared("codes"),
                          prepared("add a code"), prepared("remove the codes")});
}

DerivedRows::Source DerivedRows::source_of(std::int64_t id) {
  Statement& row = own_->source;
  sqlite3_bind_int64(row.get(), 1, id);
  Source source;
  if (row.step()) {
    int column = 0;
    for (Text* const text : {&source.title, &source.text, &source.stocks}) {
      if (sqlite3_column_type(row.get(), column) != SQLITE_NULL) *text = row.text(column);
      ++column;
    }
  }
  row.reset();
  return source;
}

void DerivedRows::write_index(Statement& statement, std::int64_t id, const Source& source) {
  const Datum title = datum_of(source.title), text = datum_of(source.text);
  sqlite3_bind_int64(statement.get(), 1, id);
  bind(statement.get(), 2, title);
  bind(statement.get(), 3, text);
  run(statement);
}

void DerivedRows::add_codes(std::int64_t id) {
  sqlite3_bind_int64(own_->codes.get(), 1, id);
  sqlite3_bind_int64(own_->add_code.get(), 1, id);
  while (own_->codes.step()) {
    const Datum code = Datum::text_view(own_->codes.text(1));
    sqlite3_bind_int64(own_->add_code.get(), 2, sqlite3_column_int64(own_->codes.get(), 0));
    bind(own_->add_code.get(), 3, code);
    run(own_->add_code);
  }
  own_->codes.reset();
}

void DerivedRows::remove_codes(std::int64_t id) {
  sqlite3_bind_int64(own_->remove_codes.get(), 1, id);
  run(own_->remove_codes);
}

void DerivedRows::before_change(std::int64_t id) {
  if (own_) before_ = source_of(id);
}

void DerivedRows::inserted(std::int64_t id) {
  if (!own_) return;
  write_index(own_->add_to_index, id, source_of(id));
  add_codes(id);
}

void DerivedRows::updated(std::int64_t id) {
  if (!own_) return;
  const Source now = source_of(id);
  if (!now.same_index(before_)) {
    write_index(own_->remove_from_index, id, before_);
    write_index(own_->add_to_index, id, now);
  }
  if (now.stocks != before_.stocks) {
    remove_codes(id);
    add_codes(id);
  }
}

void DerivedRows::deleted(std::int64_t id) {
  if (!own_) return;
  write_index(own_->remove_from_index, id, before_);
  remove_codes(id);
}

bool DerivedRows::finish() {
  if (!own_ && !must_rebuild_) return false;
  own_.reset();
  store_.run("triggers");
  return must_rebuild_;
}

}  // namespace articles::sql
