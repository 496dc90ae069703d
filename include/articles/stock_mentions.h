// Where a page mentions stocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "articles/stock_code.h"

namespace articles {

// What the mention is by.
enum class MentionForm : std::uint8_t {
  Span,     // the id of an element: Sina's stock_sz300959
  Link,     // the address of a page about the stock, in a link or in the text
  Keyword,  // Sina's comment of key words
  Table,    // a cell below 证券代码
  Text,     // the words of the text: 600519.SH, 贵州茅台（600519）, NYSE: BABA, $BABA
};

struct Mention {
  StockCode code;
  MentionForm form = MentionForm::Text;
  std::size_t position = 0;  // bytes: where the code begins in the input, an exchange before it
                             // included
  std::string name;          // as the page writes it beside the code, UTF-8 where the page is;
                             // brackets and tags removed; "": the page has none there
};

// `span`, `link`, `keyword`, `table`, `text`
std::string_view form_name(MentionForm form);

// Every mention in an HTML or plain text, positions strictly increasing. A number alone is none
// without a context that says so, and what stands in scripts, styles, other comments and other
// attributes than id, href and an anchor's code is none. A span, the link in it and the slot for
// its quote are one mention. Never fails; linear in time and memory.
std::vector<Mention> stock_mentions(std::string_view html);

// The codes of stock_mentions(), canonical, in order, each once. Builds no names.
std::vector<std::string> stock_codes(std::string_view html);

}  // namespace articles
