#include "sqlite/functions/functions.h"

#include "articles/byline.h"
#include "articles/date.h"
#include "articles/document.h"
#include "articles/error.h"
#include "articles/markdown.h"
#include "articles/search.h"
#include "articles/stock_code.h"
#include "articles/stock_mentions.h"
#include "articles/version.h"
#include "base/json.h"
#include "base/quote.h"
#include "base/utf8.h"
#include "sqlite/base/guard.h"
#include "sqlite/base/interrupt_probe.h"
#include "sqlite/base/sql_value.h"
#include "sqlite/functions/html_functions.h"
#include "sqlite/store/sync_function.h"

namespace articles::sql {
namespace {

constexpr int kPure = SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
constexpr int kPureJson = kPure | SQLITE_RESULT_SUBTYPE;

void run_markdown_html(sqlite3_context* context, int /*argc*/, sqlite3_value** argv) {
  const CallInterrupt interrupt(sqlite3_context_db_handle(context));
  result_text(context, markdown_html(ValidText(argv[0]).get(), interrupt.check()));
}

void run_stock_codes(sqlite3_context* context, int /*argc*/, sqlite3_value** argv) {
  result_json(context, json_array(stock_codes(text_of(argv[0]))));
}

void run_byline(sqlite3_context* context, int /*argc*/, sqlite3_value** argv) {
  result_json(context, to_json(read_byline(ValidText(argv[0]).get())));
}

void run_stock_code(sqlite3_context* context, int argc, sqlite3_value** argv) {
  const std::optional<CodeStyle> style = argc == 2 ? code_style(text_of(argv[1])) : CodeStyle::Sina;
  if (!style)
    throw Error("unknown style " + quote(text_of(argv[1])) + "; the styles are " +
                code_style_names());
  const std::optional<StockCode> code = read_stock_code(text_of(argv[0]));
  if (code) result_text(context, write_stock_code(*code, *style));
}

Document whole_document(std::string_view text) {
  return *read_document(text, true);
}

void run_front_matter(sqlite3_context* context, int /*argc*/, sqlite3_value** argv) {
  result_json(context, to_json(whole_document(text_of(argv[0])).front_matter.fields));
}

void run_article_body(sqlite3_context* context, int /*argc*/, sqlite3_value** argv) {
  const std::string_view text = text_of(argv[0]);
  const std::string_view body = text.substr(whole_document(text).body);
  if (is_utf8(body))
    result_text(context, body);
  else
    result_text(context, repair_utf8(body));
}

// The zone that an argument names. SQLite keeps what was parsed while the argument is a constant.
Zone zone_argument(sqlite3_context* context, int index, sqlite3_value* value) {
  if (const auto* const kept = static_cast<const Zone*>(sqlite3_get_auxdata(context, index)))
    return *kept;
  auto zone = std::make_unique<Zone>(Zone::parse(text_of(value)));
  Zone result = *zone;
  sqlite3_set_auxdata(context, index, zone.release(),
                      [](void* kept) { delete static_cast<Zone*>(kept); });
  return result;
}

void run_article_date(sqlite3_context* context, int argc, sqlite3_value** argv) {
  const Zone zone = argc == 2 ? zone_argument(context, 1, argv[1]) : Zone();
  const DateReading reading = read_date(text_of(argv[0]), zone);
  if (reading.seconds) result_text(context, format_date(*reading.seconds));
}

void run_match_query(sqlite3_context* context, int argc, sqlite3_value** argv) {
  const std::optional<MatchMode> mode = argc == 2 ? match_mode(text_of(argv[1])) : MatchMode::All;
  if (!mode)
    throw Error("unknown mode '" + repair_utf8(text_of(argv[1])) + "'; the modes are " +
                match_mode_names());
  result_text(context, match_query(ValidText(argv[0]).get(), *mode));
}

void run_version(sqlite3_context* context, int /*argc*/, sqlite3_value** /*argv*/) {
  result_text(context, version());
}

void run_debug(sqlite3_context* context, int /*argc*/, sqlite3_value** /*argv*/) {
  std::string text = build_facts();
  text += "sqlite compiled with: " SQLITE_VERSION "\nsqlite running: ";
  text += sqlite3_libversion();
  const auto* const bound = static_cast<const BoundFunction*>(sqlite3_user_data(context));
  text += "\nhtml values parsed by this connection: " + std::to_string(bound->cache->parses());
  result_text(context, text);
}

// Every function: NULL in, NULL out, and no exception reaches SQLite.
void call(sqlite3_context* context, int argc, sqlite3_value** argv) {
  const Function& function =
      *static_cast<const BoundFunction*>(sqlite3_user_data(context))->function;
  for (int i = 0; i < argc && !function.takes_null; ++i)
    if (is_null(argv[i])) return sqlite3_result_null(context);
  guarded(context, function.name, [&] { function.run(context, argc, argv); });
}

}  // namespace

const std::vector<Function>& functions() {
  static const std::vector<Function> table{
      {"strip_html", "strip_html(html)", 1, 1, kPure, run_strip_html,
       "the text that a reader sees: the standard's innerText with its default styles",
       "SELECT strip_html('<p>one<p>two &amp; three')"},
      {"markdown_html", "markdown_html(markdown)", 1, 1, kPure, run_markdown_html,
       "HTML, from GitHub's dialect of Markdown", "SELECT markdown_html('*one* **two**')"},
      {"html_text", "html_text(html [, selector])", 1, 2, kPure, run_html_text,
       "the text of the first element that the CSS selector matches; NULL if none does. Without a "
       "selector: strip_html(html)",
       "SELECT html_text('<p>one<p class=x>two', '.x')"},
      {"html_extract", "html_extract(html, selector)", 2, 2, kPure, run_html_extract,
       "the first match as HTML, itself included; NULL if there is none",
       "SELECT html_extract('<p>one <b>two</b>', 'b')"},
      {"html_attribute_get", "html_attribute_get(html, selector, name)", 3, 3, kPure,
       run_html_attribute_get, "an attribute of the first match; NULL if there is none",
       "SELECT html_attribute_get('<a href=x>y</a>', 'a', 'href')"},
      {"html_count", "html_count(html, selector)", 2, 2, kPure, run_html_count,
       "the number of elements that match", "SELECT html_count('<p>one<p>two', 'p')"},
      {"html_remove", "html_remove(html, selector)", 2, 2, kPure, run_html_remove,
       "the HTML without the matches", "SELECT html_remove('<p>one <b>two</b>', 'b')"},
      {"stock_codes", "stock_codes(html)", 1, 1, kPureJson, run_stock_codes,
       "JSON array of the stock codes that the page mentions in markup or text, by first mention, "
       "each once: the codes of stock_mentions(html)",
       "SELECT stock_codes('<span id=stock_sz300959>线上线下</span>、贵州茅台（600519）')"},
      {"stock_code", "stock_code(code [, style])", 1, 2, kPure, run_stock_code,
       "a code of any style in the style sina (sz300959), tushare or wind (300959.SZ), xueqiu "
       "(SZ300959), yahoo (300959.SZ, 600519.SS) or joinquant (300959.XSHE); six bare digits are "
       "read by number range; NULL if it is not a code, or the style has no form for it",
       "SELECT stock_code('300959.SZ'), stock_code('600519', 'yahoo')"},
      {"byline", "byline(html)", 1, 1, kPureJson, run_byline,
       "JSON object of what the page states about itself: original_title (原标题), source (来源), "
       "author (作者, 记者), editor (责任编辑); null for what it does not state",
       "SELECT byline('<p>来源：示例日报</p><p>正文</p><p>责任编辑：示例编辑</p>') ->> 'source'"},
      {"front_matter", "front_matter(document)", 1, 1, kPureJson, run_front_matter,
       "the front matter of a document as a JSON object; `{}` if it has none",
       "SELECT front_matter('---' || char(10) || 'title: A' || char(10) || '---' || char(10) || "
       "'body')"},
      {"article_body", "article_body(document)", 1, 1, kPure, run_article_body,
       "what follows the front matter of a document",
       "SELECT article_body('---' || char(10) || 'title: A' || char(10) || '---' || char(10) || "
       "'body')"},
      // Not deterministic: the name of a zone, also one in the text, leads to a file of the system.
      {"article_date", "article_date(text [, timezone])", 1, 2, SQLITE_INNOCUOUS, run_article_date,
       "a date in any usual form as `YYYY-MM-DD HH:MM:SS` in UTC; a date without a zone is taken "
       "to be in timezone (+08:00, Asia/Shanghai; default UTC); NULL if it is not a date",
       "SELECT article_date('2021年8月5日 下午3:05', '+08:00')"},
      {"match_query", "match_query(text [, mode])", 1, 2, kPure, run_match_query,
       "what a person typed as a MATCH string for FTS5, never a syntax error. Mode all (default): "
       "every word, and what is in quotation marks as a phrase; any: one of the words at least, or "
       "two neighbouring characters of a run of Chinese; prefix: as all, and the last word may "
       "continue. Text without a letter or digit gives a query that finds nothing",
       "SELECT match_query('茅台 C# \"38.101 MHz\"'), match_query('茅台股价', 'any')"},
      {"articles_sync", "articles_sync(store [, dir [, option …]])", -1, -1,
       SQLITE_DIRECTONLY | SQLITE_RESULT_SUBTYPE, run_articles_sync,
       "makes a store, ordinary tables with a full-text index, from the articles of a directory, "
       "or "
       "refreshes it; JSON object of counts. Each option is one text: name=value as for "
       "articles(), "
       "name TYPE for a column, rebuild=1 (read every file again), shrink=1 (permit that most "
       "articles disappear), dry=1 (count only), progress=1 (a line a second on standard error)",
       "SELECT articles_sync('news', 'posts')", true},
      {"articles_version", "articles_version()", 0, 0, kPure, run_version,
       "the version of this extension", "SELECT articles_version()"},
      {"articles_debug", "articles_debug()", 0, 0, SQLITE_INNOCUOUS, run_debug,
       "facts about the build and the run, one per line", "SELECT articles_debug()"},
  };
  return table;
}

int register_functions(sqlite3* db, const std::shared_ptr<HtmlCache>& cache, bool of_files) {
  for (const Function& function : functions()) {
    if (((function.flags & SQLITE_DIRECTONLY) != 0) != of_files) continue;
    for (int arguments = function.least_arguments; arguments <= function.most_arguments;
         ++arguments) {
      // SQLite calls the destructor even if the call fails.
      const int code = sqlite3_create_function_v2(
          db, function.name, arguments, SQLITE_UTF8 | function.flags,
          new BoundFunction{&function, cache}, call, nullptr, nullptr,
          [](void* bound) { delete static_cast<BoundFunction*>(bound); });
      if (code != SQLITE_OK) return code;
    }
  }
  return SQLITE_OK;
}

}  // namespace articles::sql
