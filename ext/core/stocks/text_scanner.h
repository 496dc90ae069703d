// The driver of the recognisers: finds the codes of a text between two tags, in one pass.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/stock_code.h"
#include "stocks/running_text.h"

namespace articles {

struct TextCode {
  StockCode code;
  std::size_t offset;    // in bytes, of the code or the exchange before it in the text
  std::string name;      // "" if there is none or names are not wanted
  bool is_link = false;  // found in a URL
};

// Scans a text from one anchor to the next: an anchor is a byte that each form of code contains
// (see text_anchors.h). The recogniser of the form then looks at both sides of the anchor.
//
// Invariants between two anchors:
//   everything before offset_ is scanned;
//   consumed_until_ <= offset_, and the codes found so far lie before consumed_until_;
//   a match that begins before consumed_until_ overlaps a code and is dropped: $NYSE: BABA is one.
class TextScanner {
 public:
  enum class Stop : std::uint8_t {
    End,   // the end of the text
    Less,  // a '<'
    Fold,  // a character reference, or a full-width letter, digit or dot: the rest must be folded
  };

  struct Options {
    bool with_names;
    bool with_cashtags;  // whether $BABA counts; false within the code of a program
  };

  // Scans the text from `offset` on.
  TextScanner(const RunningText& text, std::size_t offset, Options options)
      : text_(text), offset_(offset), options_(options) {}

  // Scans a folded text from where `unfolded` stopped. Up to there the two texts are the same,
  // except that the folded one begins `distance` bytes later.
  // REQUIRES: folded.is_folded(), unfolded.offset() >= distance
  TextScanner(const RunningText& folded, const TextScanner& unfolded, std::size_t distance);

  // Appends the codes up to where it stops.
  Stop scan(std::vector<TextCode>& found);

  // Where scan() stopped.
  std::size_t offset() const noexcept { return offset_; }

 private:
  std::optional<Stop> stop_at(char c) const;
  void scan_anchor(char c, std::vector<TextCode>& found);
  bool continues_in_full_width(std::size_t at) const;
  bool scan_url(std::vector<TextCode>& found);
  void take(const TextMatch& match, std::vector<TextCode>& found);

  RunningText text_;
  std::size_t offset_;
  std::size_t consumed_until_ = 0;
  Options options_;
};

}  // namespace articles
