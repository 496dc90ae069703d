#include "search/characters.h"

#include "search/tables.h"

namespace articles {
namespace {

constexpr std::size_t kRoles = static_cast<std::size_t>(Role::Cjk) + 1;

// Letters of Chinese, Japanese and Korean by their blocks; what Unicode reserves for them is
// included. https://www.unicode.org/Public/15.0.0/ucd/Scripts.txt
constexpr CodeRange kCjk[] = {
    {0x1100, 0x11FF},    // Hangul jamo
    {0x3005, 0x3007},    // 々 〆 〇
    {0x3021, 0x3029},    // Suzhou numerals
    {0x3031, 0x3035},    // vertical repeat marks
    {0x3038, 0x303C},    // 〸 〹 〺 〻 〼
    {0x3041, 0x3096},    // hiragana
    {0x309D, 0x309F},    // ゝ ゞ ゟ
    {0x30A1, 0x30FA},    // katakana
    {0x30FC, 0x30FF},    // ー ヽ ヾ ヿ
    {0x3105, 0x312F},    // bopomofo
    {0x3131, 0x318E},    // Hangul compatibility jamo
    {0x31A0, 0x31BF},    // more bopomofo
    {0x31F0, 0x31FF},    // more katakana
    {0x3400, 0x4DBF},    // Han, extension A
    {0x4E00, 0x9FFF},    // Han
    {0xA960, 0xA97C},    // more Hangul jamo
    {0xAC00, 0xD7A3},    // Hangul
    {0xD7B0, 0xD7FB},    // more Hangul jamo
    {0xF900, 0xFAFF},    // Han, compatibility
    {0xFF66, 0xFFDC},    // half-width katakana and Hangul
    {0x1AFF0, 0x1AFFF},  // more katakana
    {0x1B000, 0x1B16F},  // historic kana
    {0x20000, 0x2FFFD},  // Han, extensions B to F and compatibility
    {0x30000, 0x3FFFD},  // Han, extensions G and H
};

constexpr char32_t kSpaces[] = {0x20, 0xA0, 0x3000};

template <int kDiacritics, bool kSimplified>
const Characters& made() {
  static const Characters characters({kDiacritics, kSimplified});
  return characters;
}

}  // namespace

const Characters& Characters::of(const TokenizerOptions& options) {
  switch (options.remove_diacritics) {
    case 0:
      return options.simplified ? made<0, true>() : made<0, false>();
    case 1:
      return options.simplified ? made<1, true>() : made<1, false>();
    default:
      return options.simplified ? made<2, true>() : made<2, false>();
  }
}

// Each step of folding reads the entries of the steps behind it, so the last step comes first.
Characters::Characters(const TokenizerOptions& options) {
  for (std::size_t role = 0; role < kRoles; ++role)
    entries_.insert(entries_.end(), kPage, static_cast<Entry>(role));
  for (const CodeRange& range : word_ranges) set_role(range.first, range.last, Role::Word);
  for (const CodeRange& range : mark_ranges) set_role(range.first, range.last, Role::Mark);
  for (const CodeRange& range : kCjk) set_role(range.first, range.last, Role::Cjk);
  for (const char32_t space : kSpaces) set_role(space, space, Role::Space);
  if (options.simplified)
    for (const char32_t* pair = traditional_and_simplified.begin();
         pair != traditional_and_simplified.end(); pair += 2)
      fold(pair[0], pair[1]);
  if (options.remove_diacritics >= 1)
    for (const CodePair& pair : bases) fold(pair.from, pair.to);
  if (options.remove_diacritics >= 2)
    for (const CodePair& pair : more_bases) fold(pair.from, pair.to);
  for (const CodePair& pair : lower_case) fold(pair.from, pair.to);
  for (const CodePair& pair : compatibility_forms) fold(pair.from, pair.to);
}

Characters::Entry& Characters::entry_for_writing(char32_t code) {
  std::uint16_t& page = pages_[code / kPage];
  if (page < kRoles) {
    const std::vector<Entry> copy(
        entries_.begin() + static_cast<std::ptrdiff_t>(page * kPage),
        entries_.begin() + static_cast<std::ptrdiff_t>((page + 1) * kPage));
    page = static_cast<std::uint16_t>(entries_.size() / kPage);
    entries_.insert(entries_.end(), copy.begin(), copy.end());
  }
  return entries_[page * kPage + code % kPage];
}

void Characters::set_role(char32_t first, char32_t last, Role role) {
  for (std::size_t code = first; code <= last;) {
    if (code % kPage == 0 && code + kPage - 1 <= last) {
      pages_[code / kPage] = static_cast<std::uint16_t>(role);
      code += kPage;
    } else {
      entry_for_writing(static_cast<char32_t>(code)) = static_cast<Entry>(role);
      ++code;
    }
  }
}

// Half-width voiced sound marks are letters, the marks that they are folded to are not: the role of
// a letter stays.
void Characters::fold(char32_t code, char32_t target) {
  const Character folded = (*this)[target];
  const Role role = folded.role == Role::Separator ? (*this)[code].role : folded.role;
  const char32_t distance = (folded.folded - code) & kCodeMask;
  entry_for_writing(code) = distance << kRoleBits | static_cast<Entry>(role);
}

}  // namespace articles
