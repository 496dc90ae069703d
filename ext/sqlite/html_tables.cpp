#include "html_tables.h"

#include <memory>
#include <string>

#include "articles/error.h"
#include "articles/hash.h"
#include "guard.h"
#include "value.h"

namespace articles::sql {
namespace {

void emit_html(sqlite3_context* context, const HtmlDocument& document, std::size_t element) {
  result_text(context, document.outer_html(element));
}
void emit_text(sqlite3_context* context, const HtmlDocument& document, std::size_t element) {
  result_text(context, document.text(element));
}
void emit_tag(sqlite3_context* context, const HtmlDocument& document, std::size_t element) {
  result_text(context, document.tag(element));
}
void emit_attributes(sqlite3_context* context, const HtmlDocument& document, std::size_t element) {
  result_json(context, document.attributes_json(element));
}

constexpr char kHref[] = "href";
constexpr char kRel[] = "rel";
constexpr char kTitle[] = "title";
constexpr char kTarget[] = "target";
constexpr char kSrc[] = "src";
constexpr char kAlt[] = "alt";
constexpr char kWidth[] = "width";
constexpr char kHeight[] = "height";

template <const char* Name>
void emit_attribute(sqlite3_context* context, const HtmlDocument& document, std::size_t element) {
  result_text(context, document.attribute(element, Name));
}

template <const char* Name>
constexpr HtmlColumn attribute_column() {
  return {Name, emit_attribute<Name>};
}

// A table of one connection: what it is, and the connection's cache.
struct BoundTable {
  const HtmlTable* spec;
  std::shared_ptr<HtmlCache> cache;
};

struct Table : sqlite3_vtab {
  const BoundTable* bound = nullptr;
};

struct Cursor : sqlite3_vtab_cursor {
  std::shared_ptr<const HtmlDocument> document;
  std::vector<std::size_t> elements;
  std::size_t at = 0;
  std::string html;  // the arguments, for who asks for them
  std::string selector;
};

Table& self(sqlite3_vtab* table) {
  return *static_cast<Table*>(table);
}
Cursor& self(sqlite3_vtab_cursor* cursor) {
  return *static_cast<Cursor*>(cursor);
}

int column_count(const HtmlTable& spec) {
  return static_cast<int>(spec.columns.size());
}

int argument_count(const HtmlTable& spec) {
  return spec.selector == nullptr ? 2 : 1;
}

int connect(sqlite3* db, void* aux, int /*argc*/, const char* const* /*argv*/, sqlite3_vtab** out,
            char** error) {
  return guarded(error, [&] {
    auto table = std::make_unique<Table>();
    table->bound = static_cast<const BoundTable*>(aux);
    std::string schema = "CREATE TABLE x(";
    for (const HtmlColumn& column : table->bound->spec->columns)
      schema += std::string(column.name) + " TEXT, ";
    schema += "document TEXT HIDDEN";
    if (argument_count(*table->bound->spec) == 2) schema += ", selector TEXT HIDDEN";
    if (sqlite3_declare_vtab(db, (schema + ")").c_str()) != SQLITE_OK) throw std::bad_alloc();
    sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
    *out = table.release();
  });
}

int disconnect(sqlite3_vtab* table) {
  delete &self(table);
  return SQLITE_OK;
}

// idxNum has a bit for each argument that is given.
int best_index(sqlite3_vtab* base, sqlite3_index_info* info) {
  const HtmlTable& spec = *self(base).bound->spec;
  const int all = (1 << argument_count(spec)) - 1;
  for (int argument = 0, given = 0; argument < argument_count(spec); ++argument) {
    for (int i = 0; i < info->nConstraint; ++i) {
      const auto& constraint = info->aConstraint[i];
      if (constraint.iColumn != column_count(spec) + argument ||
          constraint.op != SQLITE_INDEX_CONSTRAINT_EQ)
        continue;
      if (constraint.usable == 0) return SQLITE_CONSTRAINT;
      if ((info->idxNum & (1 << argument)) != 0) continue;
      info->aConstraintUsage[i].argvIndex = ++given;
      info->aConstraintUsage[i].omit = 1;
      info->idxNum |= 1 << argument;
    }
  }
  constexpr double kRows = 20;
  constexpr double kUnusable = 1e99;
  info->estimatedRows = static_cast<sqlite3_int64>(kRows);
  info->estimatedCost = info->idxNum == all ? kRows : kUnusable;
  return SQLITE_OK;
}

int open_cursor(sqlite3_vtab* table, sqlite3_vtab_cursor** out) {
  return guarded(*table, [&] { *out = new Cursor{}; });
}

int close_cursor(sqlite3_vtab_cursor* cursor) {
  delete &self(cursor);
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* base, int given, const char* /*text*/, int argc,
           sqlite3_value** argv) {
  const BoundTable& bound = *self(base->pVtab).bound;
  return guarded(
      [&] {
        Cursor& cursor = self(base);
        cursor.elements.clear();
        cursor.at = 0;
        const int wanted = argument_count(*bound.spec);
        if (given != (1 << wanted) - 1)
          throw Error(std::string("an argument is missing: ") + bound.spec->usage);
        for (int i = 0; i < argc; ++i)
          if (is_null(argv[i])) return;
        cursor.html = ValidText(argv[0]).get();
        cursor.selector =
            wanted == 2 ? std::string(ValidText(argv[1]).get()) : bound.spec->selector;
        const Selector& selector = bound.cache->selector(cursor.selector);
        cursor.document = bound.cache->document(cursor.html);
        cursor.elements = cursor.document->select(selector);
      },
      [&](const char* message) {
        sqlite3_free(base->pVtab->zErrMsg);
        base->pVtab->zErrMsg = sqlite3_mprintf("%s: %s", bound.spec->name, message);
      });
}

int next(sqlite3_vtab_cursor* base) {
  ++self(base).at;
  return SQLITE_OK;
}

int eof(sqlite3_vtab_cursor* base) {
  return self(base).at >= self(base).elements.size() ? 1 : 0;
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int index) {
  const HtmlTable& spec = *self(base->pVtab).bound->spec;
  guarded(context, spec.name, [&] {
    const Cursor& cursor = self(base);
    if (index >= column_count(spec))
      return result_text(context, index == column_count(spec) ? cursor.html : cursor.selector);
    spec.columns[static_cast<std::size_t>(index)].emit(context, *cursor.document,
                                                       cursor.elements[cursor.at]);
  });
  return SQLITE_OK;
}

// Of document and selector too: SQLite drops rows of the same rowid where it joins the branches of
// an OR.
int rowid(sqlite3_vtab_cursor* base, sqlite3_int64* out) {
  constexpr std::uint64_t kPositive = 0x7FFFFFFFFFFFFFFFU;
  const Cursor& cursor = self(base);
  const auto first = static_cast<std::uint64_t>(rowid_hash(cursor.html, cursor.selector));
  *out = static_cast<sqlite3_int64>((first + cursor.at) & kPositive);
  return SQLITE_OK;
}

constexpr sqlite3_module make_module() {
  sqlite3_module module{};
  module.xConnect = connect;  // no xCreate: tables that are just there
  module.xBestIndex = best_index;
  module.xDisconnect = disconnect;
  module.xOpen = open_cursor;
  module.xClose = close_cursor;
  module.xFilter = filter;
  module.xNext = next;
  module.xEof = eof;
  module.xColumn = column;
  module.xRowid = rowid;
  return module;
}

constexpr sqlite3_module kModule = make_module();

}  // namespace

const std::vector<HtmlTable>& html_tables() {
  static const std::vector<HtmlTable> tables{
      {"html_each",
       "html_each(html, selector)",
       nullptr,
       {{"html", emit_html},
        {"text", emit_text},
        {"tag", emit_tag},
        {"attributes", emit_attributes}},
       "a row for each element that the CSS selector matches: html, text, tag, attributes (JSON)",
       "SELECT tag, text FROM html_each('<p>one <b>two</b>', 'p, b')"},
      {"html_links",
       "html_links(html)",
       "a[href], area[href]",
       {attribute_column<kHref>(),
        {"text", emit_text},
        attribute_column<kRel>(),
        attribute_column<kTitle>(),
        attribute_column<kTarget>()},
       "a row for each link, as written: href, text, rel, title, target",
       "SELECT href, text FROM html_links('<a href=x>one</a>')"},
      {"html_images",
       "html_images(html)",
       "img",
       {attribute_column<kSrc>(), attribute_column<kAlt>(), attribute_column<kTitle>(),
        attribute_column<kWidth>(), attribute_column<kHeight>()},
       "a row for each image, as written: src, alt, title, width, height",
       "SELECT src, alt FROM html_images('<img src=x alt=one>')"},
  };
  return tables;
}

int register_html_tables(sqlite3* db, const std::shared_ptr<HtmlCache>& cache) {
  for (const HtmlTable& table : html_tables()) {
    const int code =
        sqlite3_create_module_v2(db, table.name, &kModule, new BoundTable{&table, cache},
                                 [](void* bound) { delete static_cast<BoundTable*>(bound); });
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

}  // namespace articles::sql
