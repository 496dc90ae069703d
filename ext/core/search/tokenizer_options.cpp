#include "articles/error.h"
#include "articles/search.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace articles {
namespace {

struct Option {
  std::string_view name;
  int least, most;
  void (*set)(TokenizerOptions& options, int value);
};

constexpr Option kOptions[] = {
    {"remove_diacritics", 0, 2,
     [](TokenizerOptions& options, int value) { options.remove_diacritics = value; }},
    {"simplified", 0, 1,
     [](TokenizerOptions& options, int value) { options.simplified = value != 0; }},
};

std::string quoted(std::string_view text) {
  return "'" + repair_utf8(text) + "'";
}

const Option& option_named(std::string_view name) {
  std::string names;
  for (const Option& option : kOptions) {
    if (same_ignoring_case(option.name, name)) return option;
    names += (names.empty() ? "" : ", ") + std::string(option.name);
  }
  throw Error("unknown option " + quoted(name) + "; the options are " + names);
}

int read_value(const Option& option, std::string_view value) {
  const int digit = value.size() == 1 ? value[0] - '0' : -1;
  if (digit >= option.least && digit <= option.most) return digit;
  throw Error(std::string(option.name) + " is " + quoted(value) + ", but must be from " +
              std::to_string(option.least) + " to " + std::to_string(option.most));
}

}  // namespace

TokenizerOptions read_tokenizer_options(const std::vector<std::string_view>& arguments) {
  TokenizerOptions options;
  for (std::size_t i = 0; i < arguments.size(); i += 2) {
    const Option& option = option_named(arguments[i]);
    if (i + 1 == arguments.size()) throw Error("option " + quoted(arguments[i]) + " has no value");
    option.set(options, read_value(option, arguments[i + 1]));
  }
  return options;
}

}  // namespace articles
