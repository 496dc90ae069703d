// The standard columns of articles(): the one place that names them. The schema, xColumn, the
// planner's costs, articles_help and the README's table come from it.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "articles/article.h"
#include "sqlite/base/api.h"

namespace articles::sql {

// What of a file must be read for a column, least first.
enum class Needs : std::uint8_t { Directory, Stat, Head, All };

struct Row {
  Article& article;
  const std::string& dir;
  const std::string& glob;
};

struct Column {
  const char* name;
  const char* type;
  bool hidden;
  Needs needs;
  void (*emit)(sqlite3_context*, const Row&);
  const char* meaning;
};

constexpr int kColumnCount = 22;
extern const std::array<Column, kColumnCount> kColumns;

// The columns that callbacks know by number.
constexpr int kFileColumn = 0;
constexpr int kSizeColumn = 1;
constexpr int kMtimeColumn = 2;
constexpr int kTitleColumn = 3;
constexpr int kAuthorColumn = 4;
constexpr int kDateColumn = 5;
constexpr int kDirColumn = 17;
constexpr int kGlobColumn = 18;

// `directory`, `stat`, `head`, `all`
const char* name_of(Needs needs);

}  // namespace articles::sql
