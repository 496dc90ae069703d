#include "sqlite/store/sync.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "articles/changes.h"
#include "articles/corpus.h"
#include "articles/date.h"
#include "base/quote.h"
#include "files/listing.h"
#include "sqlite/base/identifier.h"
#include "sqlite/store/progress.h"
#include "sqlite/store/row_writer.h"
#include "sqlite/store/store.h"
#include "sqlite/store/stored_files.h"
#include "sqlite/store/stored_row.h"
#include "sqlite/store/transaction.h"

namespace articles::sql {
namespace {

// A store of so many rows does not lose more than half of them unless that is permitted.
constexpr std::size_t kGuardedRows = 20;

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

// The store must be read while the write lock is held.
struct NeedsLock {};

// While it lives, a lock that another connection holds is an error at once. A busy handler that is
// not a timeout stays.
class WithoutWaiting {
 public:
  explicit WithoutWaiting(sqlite3* db) : db_(db) {
    Statement timeout(db, "PRAGMA busy_timeout");
    if (timeout.step()) milliseconds_ = sqlite3_column_int(timeout.get(), 0);
    if (milliseconds_ > 0) sqlite3_busy_timeout(db, 0);
  }
  ~WithoutWaiting() {
    if (milliseconds_ > 0) sqlite3_busy_timeout(db_, milliseconds_);
  }
  WithoutWaiting(const WithoutWaiting&) = delete;
  WithoutWaiting& operator=(const WithoutWaiting&) = delete;

 private:
  sqlite3* db_;
  int milliseconds_ = 0;
};

std::string joined(const std::vector<std::string>& options) {
  std::string text;
  for (const std::string& option : options) text += (text.empty() ? "" : ", ") + option;
  return text.empty() ? "none" : text;
}

// One attempt to bring a store into step.
class Attempt {
 public:
  Attempt(sqlite3* db, const StoreName& name, const SyncArguments& arguments,
          const InterruptCheck& interrupted)
      : db_(db), store_(db, name), arguments_(arguments), interrupted_(interrupted) {}

  // Throws NeedsLock if it did not take the write lock before it read the store, and must: the
  // store is to be made, or another connection has written to it meanwhile.
  SyncCounts run(bool lock_first);

 private:
  void take_lock();
  void open_store();
  void require_same_settings(const StoreSettings& kept) const;
  void find_what_changed();
  void require_files() const;
  void read_files();
  void apply(const FileToRead& file, Article& article);
  void apply_change(const FileToRead& file, Article& article);
  void finish();
  void keep_recent_files_as_read();
  bool writes() const noexcept { return !arguments_.flags.dry; }
  RowWriter& writer();
  std::int64_t data_version() const;

  sqlite3* db_;
  Store store_;
  const SyncArguments& arguments_;
  const InterruptCheck& interrupted_;
  const std::int64_t started_at_ = now();

  std::optional<Transaction> transaction_;
  std::int64_t version_ = 0;  // data_version() when the store was read
  bool exists_ = false;
  StoreSettings settings_;
  StoreSource source_;
  StoreSource kept_source_;  // of the store, before
  std::vector<std::string> kept_options_;
  Changes changes_;
  std::size_t settled_files_ = 0;  // were recent and are not any more, read again and unchanged
  SyncCounts counts_;
  std::optional<StoredRow> row_;
  std::optional<RowComparison> comparison_;
  std::optional<RowWriter> writer_;
};

SyncCounts Attempt::run(bool lock_first) {
  if (lock_first) take_lock();
  version_ = data_version();
  open_store();
  find_what_changed();
  read_files();
  finish();
  return counts_;
}

std::int64_t Attempt::data_version() const {
  Statement version(db_, "PRAGMA " + quoted_identifier(store_.name().schema) + ".data_version");
  return version.step() ? sqlite3_column_int64(version.get(), 0) : 0;
}

void Attempt::take_lock() {
  transaction_.emplace(db_, store_.name().schema);
}

// Reads what the store says of itself.
void Attempt::open_store() {
  exists_ = store_.exists();
  const bool is_old = exists_ && !store_.has_current_layout();
  if ((!exists_ || is_old) && writes() && !transaction_) throw NeedsLock();
  if (is_old && !writes())
    throw Error("the store " + quote(store_.name().table) +
                " is of an older version of the extension: dry=1 is possible once it was synced");
  if (is_old) store_.migrate();
  if (exists_) {
    const StoreSettings kept = store_.settings();
    if (!arguments_.flags.rebuild) require_same_settings(kept);
    kept_options_ = kept.options;
    kept_source_ = read_store_options(kept.options);
    settings_ = kept;
  } else if (!arguments_.directory) {
    throw Error("there is no store " + quote(store_.name().table) +
                " yet: the directory is missing, as in articles_sync('news', 'posts')");
  }
  if (arguments_.directory) settings_.directory = *arguments_.directory;
  const bool may_change = !exists_ || arguments_.flags.rebuild;
  if (may_change && !arguments_.options.empty()) settings_.options = arguments_.options;
  source_ = read_store_options(settings_.options);
  source_.options.threads = arguments_.flags.threads;
  const auto limit = static_cast<std::uint64_t>(sqlite3_limit(db_, SQLITE_LIMIT_LENGTH, -1));
  source_.options.article.max_file_size = std::min(source_.options.article.max_file_size, limit);
}

void Attempt::require_same_settings(const StoreSettings& kept) const {
  const std::string store = "the store " + quote(store_.name().table);
  if (arguments_.directory && *arguments_.directory != kept.directory)
    throw Error(store + " is of the directory " + quote(kept.directory) + ", not of " +
                quote(*arguments_.directory) + "; rebuild=1 changes it");
  if (!arguments_.options.empty() && arguments_.options != kept.options)
    throw Error(store + " has the options " + joined(kept.options) + ", not " +
                joined(arguments_.options) + "; rebuild=1 changes them");
}

void Attempt::find_what_changed() {
  // With this time all files are recent, and so read again.
  constexpr std::int64_t kLongAgo = -1'000'000'000'000;
  std::int64_t last_read = exists_ ? std::min(store_.last_read(), started_at_) : started_at_;
  if (arguments_.flags.rebuild) last_read = kLongAgo;
  std::optional<StoredFiles> stored;
  if (exists_) stored.emplace(db_, store_.name());
  const auto known = [&](KnownFile& file) { return stored && stored->next(file); };
  changes_ = find_changes(settings_.directory, source_.options, known, last_read, interrupted_);
  counts_.unchanged = changes_.unchanged;
  counts_.kept = changes_.kept.size();
  counts_.failed = changes_.failed;
  counts_.removed = changes_.removed.size();
  require_files();
}

// Refuses what is more likely a mistake than a wish, such as a directory that is not mounted.
void Attempt::require_files() const {
  const std::string store = "the store " + quote(store_.name().table);
  const bool none = changes_.found == 0 && changes_.kept.empty();
  if (none && (!exists_ || !arguments_.flags.shrink))
    throw Error("no file in " + quote(settings_.directory) + " matches " +
                quote(source_.options.walk.glob->pattern()) +
                (exists_ ? "; " + store + " stays as it is, shrink=1 permits to empty it" : ""));
  const std::size_t lost = changes_.removed.size();
  if (changes_.known >= kGuardedRows && lost > changes_.known / 2 && !arguments_.flags.shrink)
    throw Error(store + " would lose " + std::to_string(lost) + " of its " +
                std::to_string(changes_.known) + " articles, whose files are missing in " +
                quote(settings_.directory) + "; shrink=1 permits it");
}

// What writes; the first call takes the lock.
RowWriter& Attempt::writer() {
  if (writer_) return *writer_;
  if (!transaction_) {
    take_lock();
    if (data_version() != version_) throw NeedsLock();
  }
  if (!exists_) {
    store_.create(source_.columns);
  } else if (arguments_.flags.rebuild) {
    store_.change_columns(kept_source_.columns, source_.columns);
  }
  const std::size_t rows = changes_.to_read.size() + changes_.removed.size();
  return writer_.emplace(db_, store_, *row_, format_date(started_at_), rows);
}

void Attempt::read_files() {
  row_.emplace(db_, source_.columns, settings_.directory, source_.options.article.strict);
  if (writes())
    for (const std::int64_t id : changes_.removed) writer().remove(id);
  if (changes_.to_read.empty()) return;
  const bool is_rebuild = arguments_.flags.rebuild;
  if (writes() && (!exists_ || is_rebuild)) writer();  // before the comparison: it changes columns
  // dry=1 makes no columns: with other ones, all rows count as changed.
  const bool has_columns = writes() || !is_rebuild || settings_.options == kept_options_;
  if (exists_ && has_columns) comparison_.emplace(db_, store_.name(), *row_);
  Progress progress(arguments_.flags.progress, changes_.to_read.size());
  Selection selection;
  selection.wants_path = [this](const std::string& path) { return changes_.find(path) != nullptr; };
  Scan scan(settings_.directory, source_.options, std::move(selection), interrupted_);
  while (scan.next()) {
    Article& article = scan.article();
    try {
      apply(*changes_.find(article.path()), article);
    } catch (const SqliteError& error) {
      if (error.code() != SQLITE_CONSTRAINT) throw;
      const std::string message = error.what() + (", for the file " + quote(article.file()));
      throw SqliteError(error.code(), message.c_str());
    }
    const FileStat* const stat = article.stat();
    progress.step(stat != nullptr ? stat->size : 0);
  }
}

void Attempt::apply(const FileToRead& file, Article& article) {
  const bool is_new = file.kind == FileToRead::Kind::Added;
  const int failure = article.failure(Part::Body);
  if (failure != 0 && is_gone(failure)) return;  // the next sync finds it missing
  if (failure != 0) ++counts_.failed;
  if (failure != 0 && !is_new) {
    ++counts_.kept;
    changes_.kept.push_back(file.id);
    return;
  }
  row_->read(article, failure == 0);
  if (is_new) {
    ++counts_.added;
    if (writes()) writer().insert();
  } else if (file.kind == FileToRead::Kind::Renamed) {
    ++counts_.renamed;
    if (writes()) writer().update(file.id);
  } else {
    apply_change(file, article);
  }
}

void Attempt::apply_change(const FileToRead& file, Article& article) {
  switch (comparison_ ? comparison_->compare(file.id) : RowState::Changed) {
    case RowState::Unchanged:
      ++counts_.unchanged;
      if (!is_recent(*article.stat(), started_at_)) ++settled_files_;
      break;
    case RowState::Touched:
      ++counts_.touched;
      if (writes()) writer().touch(file.id);
      break;
    case RowState::Changed:
      ++counts_.updated;
      if (writes()) writer().update(file.id);
      break;
  }
}

void Attempt::finish() {
  if (!writes()) return;
  const bool is_rebuild = exists_ && arguments_.flags.rebuild;
  bool must_rebuild =
      is_rebuild || (exists_ && (!store_.has_current_index() || !store_.triggers().complete));
  if (!exists_ || must_rebuild) writer();
  if (!writer_) {
    keep_recent_files_as_read();
    return;
  }
  // With other options they are not what they would be now.
  if (is_rebuild)
    for (const std::int64_t id : changes_.kept) store_.forget_fingerprint(id);
  must_rebuild |= writer_->finish();
  if (must_rebuild) store_.rebuild_derived_rows();
  if (!exists_ || arguments_.flags.rebuild) store_.keep(settings_);
  store_.keep_last_read(started_at_);
  writer_.reset();
  comparison_.reset();
  transaction_->commit();
}

// Writes nothing but that the recent files were read again, so that the next sync need not do it.
// That is not worth waiting for another connection, nor an error.
void Attempt::keep_recent_files_as_read() {
  if (transaction_) return transaction_->commit();
  if (settled_files_ == 0 || sqlite3_get_autocommit(db_) == 0 || is_within_write(db_) ||
      sqlite3_db_readonly(db_, store_.name().schema.c_str()) != 0)
    return;
  const WithoutWaiting without_waiting(db_);
  try {
    take_lock();
    if (data_version() == version_) store_.keep_last_read(started_at_);
    transaction_->commit();
  } catch (const SqliteError&) {
    transaction_.reset();
  }
}

}  // namespace

SyncCounts sync(sqlite3* db, const StoreName& name, const SyncArguments& arguments,
                const InterruptCheck& interrupted) {
  try {
    return Attempt(db, name, arguments, interrupted).run(false);
  } catch (const NeedsLock&) {
    return Attempt(db, name, arguments, interrupted).run(true);
  }
}

}  // namespace articles::sql
