#include "sqlite/table/row_values.h"

#include <string>

#include "articles/error.h"
#include "base/quote.h"
#include "base/utf8.h"
#include "sqlite/base/database.h"

namespace articles::sql {
namespace {

// The bytes of a text as UTF-16. REQUIRES: text is valid UTF-8
std::size_t utf16_size(std::string_view text) {
  constexpr unsigned char kFirstOfFour = 0xF0;
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80) units += byte >= kFirstOfFour ? 2 : 1;
  }
  return 2 * units;
}

// A value of a column has at most so many times the bytes of its file, unless the file is Markdown
// that was made to grow.
constexpr std::size_t kUsualGrowth = 64;

}  // namespace

Datum RowValues::value(int column) const {
  if (column == kErrorColumn) return error();
  Datum datum =
      column == kProblemsColumn ? Datum::json(to_json(problems())) : unlimited_value(column);
  if (fits(datum)) return datum;
  if (row_.strict)
    throw Error(quote(row_.article.file()) + " in " + quote(row_.dir) + ": " + name_of(column) +
                " is longer than SQLite's limit (" + std::to_string(limit()) + " bytes)");
  return {};
}

Datum RowValues::unlimited_value(int column) const {
  if (column < kColumnCount) return kColumns[static_cast<std::size_t>(column)].value(row_);
  return value_of(declared_[static_cast<std::size_t>(column - kColumnCount)], row_.article);
}

const char* RowValues::name_of(int column) const {
  if (column < kColumnCount) return kColumns[static_cast<std::size_t>(column)].name;
  return declared_[static_cast<std::size_t>(column - kColumnCount)].key.c_str();
}

std::size_t RowValues::limit() const {
  return static_cast<std::size_t>(sqlite3_limit(db_, SQLITE_LIMIT_LENGTH, -1));
}

bool RowValues::fits(const Datum& datum) const {
  if (!datum.is_text()) return true;
  const std::size_t size = datum.as_text().size();
  if (2 * size <= limit()) return true;
  return size <= limit() && (is_utf8_database(db_) || utf16_size(datum.as_text()) <= limit());
}

// What is wrong with the file, and the columns that do not fit.
Problems RowValues::problems() const {
  Problems all = row_.article.problems();
  const FileStat* const stat = row_.article.stat();
  const std::size_t size = stat != nullptr ? static_cast<std::size_t>(stat->size) : 0;
  if (size <= limit() / kUsualGrowth) return all;
  std::string columns;
  const int count = kColumnCount + static_cast<int>(declared_.size());
  for (int column = 0; column < count; ++column) {
    if (column == kErrorColumn || column == kProblemsColumn || fits(unlimited_value(column)))
      continue;
    columns += (columns.empty() ? "" : ", ") + std::string(name_of(column));
  }
  if (!columns.empty())
    all.insert(all.begin(),
               {Severity::Lost, 0,
                columns + ": longer than SQLite's limit (" + std::to_string(limit()) + " bytes)"});
  return all;
}

Datum RowValues::error() const {
  std::string text = describe(problems());
  if (text.empty()) return {};
  if (!fits(Datum::text_view(text))) {
    text.resize(limit() / 4);
    text.resize(invalid_utf8_at(text));
  }
  return Datum::text(std::move(text));
}

}  // namespace articles::sql
