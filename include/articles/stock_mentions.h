// The mentions of stocks in a page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "articles/stock_code.h"

namespace articles {

// Where the code of a mention is written.
enum class MentionForm : std::uint8_t {
  Span,     // in the id of an element: Sina's stock_sz300959
  Link,     // in the URL of a page about the stock, in an attribute or in the text
  Keyword,  // in Sina's comment of keywords
  Table,    // in a table cell below 证券代码
  Text,     // in running text: 600519.SH, 贵州茅台（600519）, NYSE: BABA, $BABA
};

struct Mention {
  StockCode code;
  MentionForm form = MentionForm::Text;
  // The offset in bytes of the code, or of the exchange written before it, in the input.
  std::size_t position = 0;
  // The name written beside the code, without brackets and tags; "" if there is none. Valid UTF-8
  // if the input is.
  std::string name;
};

// `span`, `link`, `keyword`, `table`, `text`
std::string_view form_name(MentionForm form);

// Every mention in HTML or plain text, by strictly increasing position.
//
// A number counts only where its context shows that it is a code. Scripts, styles, comments other
// than keywords, and attributes other than `id`, `href` and the `code` of a link are not read. A
// span, the link in it and the slot for its live quote are one mention.
//
// Never fails. Time and memory are linear in the size of the input.
std::vector<Mention> stock_mentions(std::string_view html);

// The distinct codes of stock_mentions(), canonical, by first mention. Faster, because it collects
// no names.
std::vector<std::string> stock_codes(std::string_view html);

}  // namespace articles
