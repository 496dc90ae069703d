// The options of a table: the one place that names them and knows what they mean.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "articles/corpus.h"
#include "sqlite/table/option_tokens.h"

namespace articles::sql {

struct TableOptions : CorpusOptions {
  bool pushdown = true;  // false: SQLite evaluates all conditions of a query
};

struct Option {
  const char* name;
  const char* usage;
  const char* meaning;
  // Throws Error, which says what is wrong with the value; the caller adds the option's name.
  void (*set)(TableOptions&, std::string_view value);
};

const std::vector<Option>& options();

// `0` or `1`. Throws Error if it is anything else.
bool read_flag(std::string_view value);

// Sets options one after the other, each at most once.
class OptionSetter {
 public:
  // `options` must outlive this.
  explicit OptionSetter(TableOptions& options) : options_(options) {}

  // Throws Error, which names the option and the reason. The case of a name does not matter.
  void set(const Setting& setting);

  // Makes a later setting of that option an error: it was given in another place.
  void forbid(const char* name) { given_.insert(name); }

 private:
  TableOptions& options_;
  std::set<std::string> given_;
};

}  // namespace articles::sql
