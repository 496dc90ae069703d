#include "articles/stock_mentions.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>

#include "stocks/page_scanner.h"

namespace articles {
namespace {

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
  return PageScanner(html, /*with_names=*/true).scan();
}

std::vector<std::string> stock_codes(std::string_view html) {
  std::vector<std::string> codes;
  CodeSet seen;
  for (const Mention& mention : PageScanner(html, /*with_names=*/false).scan())
    if (seen.insert(mention.code)) codes.push_back(canonical_code(mention.code));
  return codes;
}

std::string_view form_name(MentionForm form) {
  constexpr std::string_view kNames[] = {"span", "link", "keyword", "table", "text"};
  return kNames[static_cast<std::size_t>(form)];
}

}  // namespace articles
