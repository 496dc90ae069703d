// Codes in ids, addresses and comments of key words.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "articles/stock_code.h"

namespace articles {

struct WrittenCode {
  StockCode code;
  std::size_t at;  // bytes from the beginning of the text that was read
};

// Each adds what it finds, in order.
// `value` is that of an attribute id. False: it is the slot for a quote, which repeats a span.
bool read_stock_id(std::string_view value, std::vector<WrittenCode>& found);
// `url` is the address of a link, with or without scheme.
void read_stock_url(std::string_view url, std::vector<WrittenCode>& found);
// `symbol` is what Xueqiu writes in brackets: SH600519, 00700, AAPL.
void read_xueqiu_symbol(std::string_view symbol, std::vector<WrittenCode>& found);
// `comment` is what stands in a comment.
void read_stock_keywords(std::string_view comment, std::vector<WrittenCode>& found);

}  // namespace articles
