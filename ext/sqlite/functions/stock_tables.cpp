#include "sqlite/functions/stock_tables.h"

#include "articles/stock_mentions.h"
#include "sqlite/base/sql_value.h"

namespace articles::sql {
namespace {

class MentionRows : public ValueRows {
 public:
  explicit MentionRows(const std::string& html) : mentions_(stock_mentions(html)) {}

  std::size_t size() const override { return mentions_.size(); }

  void emit(sqlite3_context* context, std::size_t row, std::size_t column) const override {
    const Mention& mention = mentions_[row];
    switch (column) {
      case 0:
        return result_text(context, canonical_code(mention.code));
      case 1:
        return result_text(context, exchange_name(mention.code.exchange));
      case 2:
        return result_text(context, kind_name(kind_of(mention.code)));
      case 3:
        if (!mention.name.empty()) result_text(context, mention.name);
        return;
      case 4:
        return result_text(context, form_name(mention.form));
      default:
        return sqlite3_result_int64(context, static_cast<sqlite3_int64>(mention.position));
    }
  }

 private:
  std::vector<Mention> mentions_;
};

std::unique_ptr<const ValueRows> open_mentions(const ValueTable& /*table*/, HtmlCache& /*cache*/,
                                               const std::vector<std::string>& arguments) {
  return std::make_unique<MentionRows>(arguments[0]);
}

}  // namespace

const std::vector<ValueTable>& stock_tables() {
  static const std::vector<ValueTable> tables{
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
       "a row for each mention of a stock, in order: code, exchange (SSE, SZSE, BSE, HKEX, US), "
       "kind "
       "(stock, fund, bond, index, warrant …), name beside it or NULL, form (span, link, keyword, "
       "table, text), position (bytes before it)",
       "SELECT code, name, form FROM stock_mentions('贵州茅台（600519）')"},
  };
  return tables;
}

}  // namespace articles::sql
