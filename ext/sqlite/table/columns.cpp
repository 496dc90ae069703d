#include "sqlite/table/columns.h"

#include "base/json.h"

namespace articles::sql {
namespace {

Datum date_text(const std::optional<std::int64_t>& seconds) {
  return seconds ? Datum::text(format_date(*seconds)) : Datum();
}

Datum flag(std::optional<bool> value) {
  return value ? Datum::integer(*value ? 1 : 0) : Datum();
}

// In the values below NULL stands for a file that cannot be read.

Datum file(const Row& row) {
  return Datum::text_view(row.article.file());
}

template <std::int64_t FileStat::*Member>
Datum stat_member(const Row& row) {
  const FileStat* const stat = row.article.stat();
  return stat != nullptr ? Datum::integer(stat->*Member) : Datum();
}

Datum fingerprint(const Row& row) {
  const FileStat* const stat = row.article.stat();
  return stat != nullptr ? Datum::text(stat->fingerprint()) : Datum();
}

template <std::optional<std::string_view> (Metadata::*Member)()>
Datum metadata_text(const Row& row) {
  Metadata* const metadata = row.article.metadata();
  return metadata != nullptr ? Datum::text_or_null((metadata->*Member)()) : Datum();
}

template <std::vector<std::string> (Metadata::*Member)() const>
Datum metadata_list(const Row& row) {
  const Metadata* const metadata = row.article.metadata();
  return metadata != nullptr ? Datum::json(json_array((metadata->*Member)())) : Datum();
}

Datum comments(const Row& row) {
  const Metadata* const metadata = row.article.metadata();
  return metadata != nullptr ? flag(metadata->comments()) : Datum();
}

Datum draft(const Row& row) {
  const Metadata* const metadata = row.article.metadata();
  return metadata != nullptr ? flag(metadata->draft()) : Datum();
}

template <std::optional<std::int64_t> Dates::*Member>
Datum date_member(const Row& row) {
  const Dates* const dates = row.article.dates();
  return dates != nullptr ? date_text(dates->*Member) : Datum();
}

Datum front_matter(const Row& row) {
  const FieldValue* const fields = row.article.front_matter();
  return fields != nullptr ? Datum::json(to_json(*fields)) : Datum();
}

Datum stocks(const Row& row) {
  const std::vector<std::string>* const codes = row.article.stocks();
  return codes != nullptr ? Datum::json(json_array(*codes)) : Datum();
}

template <std::optional<std::string_view> (Article::*Member)()>
Datum article_text(const Row& row) {
  return Datum::text_or_null((row.article.*Member)());
}

Datum dir(const Row& row) {
  return Datum::text_view(row.dir);
}

Datum glob(const Row& row) {
  return Datum::text_view(row.glob);
}

Datum options(const Row& row) {
  return Datum::text_or_null(row.options);
}

Datum extra(const Row& /*row*/) {
  return {};
}

constexpr bool kHidden = true;
constexpr bool kVisible = false;

constexpr Parts kDirectory = 0;
constexpr auto kStat = static_cast<Parts>(Part::Stat);
constexpr auto kHead = static_cast<Parts>(Part::Head);
constexpr auto kDates = Part::Head | Part::Dates;
constexpr auto kBody = static_cast<Parts>(Part::Body);
constexpr auto kHtml = Part::Body | Part::Html;
constexpr auto kText = Part::Body | Part::Text;
constexpr auto kStocks = Part::Body | Part::Stocks;

// From the least to the most; the planner multiplies the costs with the number of rows.
constexpr ReadLevel kReadLevels[] = {{kDirectory, "directory", 1},
                                     {kStat, "stat", 2},
                                     {kDates, "head", 8},
                                     {kHtml | kText | kStocks, "all", 50}};

}  // namespace

constexpr std::array<Column, kColumnCount> kColumns{{
    {"file", "TEXT", kVisible, kDirectory, file, "path below the directory, `/` between its parts"},
    {"size", "INTEGER", kVisible, kStat, stat_member<&FileStat::size>, "bytes"},
    {"mtime", "INTEGER", kVisible, kStat, stat_member<&FileStat::mtime>,
     "last modification in Unix seconds"},
    {"title", "TEXT", kVisible, kHead, metadata_text<&Metadata::title>,
     "as typed in the front matter"},
    {"author", "TEXT", kVisible, kHead, metadata_text<&Metadata::author>,
     "as typed; several names are joined by `, `"},
    {"date", "TEXT", kVisible, kDates, date_member<&Dates::date>,
     "`YYYY-MM-DD HH:MM:SS` in UTC, as datetime() writes it; NULL if there is no date"},
    {"updated", "TEXT", kVisible, kDates, date_member<&Dates::updated>, "like date"},
    {"categories", "TEXT", kVisible, kHead, metadata_list<&Metadata::categories>,
     "JSON array of text, `[]` if there is none; nested ones are flattened"},
    {"tags", "TEXT", kVisible, kHead, metadata_list<&Metadata::tags>,
     "JSON array of text; one text is split at `,` `;` `，` `、` `；`"},
    {"headimg", "TEXT", kVisible, kHead, metadata_text<&Metadata::headimg>,
     "address of the head image"},
    {"thumbnail", "TEXT", kVisible, kHead, metadata_text<&Metadata::thumbnail>,
     "address of the thumbnail"},
    {"comments", "INTEGER", kVisible, kHead, comments,
     "0 or 1; NULL if the front matter does not say"},
    {"draft", "INTEGER", kVisible, kHead, draft,
     "1 if the front matter or the folder says so, else 0"},
    {"front_matter", "TEXT", kVisible, kHead, front_matter,
     "JSON object: all of it, in the order of the file; what is not a JSON number or boolean is "
     "text as typed"},
    {"stocks", "TEXT", kVisible, kStocks, stocks, "JSON array: stock_codes(html)"},
    {"error", "TEXT", kVisible, kDates | kText, nullptr, "NULL, or what is wrong with the file"},
    {"text", "TEXT", kVisible, kText, article_text<&Article::text>,
     "what a reader sees: strip_html(html)"},
    {"dir", "TEXT", kHidden, kDirectory, dir, "the directory: first argument of articles()"},
    {"glob", "TEXT", kHidden, kDirectory, glob,
     "which files are articles: second argument of articles()"},
    {"options", "TEXT", kHidden, kDirectory, options,
     "`name=value, …`: third argument of articles(); NULL if it is not given"},
    {"extra", "TEXT", kHidden, kDirectory, extra, "NULL; makes a fourth argument an error"},
    {"body", "TEXT", kHidden, kBody, article_text<&Article::body>,
     "what follows the front matter, as written"},
    {"html", "TEXT", kHidden, kHtml, article_text<&Article::html>,
     "the body if it is HTML, else rendered from Markdown (GitHub's dialect)"},
    {"fingerprint", "TEXT", kHidden, kStat, fingerprint,
     "changes whenever the file does, as far as size, times and inode tell"},
    {"problems", "TEXT", kHidden, kDates | kText, nullptr,
     "JSON array: `error` as data, an object for each problem with line, kind (salvaged, lost, "
     "unreadable), key, value and reason; `[]` if there is none"},
}};

constexpr bool is_named(int column, std::string_view name) {
  return kColumns[static_cast<std::size_t>(column)].name == name;
}
static_assert(is_named(kFileColumn, "file") && is_named(kSizeColumn, "size") &&
              is_named(kMtimeColumn, "mtime") && is_named(kTitleColumn, "title") &&
              is_named(kAuthorColumn, "author") && is_named(kDateColumn, "date") &&
              is_named(kUpdatedColumn, "updated") && is_named(kErrorColumn, "error") &&
              is_named(kDirColumn, "dir") && is_named(kGlobColumn, "glob") &&
              is_named(kOptionsColumn, "options") && is_named(kExtraColumn, "extra") &&
              is_named(kFingerprintColumn, "fingerprint") && is_named(kProblemsColumn, "problems"));

const ReadLevel& read_level(Parts parts) noexcept {
  const ReadLevel* needed = std::begin(kReadLevels);
  for (const ReadLevel& level : kReadLevels)
    if ((level.parts & parts) != 0) needed = &level;
  return *needed;
}

}  // namespace articles::sql
