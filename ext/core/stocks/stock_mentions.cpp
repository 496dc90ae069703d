// The scan of a page: its texts go to TextScanner, its tags and comments are read here.
#include "articles/stock_mentions.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>
#include <utility>

#include "base/ascii.h"
#include "base/folded_text.h"
#include "html/syntax/tag_scanner.h"
#include "stocks/link_codes.h"
#include "stocks/names.h"
#include "stocks/table_codes.h"
#include "stocks/tags.h"
#include "stocks/text_scanner.h"

namespace articles {
namespace {

// The text of the element `name` as the name of a company. Its contents begin at `at`; they are
// read without tags up to its first end tag, or given up where they are too long for a name.
std::string name_in_element(std::string_view html, std::size_t at, std::string_view name) {
  constexpr std::size_t kLongest = 100;
  constexpr int kMostTags = 8;
  std::string text;
  for (int tags = 0; tags < kMostTags; ++tags) {
    const std::size_t less = html.substr(at, kLongest).find('<');
    if (less == std::string_view::npos) return {};
    text += html.substr(at, less);
    at += less;
    if (html.substr(at + 1, 1) == "/" && same_ignoring_case(html.substr(at + 2, name.size()), name))
      return clean_name(text);
    const std::size_t close = html.substr(at, kLongest * 4).find('>');
    if (close == std::string_view::npos || text.size() > kLongest) return {};
    at += close + 1;
  }
  return {};
}

// The value of a colspan or rowspan; 0 if it is not a number. The standard limits it to 1000:
// https://html.spec.whatwg.org/multipage/tables.html#dom-tdth-colspan
std::size_t read_span(std::string_view value) {
  constexpr std::size_t kMost = 1'000;
  std::size_t number = 0;
  for (std::size_t i = 0; i < value.size() && ascii_digit(value[i]) && number < kMost; ++i)
    number = number * 10 + static_cast<std::size_t>(value[i] - '0');
  return number;
}

class MentionScanner {
 public:
  MentionScanner(std::string_view html, bool with_names)
      : html_(html), with_names_(with_names), tables_(with_names) {}

  std::vector<Mention> mentions() {
    while (offset_ < html_.size()) {
      if (html_[offset_] != '<') scan_text();
      if (offset_ < html_.size()) scan_markup();
    }
    return std::move(mentions_);
  }

 private:
  // Reads the text from offset_ on, up to the next '<'.
  void scan_text() {
    const std::size_t begin = offset_;
    TextScanner scanner(html_, begin, line_, text_options());
    const TextScanner::Stop stop = scanner.scan(text_codes_);
    offset_ = scanner.offset();
    if (!text_codes_.empty()) add_text_codes([](std::size_t offset) { return offset; });
    if (stop == TextScanner::Stop::Fold) scan_folded_text(begin, scanner);
    const std::string_view written = html_.substr(begin, offset_ - begin);
    if (tables_.in_table()) tables_.add_text(written, begin);
    if (std::all_of(written.begin(), written.end(), ascii_space)) return;
    line_ = written;
    text_since_markup_ = true;
  }

  // Reads the rest of the text that begins at `begin`. `unfolded` has stopped at offset_, from
  // where on the text must be folded.
  void scan_folded_text(std::size_t begin, const TextScanner& unfolded) {
    const std::size_t end = std::min(html_.find('<', offset_), html_.size());
    FoldedText folded(html_.substr(begin, end - begin), offset_ - begin);
    TextScanner scanner(folded.text(), 0, line_, text_options());
    scanner.continue_folded(unfolded, begin);
    scanner.scan(text_codes_);
    offset_ = end;
    add_text_codes([&](std::size_t offset) { return begin + folded.written_at(offset); });
  }

  TextScanner::Options text_options() const { return {with_names_, open_code_elements_ == 0}; }

  // Adds text_codes_. `position_of` maps the offset of a code to its position in the page.
  template <class PositionOf>
  void add_text_codes(PositionOf position_of) {
    for (TextCode& found : text_codes_)
      mentions_.push_back({found.code, found.is_link ? MentionForm::Link : MentionForm::Text,
                           position_of(found.offset), std::move(found.name)});
    text_codes_.clear();
  }

  // Reads the tag, comment or other markup at offset_, which begins with '<'.
  void scan_markup() {
    const auto letter_at = [&](std::size_t at) {
      return at < html_.size() && ascii_alpha(html_[at]);
    };
    if (letter_at(offset_ + 1)) return scan_tag(offset_ + 1, false);
    if (offset_ + 1 < html_.size() && html_[offset_ + 1] == '/' && letter_at(offset_ + 2))
      return scan_tag(offset_ + 2, true);
    const std::size_t end = other_markup_end(html_, offset_);
    if (starts_with(html_.substr(offset_), "<!--")) {
      codes_.clear();
      read_stock_keywords(html_.substr(offset_ + 4, end - offset_ - 4), codes_);
      for (WrittenCode& code : codes_)
        mentions_.push_back({code.code, MentionForm::Keyword, offset_ + 4 + code.offset, {}});
    } else if (end == offset_ + 1) {
      line_ = {};
    }
    offset_ = end;
  }

  void scan_tag(std::size_t name_begin, bool is_end) {
    std::uint64_t packed = 0;
    const std::size_t size = stock_tag_name_size(html_.substr(name_begin), packed);
    const StockTag kind = stock_tag(packed);
    if (kind == StockTag::Other || kind >= StockTag::Listing) line_ = {};
    if (kind == StockTag::Code || kind == StockTag::Listing) count_code_element(is_end);
    offset_ = name_begin + size;
    scan_attributes();
    if (kind >= StockTag::Table) add_table_tag(kind, is_end);
    if (is_end) return;
    const std::string_view name = html_.substr(name_begin, size);
    for (const StockAttribute& attribute : attributes_) scan_attribute(attribute, kind, name);
    if (kind == StockTag::Raw) offset_ = raw_text_end(html_, offset_, name);
  }

  // Reads the attributes of the tag whose name ends at offset_, and moves past the tag.
  void scan_attributes() {
    attributes_.clear();
    if (html_.substr(offset_, 1) == ">") {
      ++offset_;
      return;
    }
    AttributeScanner scanner(html_.substr(offset_));
    while (scanner.next())
      if (const AttributeName name = attribute_name(scanner.name()); name != AttributeName::Other)
        attributes_.add({name, trim_spaces(scanner.value())});
    offset_ += scanner.end();
  }

  void count_code_element(bool is_end) {
    if (!is_end)
      ++open_code_elements_;
    else if (open_code_elements_ > 0)
      --open_code_elements_;
  }

  void add_table_tag(StockTag kind, bool is_end) {
    if (is_end) return tables_.end_tag(kind, mentions_);
    tables_.start_tag(kind, read_span(attributes_.value(AttributeName::Colspan)),
                      read_span(attributes_.value(AttributeName::Rowspan)), mentions_);
  }

  void scan_attribute(const StockAttribute& attribute, StockTag kind, std::string_view element) {
    if (attribute.name == AttributeName::Id) scan_id(attribute.value, element);
    if (attribute.name == AttributeName::Href) scan_href(attribute.value, element);
    if (attribute.name == AttributeName::Code && kind == StockTag::Anchor)
      scan_anchor_code(attribute.value, element);
  }

  // Fills codes_ with what `read` finds in an attribute's value. A value with numeric character
  // references is decoded first: then only its first code counts, at the position of the value.
  template <class Read>
  void read_value(std::string_view value, Read read) {
    codes_.clear();
    const auto begin = static_cast<std::size_t>(value.data() - html_.data());
    if (value.find("&#") == std::string_view::npos) {
      read(value);
      for (WrittenCode& code : codes_) code.offset += begin;
    } else {
      read(decode_references(value));
      if (codes_.size() > 1) codes_.resize(1);
      for (WrittenCode& code : codes_) code.offset = begin;
    }
  }

  void scan_id(std::string_view value, std::string_view element) {
    bool is_span = true;  // not the slot of a quote
    read_value(value, [&](std::string_view text) { is_span = read_stock_id(text, codes_); });
    if (codes_.empty()) return;
    const bool repeats = !is_span && !mentions_.empty() && mentions_.back().code == codes_[0].code;
    if (!repeats) add_markup_codes(MentionForm::Span, element);
  }

  void scan_href(std::string_view value, std::string_view element) {
    read_value(value, [&](std::string_view text) { read_stock_url(text, codes_); });
    if (!codes_.empty()) add_markup_codes(MentionForm::Link, element);
  }

  // Reads the code attribute of STCN's hot words: <a href="…?stockcode=SS600517" code="600517">
  void scan_anchor_code(std::string_view value, std::string_view element) {
    codes_.clear();
    if (value.size() != 6) return;
    std::optional<StockCode> code = read_stock_code(value);
    if (!code) return;
    codes_.push_back({*code, static_cast<std::size_t>(value.data() - html_.data())});
    add_markup_codes(MentionForm::Link, element);
  }

  // Adds codes_, except for a code that the markup before has named, with no text in between: a
  // span, the link in it and the link's other attributes are one mention.
  void add_markup_codes(MentionForm form, std::string_view element) {
    for (WrittenCode& code : codes_) {
      if (!text_since_markup_ && !mentions_.empty() && mentions_.back().code == code.code) continue;
      mentions_.push_back({code.code, form, code.offset,
                           with_names_ ? name_in_element(html_, offset_, element) : std::string()});
      text_since_markup_ = false;
    }
  }

  std::string_view html_;
  bool with_names_;
  std::size_t offset_ = 0;
  std::string_view line_;               // the last text, if only inline tags followed it
  std::size_t open_code_elements_ = 0;  // code, pre and the like
  bool text_since_markup_ = true;       // since the last mention in markup
  StockAttributes attributes_;          // of one tag
  std::vector<TextCode> text_codes_;    // of one text
  std::vector<WrittenCode> codes_;      // of one attribute or comment
  TableCodes tables_;
  std::vector<Mention> mentions_;
};

class CodeSet {
 public:
  // Adds the code. Returns false if the set already has it.
  bool insert(const StockCode& code) {
    if (!all_.empty()) return all_.insert(packed(code)).second;
    if (std::find(few_.begin(), few_.end(), code) != few_.end()) return false;
    few_.push_back(code);
    if (few_.size() == kFew)
      for (const StockCode& known : few_) all_.insert(packed(known));
    return true;
  }

 private:
  static constexpr std::size_t kFew = 16;  // a list of so many is searched faster than a hash set

  static std::uint64_t packed(const StockCode& code) {
    return static_cast<std::uint64_t>(code.exchange) << 56 | code.symbol.packed();
  }

  std::vector<StockCode> few_;
  std::unordered_set<std::uint64_t> all_;
};

}  // namespace

std::vector<Mention> stock_mentions(std::string_view html) {
  return MentionScanner(html, true).mentions();
}

std::vector<std::string> stock_codes(std::string_view html) {
  std::vector<std::string> codes;
  CodeSet seen;
  for (const Mention& mention : MentionScanner(html, false).mentions())
    if (seen.insert(mention.code)) codes.push_back(canonical_code(mention.code));
  return codes;
}

std::string_view form_name(MentionForm form) {
  constexpr std::string_view kNames[] = {"span", "link", "keyword", "table", "text"};
  return kNames[static_cast<std::size_t>(form)];
}

}  // namespace articles
