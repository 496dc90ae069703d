#include "sqlite/store/sync_arguments.h"

#include <algorithm>
#include <set>

#include "articles/error.h"
#include "base/ascii.h"
#include "base/quote.h"
#include "base/utf8.h"
#include "sqlite/base/absolute_path.h"
#include "sqlite/table/option_tokens.h"

namespace articles::sql {
namespace {

struct Flag {
  const char* name;
  bool SyncFlags::*member;
};

constexpr Flag kFlags[] = {{"rebuild", &SyncFlags::rebuild},
                           {"shrink", &SyncFlags::shrink},
                           {"dry", &SyncFlags::dry},
                           {"progress", &SyncFlags::progress}};

constexpr std::string_view kThreads = "threads";

// They have no meaning for a store.
constexpr std::string_view kRefused[] = {"pushdown"};

// Columns that every store has besides the standard ones.
constexpr std::string_view kOwnColumns[] = {"id", "raw_file", "added_at", "changed_at"};

bool is_option_of_tables(const std::string& name) {
  for (const std::string_view refused : kRefused)
    if (name == refused) return false;
  return std::any_of(options().begin(), options().end(),
                     [&](const Option& option) { return name == option.name; });
}

std::string names_of_options() {
  std::string names;
  for (const Option& option : options())
    if (is_option_of_tables(option.name)) names += std::string(option.name) + ", ";
  for (const Flag& flag : kFlags) names += std::string(flag.name) + ", ";
  return names.substr(0, names.size() - 2);
}

// Sets a flag; false: it is not one.
bool set_flag(const Setting& setting, SyncFlags& flags) {
  for (const Flag& flag : kFlags) {
    if (setting.name != flag.name) continue;
    try {
      flags.*flag.member = read_flag(setting.value);
    } catch (const Error& error) {
      throw Error("option " + setting.name + ": " + error.what());
    }
    return true;
  }
  if (setting.name != kThreads) return false;
  TableOptions read;
  OptionSetter(read).set(setting);
  flags.threads = read.threads;
  return true;
}

// The setting that an argument is, its name in lower case; no value: it declares a column.
std::optional<Setting> read_setting(std::string_view argument) {
  std::optional<Setting> setting = read_bare_setting(argument);
  if (!setting) return setting;
  if (starts_with(setting->value, "'"))
    throw Error("option " + setting->name + ": the value is written without quotes, as in " +
                setting->name + "=…");
  setting->name = ascii_lower(setting->name);
  return setting;
}

}  // namespace

SyncArguments read_sync_arguments(const std::vector<std::optional<std::string_view>>& arguments) {
  SyncArguments result;
  if (!arguments.empty() && arguments[0])
    result.directory = absolute_path(std::string(*arguments[0]));
  std::set<std::string> names;
  std::vector<std::string> columns;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    if (!arguments[i]) throw Error("an option is NULL");
    if (!is_utf8(*arguments[i])) throw Error("an option is not UTF-8: " + quote(*arguments[i]));
    const std::optional<Setting> setting = read_setting(*arguments[i]);
    if (!setting) {
      columns.emplace_back(trim_spaces(*arguments[i]));
      continue;
    }
    if (!names.insert(setting->name).second)
      throw Error("option " + setting->name + ": it is given twice");
    if (set_flag(*setting, result.flags)) continue;
    if (!is_option_of_tables(setting->name))
      throw Error("unknown option " + quote(setting->name) + "; the options are " +
                  names_of_options());
    result.options.push_back(setting->name + "=" + setting->value);
  }
  std::sort(result.options.begin(), result.options.end());
  result.options.insert(result.options.end(), columns.begin(), columns.end());
  read_store_options(result.options);  // so that a wrong one is reported at once
  return result;
}

StoreSource read_store_options(const std::vector<std::string>& options) {
  StoreSource source;
  OptionSetter setter(source.options);
  for (const std::string& text : options) {
    if (const std::optional<Setting> setting = read_bare_setting(text))
      setter.set(*setting);
    else
      read_declared_column(text, source.columns);
  }
  for (const DeclaredColumn& column : source.columns)
    for (const std::string_view own : kOwnColumns)
      if (same_ignoring_case(column.key, own))
        throw Error("column " + quote(column.key) + " is a column of every store already");
  return source;
}

}  // namespace articles::sql
