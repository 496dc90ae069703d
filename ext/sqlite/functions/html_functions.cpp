#include "sqlite/functions/html_functions.h"

#include "articles/html.h"
#include "sqlite/base/interrupt_probe.h"
#include "sqlite/base/sql_value.h"
#include "sqlite/functions/functions.h"
#include "sqlite/functions/html_cache.h"

namespace articles::sql {
namespace {

HtmlCache& cache_of(sqlite3_context* context) {
  return *static_cast<const BoundFunction*>(sqlite3_user_data(context))->cache;
}

// The elements of the HTML in argument 0 that the selector in argument 1 matches.
struct Found {
  std::shared_ptr<const HtmlDocument> document;
  std::vector<std::size_t> elements;
};

Found find(sqlite3_context* context, sqlite3_value** argv) {
  HtmlCache& cache = cache_of(context);
  const Selector& selector = cache.selector(ValidText(argv[1]).get());
  const CallInterrupt interrupt(sqlite3_context_db_handle(context));
  Found found{cache.document(ValidText(argv[0]).get(), interrupt.check()), {}};
  found.elements = found.document->select(selector, interrupt.check());
  return found;
}

}  // namespace

void run_strip_html(sqlite3_context* context, int /*argc*/, sqlite3_value** argv) {
  const CallInterrupt interrupt(sqlite3_context_db_handle(context));
  result_text(context, strip_html(ValidText(argv[0]).get(), interrupt.check()));
}

void run_html_text(sqlite3_context* context, int argc, sqlite3_value** argv) {
  if (argc == 1) return run_strip_html(context, argc, argv);
  const Found found = find(context, argv);
  if (!found.elements.empty()) result_text(context, found.document->text(found.elements.front()));
}

void run_html_extract(sqlite3_context* context, int /*argc*/, sqlite3_value** argv) {
  const Found found = find(context, argv);
  if (!found.elements.empty())
    result_text(context, found.document->outer_html(found.elements.front()));
}

void run_html_attribute_get(sqlite3_context* context, int /*argc*/, sqlite3_value** argv) {
  const Found found = find(context, argv);
  if (!found.elements.empty())
    result_text(context,
                found.document->attribute(found.elements.front(), ValidText(argv[2]).get()));
}

void run_html_count(sqlite3_context* context, int /*argc*/, sqlite3_value** argv) {
  sqlite3_result_int64(context, static_cast<sqlite3_int64>(find(context, argv).elements.size()));
}

void run_html_remove(sqlite3_context* context, int /*argc*/, sqlite3_value** argv) {
  const Found found = find(context, argv);
  if (found.elements.empty())
    result_text(context, ValidText(argv[0]).get());
  else
    result_text(context, found.document->without(found.elements));
}

}  // namespace articles::sql
