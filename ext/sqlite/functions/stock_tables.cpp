#include "sqlite/functions/stock_tables.h"

#include "articles/stock_mentions.h"
#include "base/utf8.h"

namespace articles::sql {
namespace {

class MentionRows : public DocumentRows {
 public:
  explicit MentionRows(const std::string& html) : mentions_(stock_mentions(html)) {}

  std::size_t size() const override { return mentions_.size(); }

  Datum value(std::size_t row, std::size_t column) const override {
    const Mention& mention = mentions_[row];
    switch (column) {
      case 0:
        return Datum::text(canonical_code(mention.code));
      case 1:
        return Datum::text_view(exchange_name(mention.code.exchange));
      case 2:
        return Datum::text_view(kind_name(kind_of(mention.code)));
      case 3:
        return mention.name.empty() ? Datum() : Datum::text(repair_utf8(mention.name));
      case 4:
        return Datum::text_view(form_name(mention.form));
      default:
        return Datum::integer(static_cast<std::int64_t>(mention.position));
    }
  }

 private:
  std::vector<Mention> mentions_;
};

std::unique_ptr<const DocumentRows> open_mentions(const DocumentCall& call) {
  return std::make_unique<MentionRows>(call.arguments[0]);
}

}  // namespace

const std::vector<DocumentTable>& stock_tables() {
  static const std::vector<DocumentTable> tables{
      {"stock_mentions",
       "stock_mentions(html)",
       {{"code", "TEXT"},
        {"exchange", "TEXT"},
        {"kind", "TEXT"},
        {"name", "TEXT"},
        {"form", "TEXT"},
        {"position", "INTEGER"}},
       {"document"},
       open_mentions,
       "one row for each mention of a stock, in order: code, exchange (SSE, SZSE, BSE, HKEX, US), "
       "kind (stock, fund, bond, index, warrant …), name (beside the code, or NULL), form (span, "
       "link, keyword, table, text), position (number of bytes before it)",
       "SELECT code, name, form FROM stock_mentions('贵州茅台（600519）')"},
  };
  return tables;
}

}  // namespace articles::sql
