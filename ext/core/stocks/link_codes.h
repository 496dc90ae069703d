// Codes in the attributes id and href, in comments, and in the brackets of Xueqiu's cashtags.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "articles/stock_code.h"

namespace articles {

struct WrittenCode {
  StockCode code;
  std::size_t offset;  // in bytes, of the code in the text that was read
};

// Each of these appends the codes it finds to `found`, in order.

// Reads the value of an attribute id. Returns false for the slot of a quote, which repeats a span.
bool read_stock_id(std::string_view value, std::vector<WrittenCode>& found);

// Reads a URL, with or without its scheme.
void read_stock_url(std::string_view url, std::vector<WrittenCode>& found);

// Reads what Xueqiu writes in brackets: SH600519, 00700, AAPL.
void read_xueqiu_symbol(std::string_view symbol, std::vector<WrittenCode>& found);

// Reads the content of a comment.
void read_stock_keywords(std::string_view comment, std::vector<WrittenCode>& found);

}  // namespace articles
