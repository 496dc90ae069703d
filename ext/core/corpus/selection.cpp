#include "corpus/selection.h"

#include <algorithm>

#include "articles/date.h"

namespace articles {
namespace {

bool is_one_of(const std::vector<std::string>& values,
               const std::optional<std::string_view>& value) {
  return value && std::binary_search(values.begin(), values.end(), *value);
}

bool rowid_matches(const Selection& selection, const Article& article) {
  return !selection.rowids ||
         std::binary_search(selection.rowids->begin(), selection.rowids->end(), article.rowid());
}

bool stat_matches(const Selection& selection, Article& article) {
  if (selection.size.is_all() && selection.mtime.is_all()) return true;
  const FileStat* const stat = article.stat();
  return stat != nullptr && selection.size.holds(stat->size) && selection.mtime.holds(stat->mtime);
}

bool metadata_matches(const Selection& selection, Article& article) {
  if (!selection.titles && !selection.authors) return true;
  Metadata* const metadata = article.metadata();
  if (metadata == nullptr) return false;
  return (!selection.titles || is_one_of(*selection.titles, metadata->title())) &&
         (!selection.authors || is_one_of(*selection.authors, metadata->author()));
}

bool date_matches(const Selection& selection, Article& article) {
  if (selection.date.is_all()) return true;
  const Dates* const dates = article.dates();
  return dates != nullptr && dates->date && selection.date.holds(format_date(*dates->date));
}

}  // namespace

bool is_selected(const Selection& selection, Article& article) {
  if (selection.file && article.file() != *selection.file) return false;
  return rowid_matches(selection, article) && stat_matches(selection, article) &&
         metadata_matches(selection, article) && date_matches(selection, article);
}

}  // namespace articles
