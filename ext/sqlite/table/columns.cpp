#include "sqlite/table/columns.h"

#include "base/json.h"
#include "sqlite/base/sql_value.h"

namespace articles::sql {
namespace {

// A column of the front matter: NULL where the file cannot be read.
template <class Emit>
void with_metadata(sqlite3_context* context, const Row& row, Emit emit) {
  if (Metadata* const metadata = row.article.metadata())
    emit(*metadata);
  else
    sqlite3_result_null(context);
}

void emit_date(sqlite3_context* context, const std::optional<std::int64_t>& seconds) {
  if (seconds)
    result_text(context, format_date(*seconds));
  else
    sqlite3_result_null(context);
}

void emit_flag(sqlite3_context* context, std::optional<bool> flag) {
  if (flag)
    sqlite3_result_int(context, *flag ? 1 : 0);
  else
    sqlite3_result_null(context);
}

template <std::int64_t FileStat::*Member>
void emit_stat(sqlite3_context* context, const Row& row) {
  if (const FileStat* const stat = row.article.stat())
    sqlite3_result_int64(context, stat->*Member);
  else
    sqlite3_result_null(context);
}

template <std::optional<std::string_view> (Metadata::*Member)()>
void emit_text(sqlite3_context* context, const Row& row) {
  with_metadata(context, row,
                [&](Metadata& metadata) { result_text(context, (metadata.*Member)()); });
}

template <std::optional<std::int64_t> Dates::*Member>
void emit_instant(sqlite3_context* context, const Row& row) {
  const Dates* const dates = row.article.dates();
  emit_date(context, dates != nullptr ? dates->*Member : std::nullopt);
}

template <std::vector<std::string> (Metadata::*Member)() const>
void emit_list(sqlite3_context* context, const Row& row) {
  with_metadata(context, row, [&](const Metadata& metadata) {
    result_json(context, json_array((metadata.*Member)()));
  });
}

void emit_file(sqlite3_context* context, const Row& row) {
  result_text(context, row.article.file());
}

void emit_comments(sqlite3_context* context, const Row& row) {
  with_metadata(context, row,
                [&](const Metadata& metadata) { emit_flag(context, metadata.comments()); });
}

void emit_draft(sqlite3_context* context, const Row& row) {
  with_metadata(context, row,
                [&](const Metadata& metadata) { emit_flag(context, metadata.draft()); });
}

void emit_front_matter(sqlite3_context* context, const Row& row) {
  if (const FieldValue* const fields = row.article.front_matter())
    result_json(context, to_json(*fields));
  else
    sqlite3_result_null(context);
}

void emit_stocks(sqlite3_context* context, const Row& row) {
  if (const std::vector<std::string>* const codes = row.article.stocks())
    result_json(context, json_array(*codes));
  else
    sqlite3_result_null(context);
}

void emit_error(sqlite3_context* context, const Row& row) {
  const std::string error = row.article.error();
  if (error.empty())
    sqlite3_result_null(context);
  else
    result_text(context, error);
}

void emit_body(sqlite3_context* context, const Row& row) {
  result_text(context, row.article.body());
}

void emit_html(sqlite3_context* context, const Row& row) {
  result_text(context, row.article.html());
}

void emit_article_text(sqlite3_context* context, const Row& row) {
  result_text(context, row.article.text());
}

void emit_dir(sqlite3_context* context, const Row& row) {
  result_text(context, row.dir);
}

void emit_glob(sqlite3_context* context, const Row& row) {
  result_text(context, row.glob);
}

void emit_fingerprint(sqlite3_context* context, const Row& row) {
  if (const FileStat* const stat = row.article.stat())
    result_text(context, stat->fingerprint());
  else
    sqlite3_result_null(context);
}

constexpr bool kHidden = true;
constexpr bool kVisible = false;

}  // namespace

constexpr std::array<Column, kColumnCount> kColumns{{
    {"file", "TEXT", kVisible, Needs::Directory, emit_file,
     "path below the directory, `/` between its parts"},
    {"size", "INTEGER", kVisible, Needs::Stat, emit_stat<&FileStat::size>, "bytes"},
    {"mtime", "INTEGER", kVisible, Needs::Stat, emit_stat<&FileStat::mtime>,
     "last modification in Unix seconds"},
    {"title", "TEXT", kVisible, Needs::Head, emit_text<&Metadata::title>,
     "as typed in the front matter"},
    {"author", "TEXT", kVisible, Needs::Head, emit_text<&Metadata::author>,
     "as typed; several names are joined by `, `"},
    {"date", "TEXT", kVisible, Needs::Head, emit_instant<&Dates::date>,
     "`YYYY-MM-DD HH:MM:SS` in UTC, as datetime() writes it; NULL where there is none"},
    {"updated", "TEXT", kVisible, Needs::Head, emit_instant<&Dates::updated>, "like date"},
    {"categories", "TEXT", kVisible, Needs::Head, emit_list<&Metadata::categories>,
     "JSON array of text, `[]` where there is none; nested ones flat"},
    {"tags", "TEXT", kVisible, Needs::Head, emit_list<&Metadata::tags>,
     "JSON array of text; one text is split at `,` `;` `，` `、` `；`"},
    {"headimg", "TEXT", kVisible, Needs::Head, emit_text<&Metadata::headimg>,
     "address of the head image"},
    {"thumbnail", "TEXT", kVisible, Needs::Head, emit_text<&Metadata::thumbnail>,
     "address of the thumbnail"},
    {"comments", "INTEGER", kVisible, Needs::Head, emit_comments,
     "0, 1, or NULL where nothing is said"},
    {"draft", "INTEGER", kVisible, Needs::Head, emit_draft, "0 or 1; 0 where nothing says draft"},
    {"front_matter", "TEXT", kVisible, Needs::Head, emit_front_matter,
     "JSON object: all of it, in the order of the file; what is no JSON number or boolean is text "
     "as typed"},
    {"stocks", "TEXT", kVisible, Needs::All, emit_stocks, "JSON array: stock_codes(html)"},
    {"error", "TEXT", kVisible, Needs::All, emit_error, "NULL, or what is wrong with this file"},
    {"text", "TEXT", kVisible, Needs::All, emit_article_text,
     "what a reader sees: strip_html(html)"},
    {"dir", "TEXT", kHidden, Needs::Directory, emit_dir,
     "the directory: first argument of articles()"},
    {"glob", "TEXT", kHidden, Needs::Directory, emit_glob,
     "which files are articles: second argument of articles()"},
    {"body", "TEXT", kHidden, Needs::All, emit_body, "what follows the front matter, as written"},
    {"html", "TEXT", kHidden, Needs::All, emit_html,
     "the body if it is HTML, else rendered from Markdown (GitHub's dialect)"},
    {"fingerprint", "TEXT", kHidden, Needs::Stat, emit_fingerprint,
     "changes whenever the file does, as far as size, times and inode tell"},
}};

constexpr bool is_named(int column, std::string_view name) {
  return kColumns[static_cast<std::size_t>(column)].name == name;
}
static_assert(is_named(kFileColumn, "file") && is_named(kSizeColumn, "size") &&
              is_named(kMtimeColumn, "mtime") && is_named(kTitleColumn, "title") &&
              is_named(kAuthorColumn, "author") && is_named(kDateColumn, "date") &&
              is_named(kDirColumn, "dir") && is_named(kGlobColumn, "glob"));

const char* name_of(Needs needs) {
  switch (needs) {
    case Needs::Directory:
      return "directory";
    case Needs::Stat:
      return "stat";
    case Needs::Head:
      return "head";
    case Needs::All:
      return "all";
  }
  return "";
}

}  // namespace articles::sql
