// The standard columns of articles(): the one place that names them. The schema, the values, the
// planner's costs, articles_help and the tables of the documents are made from it.
#pragma once

#include <array>
#include <string_view>

#include "articles/article.h"
#include "sqlite/base/datum.h"

namespace articles::sql {

// What a column's value is made from.
struct Row {
  Article& article;
  std::string_view dir;  // the arguments, as passed
  std::string_view glob;
  std::optional<std::string_view> options;
  bool strict;  // the option
};

struct Column {
  const char* name;
  const char* type;
  bool hidden;
  Parts parts;  // of the article that are read for it; 0: the directory is enough
  // The datum lives until the article is moved on. Throws what reading the article throws. nullptr:
  // the value depends on the other columns (RowValues).
  Datum (*value)(const Row&);
  const char* meaning;
};

constexpr int kColumnCount = 25;
extern const std::array<Column, kColumnCount> kColumns;

// The columns that callbacks know by number.
constexpr int kFileColumn = 0;
constexpr int kSizeColumn = 1;
constexpr int kMtimeColumn = 2;
constexpr int kTitleColumn = 3;
constexpr int kAuthorColumn = 4;
constexpr int kDateColumn = 5;
constexpr int kUpdatedColumn = 6;
constexpr int kErrorColumn = 15;
constexpr int kDirColumn = 17;
constexpr int kGlobColumn = 18;
constexpr int kOptionsColumn = 19;
constexpr int kExtraColumn = 20;
constexpr int kFingerprintColumn = 23;
constexpr int kProblemsColumn = 24;

// What must be read of a file for some parts of its article.
struct ReadLevel {
  Parts parts;       // those that need this level
  const char* name;  // `directory`, `stat`, `head` or `all`
  double cost;       // of a row, relative to the directory's share
};

// The level that reads all of `parts`.
const ReadLevel& read_level(Parts parts) noexcept;

}  // namespace articles::sql
