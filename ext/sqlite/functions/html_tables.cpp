#include "sqlite/functions/html_tables.h"

#include <utility>

#include "sqlite/base/sql_value.h"
namespace articles::sql {
namespace {

// The elements that a selector matches.
class ElementRows : public DocumentRows {
 public:
  ElementRows(const DocumentCall& call, const std::string& selector) {
    const Selector& parsed = call.cache.selector(ValidText(selector).get());
    document_ = call.cache.document(ValidText(call.arguments[0]).get(), call.interrupted);
    elements_ = document_->select(parsed, call.interrupted);
  }

  std::size_t size() const override { return elements_.size(); }

 protected:
  const HtmlDocument& document() const { return *document_; }
  std::size_t element(std::size_t row) const { return elements_[row]; }

 private:
  std::shared_ptr<const HtmlDocument> document_;
  std::vector<std::size_t> elements_;
};

class EachRows : public ElementRows {
 public:
  using ElementRows::ElementRows;

  Datum value(std::size_t row, std::size_t column) const override {
    switch (column) {
      case 0:
        return Datum::text(document().outer_html(element(row)));
      case 1:
        return Datum::text(document().text(element(row)));
      case 2:
        return Datum::text(std::string(document().tag(element(row))));
      default:
        return Datum::json(document().attributes_json(element(row)));
    }
  }
};

// A column is `text`, or the attribute of its name.
class AttributeRows : public ElementRows {
 public:
  AttributeRows(const DocumentCall& call, const std::string& selector)
      : ElementRows(call, selector), table_(call.table) {}

  Datum value(std::size_t row, std::size_t column) const override {
    const std::string name = table_.columns[column].name;
    if (name == "text") return Datum::text(document().text(element(row)));
    return Datum::text_or_null(document().attribute(element(row), name));
  }

 private:
  const DocumentTable& table_;
};

std::unique_ptr<const DocumentRows> open_each(const DocumentCall& call) {
  return std::make_unique<EachRows>(call, call.arguments[1]);
}

std::unique_ptr<const DocumentRows> open_links(const DocumentCall& call) {
  return std::make_unique<AttributeRows>(call, "a[href], area[href]");
}

std::unique_ptr<const DocumentRows> open_images(const DocumentCall& call) {
  return std::make_unique<AttributeRows>(call, "img");
}

}  // namespace

const std::vector<DocumentTable>& html_tables() {
  static const std::vector<DocumentTable> tables{
      {"html_each",
       "html_each(html, selector)",
       {{"html", "TEXT"}, {"text", "TEXT"}, {"tag", "TEXT"}, {"attributes", "TEXT"}},
       {"document", "selector"},
       open_each,
       "one row for each element that the CSS selector matches: html, text, tag, attributes (JSON)",
       "SELECT tag, text FROM html_each('<p>one <b>two</b>', 'p, b')"},
      {"html_links",
       "html_links(html)",
       {{"href", "TEXT"}, {"text", "TEXT"}, {"rel", "TEXT"}, {"title", "TEXT"}, {"target", "TEXT"}},
       {"document"},
       open_links,
       "one row for each link, as written: href, text, rel, title, target",
       "SELECT href, text FROM html_links('<a href=x>one</a>')"},
      {"html_images",
       "html_images(html)",
       {{"src", "TEXT"}, {"alt", "TEXT"}, {"title", "TEXT"}, {"width", "TEXT"}, {"height", "TEXT"}},
       {"document"},
       open_images,
       "one row for each image, as written: src, alt, title, width, height",
       "SELECT src, alt FROM html_images('<img src=x alt=one>')"},
  };
  return tables;
}

}  // namespace articles::sql
