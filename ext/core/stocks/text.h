// Codes in running text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "articles/stock_code.h"

namespace articles {

struct TextCode {
  StockCode code;
  std::size_t at;        // bytes from the beginning of the text
  std::string name;      // "": none, or none wanted
  bool is_link = false;  // by an address in the text
};

// Scans the text between two tags.
class StockText {
 public:
  enum class Stop : std::uint8_t {
    End,   // the end of the text
    Less,  // a '<'
    Fold,  // a character reference or a full-width letter, digit, dot: what follows must be folded
  };

  struct Options {
    bool names;     // are wanted
    bool cashtags;  // $BABA counts: not in the code of a program
  };

  // `text` is scanned from `begin` on. `before` is the text that stands before it in the line,
  // with nothing but inline tags between.
  StockText(std::string_view text, std::size_t begin, std::string_view before, Options options)
      : text_(text), begin_(begin), at_(begin), before_(before), options_(options) {}

  // For a text that is folded: '<' and '&' are characters like others. Goes on where `unfolded`
  // stopped; both texts are the same up to there, but for `distance` bytes before this one.
  void go_on_folded(const StockText& unfolded, std::size_t distance) {
    at_ = unfolded.at_ - distance;
    taken_ = unfolded.taken_ > distance ? unfolded.taken_ - distance : 0;
    folded_ = true;
  }

  // Adds what stands up to where it stops.
  Stop scan(std::vector<TextCode>& found);

  // REQUIRES: scan() has returned
  std::size_t at() const noexcept { return at_; }

 private:
  bool wide_behind(std::size_t at) const;
  bool number(std::vector<TextCode>& found);
  bool with_suffix(std::size_t end, std::vector<TextCode>& found);
  bool with_prefix(std::size_t end, std::vector<TextCode>& found);
  bool in_brackets(std::size_t end, std::vector<TextCode>& found);
  bool beside_exchange(std::size_t end, std::vector<TextCode>& found);
  void dot(std::vector<TextCode>& found);
  void colon(std::size_t size, std::vector<TextCode>& found);
  void behind_exchange(std::size_t name, std::size_t symbol, Exchange exchange, bool not_alone,
                       std::vector<TextCode>& found);
  bool behind_code_word(std::size_t colon, std::size_t symbol, std::vector<TextCode>& found);
  bool address(std::vector<TextCode>& found);
  void dollar(std::vector<TextCode>& found);
  bool opens_cashtag(std::size_t at) const;
  bool cashtag_of_name(std::vector<TextCode>& found);

  char char_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  std::size_t blanks_end(std::size_t at) const;
  std::size_t blanks_begin(std::size_t at) const;
  std::size_t opening_before(std::size_t at) const;
  std::size_t closing_at(std::size_t at) const;
  bool separates(std::size_t at) const;
  bool separated_before(std::size_t at) const;
  bool opens_word(std::size_t at) const;
  bool closes_word(std::size_t at) const;
  bool counts_something(std::size_t at) const;
  std::string line_before(std::size_t at) const;
  void add(StockCode code, std::size_t at, std::size_t end, std::size_t name_end,
           std::vector<TextCode>& found);

  std::string_view text_;
  std::size_t begin_;
  std::size_t at_;
  std::size_t taken_ = 0;  // behind the last code
  std::string_view before_;
  Options options_;
  bool folded_ = false;
};

}  // namespace articles
