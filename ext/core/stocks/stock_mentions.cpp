// The scan of a page: which of its parts are text, and which are markup that names a stock.
#include "articles/stock_mentions.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>
#include <utility>

#include "base/ascii.h"
#include "base/folded_text.h"
#include "html/syntax/tag_scanner.h"
#include "stocks/context.h"
#include "stocks/link_codes.h"
#include "stocks/table.h"
#include "stocks/tags.h"
#include "stocks/text.h"

namespace articles {
namespace {

// The text of the element called `name` that begins at `at`, tags dropped: up to its first end tag,
// as far as a name may go.
std::string text_of_element(std::string_view html, std::size_t at, std::string_view name) {
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

std::size_t number_in(std::string_view value) {
  constexpr std::size_t kMost = 1'000;  // the standard's limit of a colspan
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
    while (at_ < html_.size()) {
      if (html_[at_] != '<') text();
      if (at_ < html_.size()) markup();
    }
    return std::move(mentions_);
  }

 private:
  // The text from at_ on, up to the next '<'.
  void text() {
    const std::size_t begin = at_;
    StockText scanner(html_, begin, line_, options());
    const StockText::Stop stop = scanner.scan(texts_);
    at_ = scanner.at();
    if (!texts_.empty()) take_texts([](std::size_t at) { return at; });
    if (stop == StockText::Stop::Fold) folded_text(begin, scanner);
    const std::string_view written = html_.substr(begin, at_ - begin);
    if (tables_.in_table()) tables_.text(written, begin);
    if (std::all_of(written.begin(), written.end(), ascii_space)) return;
    line_ = written;
    text_since_markup_ = true;
  }

  // The rest of a text that began at `begin`: `unfolded` stopped at at_, where it must be folded.
  void folded_text(std::size_t begin, const StockText& unfolded) {
    const std::size_t end = std::min(html_.find('<', at_), html_.size());
    FoldedText folded(html_.substr(begin, end - begin), at_ - begin);
    StockText scanner(folded.text(), 0, line_, options());
    scanner.go_on_folded(unfolded, begin);
    scanner.scan(texts_);
    at_ = end;
    take_texts([&](std::size_t at) { return begin + folded.written_at(at); });
  }

  StockText::Options options() const { return {with_names_, code_elements_ == 0}; }

  template <class Place>
  void take_texts(Place place) {
    for (TextCode& text : texts_)
      mentions_.push_back({text.code, text.is_link ? MentionForm::Link : MentionForm::Text,
                           place(text.at), std::move(text.name)});
    texts_.clear();
  }

  // What begins at at_ with '<'.
  void markup() {
    const auto letter_at = [&](std::size_t at) {
      return at < html_.size() && ascii_alpha(html_[at]);
    };
    if (letter_at(at_ + 1)) return tag(at_ + 1, false);
    if (at_ + 1 < html_.size() && html_[at_ + 1] == '/' && letter_at(at_ + 2))
      return tag(at_ + 2, true);
    const std::size_t end = other_markup_end(html_, at_);
    if (starts_with(html_.substr(at_), "<!--")) {
      codes_.clear();
      read_stock_keywords(html_.substr(at_ + 4, end - at_ - 4), codes_);
      for (WrittenCode& code : codes_)
        mentions_.push_back({code.code, MentionForm::Keyword, at_ + 4 + code.at, {}});
    } else if (end == at_ + 1) {
      line_ = {};
    }
    at_ = end;
  }

  void tag(std::size_t name_begin, bool is_end) {
    std::uint64_t packed = 0;
    const std::size_t size = stock_tag_name_size(html_.substr(name_begin), packed);
    const StockTag kind = stock_tag(packed);
    if (kind == StockTag::Other || kind >= StockTag::Listing) line_ = {};
    if (kind == StockTag::Code || kind == StockTag::Listing) code_element(is_end);
    at_ = name_begin + size;
    take_attributes();
    if (kind >= StockTag::Table) table_tag(kind, is_end);
    if (is_end) return;
    const std::string_view name = html_.substr(name_begin, size);
    for (const StockAttribute& attribute : attributes_) attribute_codes(attribute, kind, name);
    if (kind == StockTag::Raw) at_ = raw_text_end(html_, at_, name);
  }

  // Those of the tag whose name ends at at_, which moves behind it.
  void take_attributes() {
    attributes_.clear();
    if (html_.substr(at_, 1) == ">") {
      ++at_;
      return;
    }
    AttributeScanner scanner(html_.substr(at_));
    while (scanner.next())
      if (const AttributeName name = attribute_name(scanner.name()); name != AttributeName::Other)
        attributes_.add({name, trim_spaces(scanner.value())});
    at_ += scanner.end();
  }

  void code_element(bool is_end) {
    if (!is_end)
      ++code_elements_;
    else if (code_elements_ > 0)
      --code_elements_;
  }

  void table_tag(StockTag kind, bool is_end) {
    if (is_end) return tables_.end_tag(kind, mentions_);
    tables_.start_tag(kind, number_in(attributes_.value(AttributeName::Colspan)),
                      number_in(attributes_.value(AttributeName::Rowspan)), mentions_);
  }

  void attribute_codes(const StockAttribute& attribute, StockTag kind, std::string_view element) {
    if (attribute.name == AttributeName::Id) id(attribute.value, element);
    if (attribute.name == AttributeName::Href) link(attribute.value, element);
    if (attribute.name == AttributeName::Code && kind == StockTag::Anchor)
      anchor_code(attribute.value, element);
  }

  // Reads an attribute's value, decoded if need be: then the code's place is that of the value.
  template <class Read>
  void read_value(std::string_view value, Read read) {
    codes_.clear();
    const auto begin = static_cast<std::size_t>(value.data() - html_.data());
    if (value.find("&#") == std::string_view::npos) {
      read(value);
      for (WrittenCode& code : codes_) code.at += begin;
    } else {
      read(decode_references(value));
      if (codes_.size() > 1) codes_.resize(1);
      for (WrittenCode& code : codes_) code.at = begin;
    }
  }

  void id(std::string_view value, std::string_view element) {
    bool is_span = true;
    read_value(value, [&](std::string_view text) { is_span = read_stock_id(text, codes_); });
    if (codes_.empty()) return;
    const bool repeats = !is_span && !mentions_.empty() && mentions_.back().code == codes_[0].code;
    if (!repeats) add_markup(MentionForm::Span, element);
  }

  void link(std::string_view value, std::string_view element) {
    read_value(value, [&](std::string_view text) { read_stock_url(text, codes_); });
    if (!codes_.empty()) add_markup(MentionForm::Link, element);
  }

  // STCN's hot words: <a href="…?stockcode=SS600517" code="600517">
  void anchor_code(std::string_view value, std::string_view element) {
    codes_.clear();
    if (value.size() != 6) return;
    std::optional<StockCode> code = read_stock_code(value);
    if (!code) return;
    codes_.push_back({*code, static_cast<std::size_t>(value.data() - html_.data())});
    add_markup(MentionForm::Link, element);
  }

  // Adds codes_, but for one that the markup just before names, no text between: a span, the link
  // in it, the link's other attributes.
  void add_markup(MentionForm form, std::string_view element) {
    for (WrittenCode& code : codes_) {
      if (!text_since_markup_ && !mentions_.empty() && mentions_.back().code == code.code) continue;
      mentions_.push_back({code.code, form, code.at,
                           with_names_ ? text_of_element(html_, at_, element) : std::string()});
      text_since_markup_ = false;
    }
  }

  std::string_view html_;
  bool with_names_;
  std::size_t at_ = 0;
  std::string_view line_;           // the text before, with nothing but inline tags since
  std::size_t code_elements_ = 0;   // open
  bool text_since_markup_ = true;   // since the last mention by markup
  StockAttributes attributes_;      // of one tag
  std::vector<TextCode> texts_;     // of one text
  std::vector<WrittenCode> codes_;  // of one value
  StockTables tables_;
  std::vector<Mention> mentions_;
};

class Distinct {
 public:
  // Whether the code comes for the first time.
  bool add(const StockCode& code) {
    if (!all_.empty()) return all_.insert(packed(code)).second;
    if (std::find(few_.begin(), few_.end(), code) != few_.end()) return false;
    few_.push_back(code);
    if (few_.size() == kFew)
      for (const StockCode& known : few_) all_.insert(packed(known));
    return true;
  }

 private:
  static constexpr std::size_t kFew = 16;  // up to which looking at each is faster than a set

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
  Distinct distinct;
  for (const Mention& mention : MentionScanner(html, false).mentions())
    if (distinct.add(mention.code)) codes.push_back(canonical_code(mention.code));
  return codes;
}

std::string_view form_name(MentionForm form) {
  constexpr std::string_view kNames[] = {"span", "link", "keyword", "table", "text"};
  return kNames[static_cast<std::size_t>(form)];
}

}  // namespace articles
