// The scan of a page: its texts go to TextScanner, its tables to TableCodes; attributes and
// comments are read here.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "articles/stock_mentions.h"
#include "html/syntax/elements.h"
#include "html/syntax/tag_scanner.h"
#include "stocks/attributes.h"
#include "stocks/link_codes.h"
#include "stocks/table_codes.h"
#include "stocks/text_scanner.h"

namespace articles {

class PageScanner {
 public:
  // `html` must outlive the scanner.
  PageScanner(std::string_view html, bool with_names)
      : html_(html), with_names_(with_names), tables_(with_names) {}

  // Scans the page. Call it once.
  std::vector<Mention> scan();

 private:
  TextScanner::Options text_options() const { return {with_names_, open_programs_ == 0}; }

  void scan_text();
  void scan_anchors(std::size_t begin);
  void scan_folded_text(std::size_t begin, const TextScanner& unfolded);
  template <class PositionOf>
  void add_text_codes(PositionOf position_of);

  void scan_markup();
  void scan_comment(std::size_t end);
  void scan_tag(TokenKind kind);
  void scan_attributes();
  void count_program_text(bool is_end);
  void add_table_tag(Role role, bool is_end);

  void scan_attribute(const StockAttribute& attribute, std::string_view element);
  void scan_id(std::string_view value, std::string_view element);
  void scan_href(std::string_view value, std::string_view element);
  void scan_anchor_code(std::string_view value, std::string_view element);
  template <class Read>
  void read_value(std::string_view value, Read read);
  void add_markup_codes(MentionForm form, std::string_view element);

  std::string_view html_;
  bool with_names_;
  std::size_t offset_ = 0;            // everything before it is scanned
  LineContext line_;                  // the texts before offset_ in its line
  std::size_t open_programs_ = 0;     // open elements of program text: code, pre and the like
  bool text_since_markup_ = true;     // since the last mention in markup
  StockAttributes attributes_;        // of one tag
  std::vector<TextCode> text_codes_;  // of one text
  std::vector<WrittenCode> codes_;    // of one attribute or comment
  TableCodes tables_;
  std::vector<Mention> mentions_;
};

}  // namespace articles
