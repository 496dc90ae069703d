#include "sqlite/table/options.h"

#include <charconv>
#include <cstdint>
#include <optional>

#include "articles/error.h"
#include "articles/glob.h"
#include "articles/selector.h"
#include "base/ascii.h"
#include "base/quote.h"
#include "encoding/decoder.h"
#include "html/syntax/markup.h"

namespace articles::sql {
namespace {

// The whole text as a decimal number from `least` to `most`; no value if it is anything else.
template <class Number>
std::optional<Number> read_number(std::string_view text, Number least, Number most) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < least || number > most)
    return std::nullopt;
  return number;
}

std::uint64_t read_size(std::string_view value) {
  if (const auto size = read_number(value, std::uint64_t{1}, UINT64_MAX)) return *size;
  throw Error(quote(value) + " is not a number of bytes above 0");
}

unsigned read_threads(std::string_view value) {
  constexpr unsigned kMost = 64;
  if (const auto threads = read_number(value, 1U, kMost)) return *threads;
  throw Error(quote(value) + " is not a number from 1 to " + std::to_string(kMost));
}

Markup read_markup(std::string_view value) {
  if (value == "auto") return Markup::Auto;
  if (value == "html") return Markup::Html;
  if (value == "markdown") return Markup::Markdown;
  throw Error(quote(value) + " is none of auto, html, markdown");
}

std::string read_encoding(std::string_view value) {
  std::string name(value);
  if (same_ignoring_case(name, "UTF-8") || same_ignoring_case(name, "UTF8")) return "UTF-8";
  if (!Decoder::open(name))
    throw Error(quote(value) + " is no encoding that this system's iconv knows");
  return name;
}

}  // namespace

bool read_flag(std::string_view value) {
  if (value == "0") return false;
  if (value == "1") return true;
  throw Error(quote(value) + " is neither 0 nor 1");
}

const std::vector<Option>& options() {
  static const std::vector<Option> table{
      {"glob", "glob='**/*.md'", "which files are articles",
       [](TableOptions& options, std::string_view value) {
         options.walk.glob = std::make_shared<const Glob>(value);
       }},
      {"exclude", "exclude='drafts/**'", "which of these are left out",
       [](TableOptions& options, std::string_view value) {
         options.walk.exclude = std::make_shared<const Glob>(value);
       }},
      {"hidden", "hidden=1", "1: also files and folders whose names begin with a dot",
       [](TableOptions& options, std::string_view value) {
         options.walk.hidden = read_flag(value);
       }},
      {"encoding", "encoding='gbk'",
       "encoding of files without a byte order mark, as iconv names it; turns detection off "
       "(default: "
       "detect)",
       [](TableOptions& options, std::string_view value) {
         options.article.encoding = read_encoding(value);
       }},
      {"timezone", "timezone='+08:00'",
       "zone of dates that state none: an offset, or a name such as Asia/Shanghai (default UTC)",
       [](TableOptions& options, std::string_view value) {
         options.article.zone = Zone::parse(value);
       }},
      {"markup", "markup='html'",
       "what the bodies are: auto (by name and content), html or markdown",
       [](TableOptions& options, std::string_view value) {
         options.article.markup = read_markup(value);
       }},
      {"remove", "remove='.appendQr_wrap, .ad'", "CSS selectors of what text and stocks leave out",
       [](TableOptions& options, std::string_view value) {
         options.article.remove = std::make_shared<const Selector>(value);
       }},
      {"max_file_size", "max_file_size=1048576",
       "bytes; a larger file is a row with error (default 67108864)",
       [](TableOptions& options, std::string_view value) {
         options.article.max_file_size = read_size(value);
       }},
      {"strict", "strict=1", "1: a file with any error ends the query",
       [](TableOptions& options, std::string_view value) {
         options.article.strict = read_flag(value);
       }},
      {"threads", "threads=1",
       "number of threads that read files; 1: only the query's own thread (default: as many as the "
       "machine has cores, at most 8; up to 16 while reads wait for the disk)",
       [](TableOptions& options, std::string_view value) {
         options.threads = read_threads(value);
       }},
      {"pushdown", "pushdown=0", "0: SQLite evaluates all conditions, for comparison (default 1)",
       [](TableOptions& options, std::string_view value) { options.pushdown = read_flag(value); }},
  };
  return table;
}

void OptionSetter::set(const Setting& setting) {
  std::string names;
  for (const Option& option : options()) {
    if (same_ignoring_case(option.name, setting.name)) {
      const std::string prefix = "option " + std::string(option.name) + ": ";
      if (!given_.insert(option.name).second) throw Error(prefix + "it is given twice");
      try {
        option.set(options_, setting.value);
      } catch (const Error& error) {
        throw Error(prefix + error.what());
      }
      return;
    }
    names += (names.empty() ? "" : ", ") + std::string(option.name);
  }
  throw Error("unknown option " + quote(setting.name) + "; the options are " + names);
}

}  // namespace articles::sql
