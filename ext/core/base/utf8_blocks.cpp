// The algorithm of Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte"
// (2021, https://arxiv.org/abs/2010.03090): three table lookups find the errors in each pair of
// adjacent bytes, and a comparison finds whether continuation bytes are where the lead bytes of
// three-byte and four-byte characters require them.
#include "base/utf8_blocks.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#include <array>
#include <cstdint>

namespace articles {
namespace {

constexpr std::size_t kBlock = 32;

// A set of values of four bits.
using Nibbles = std::uint16_t;
constexpr Nibbles from_to(unsigned min, unsigned max) {
  unsigned set = 0;
  for (unsigned value = min; value <= max; ++value) set |= 1U << value;
  return static_cast<Nibbles>(set);
}
constexpr Nibbles kAny = from_to(0x0, 0xF);
constexpr Nibbles kContinuation = from_to(0x8, 0xB);
constexpr Nibbles kNotContinuation = static_cast<Nibbles>(~kContinuation);
constexpr Nibbles kLead = from_to(0xC, 0xF);

// Two adjacent bytes that are an error: both halves of the first, and the upper half of the second.
struct Pair {
  Nibbles first_high, first_low, second_high;
};
constexpr Pair kErrors[] = {
    {kLead, kAny, kNotContinuation},                            // too short
    {from_to(0x0, 0x7), kAny, kContinuation},                   // too long
    {from_to(0xE, 0xE), from_to(0x0, 0x0), from_to(0x8, 0x9)},  // overlong: three bytes for two
    {from_to(0xE, 0xE), from_to(0xD, 0xD), from_to(0xA, 0xB)},  // a surrogate
    {from_to(0xC, 0xC), from_to(0x0, 0x1), kContinuation},      // overlong: two bytes for one
    {from_to(0xF, 0xF), from_to(0x4, 0xF), from_to(0x9, 0xB)},  // beyond U+10FFFF
    {from_to(0xF, 0xF), from_to(0x0, 0x0) | from_to(0x5, 0xF),
     from_to(0x8, 0x8)},                   // overlong, or beyond U+10FFFF
    {kContinuation, kAny, kContinuation},  // no error within a longer character
};
constexpr char kTwoContinuations = '\x80';  // the bit of the last entry

using Table = std::array<char, 16>;

// For each value of a half, the entries of kErrors that contain it, as bits.
constexpr Table table_of(Nibbles Pair::*half) {
  Table table = {};
  for (unsigned value = 0; value < table.size(); ++value) {
    unsigned bits = 0;
    for (unsigned i = 0; i < std::size(kErrors); ++i)
      bits |= (static_cast<unsigned>(kErrors[i].*half) >> value & 1U) << i;
    table[value] = static_cast<char>(bits);
  }
  return table;
}
constexpr Table kFirstHigh = table_of(&Pair::first_high);
constexpr Table kFirstLow = table_of(&Pair::first_low);
constexpr Table kSecondHigh = table_of(&Pair::second_high);

#define ARTICLES_AVX2 __attribute__((target("avx2")))

ARTICLES_AVX2 inline __m256i load(const char* bytes) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
}

ARTICLES_AVX2 inline __m256i load_table(const Table& table) {
  return _mm256_broadcastsi128_si256(
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data())));
}

ARTICLES_AVX2 inline __m256i high_halves(__m256i bytes) {
  return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
}

// Not 0 in the bytes whose value is `min` or more.
ARTICLES_AVX2 inline __m256i at_least(__m256i bytes, unsigned char min) {
  return _mm256_subs_epu8(bytes, _mm256_set1_epi8(static_cast<char>(min - 1)));
}

// Not 0 in the bytes of `block` that are an error after the bytes before them. `before` is the
// previous block.
ARTICLES_AVX2 inline __m256i find_errors(__m256i before, __m256i block) {
  const __m256i across = _mm256_permute2x128_si256(before, block, 0x21);
  const __m256i back1 = _mm256_alignr_epi8(block, across, 15);
  const __m256i back2 = _mm256_alignr_epi8(block, across, 14);
  const __m256i back3 = _mm256_alignr_epi8(block, across, 13);
  const __m256i low_halves = _mm256_and_si256(back1, _mm256_set1_epi8(0x0F));
  const __m256i pairs = _mm256_and_si256(
      _mm256_and_si256(_mm256_shuffle_epi8(load_table(kFirstHigh), high_halves(back1)),
                       _mm256_shuffle_epi8(load_table(kFirstLow), low_halves)),
      _mm256_shuffle_epi8(load_table(kSecondHigh), high_halves(block)));
  const __m256i third_or_fourth = _mm256_or_si256(at_least(back2, 0xE0), at_least(back3, 0xF0));
  const __m256i expected =
      _mm256_and_si256(_mm256_cmpgt_epi8(third_or_fourth, _mm256_setzero_si256()),
                       _mm256_set1_epi8(kTwoContinuations));
  return _mm256_xor_si256(expected, pairs);
}

// The last boundary between characters up to `offset`.
// REQUIRES: bytes.substr(0, offset) is valid, or lacks only the end of its last character
std::size_t character_end(std::string_view bytes, std::size_t offset) {
  constexpr std::size_t kMaxBytes = 4;
  for (std::size_t back = 1; back < kMaxBytes && back <= offset; ++back) {
    const auto byte = static_cast<unsigned char>(bytes[offset - back]);
    if (byte < 0x80) return offset;
    if (byte >= 0xC0) return offset - back;
  }
  return offset;
}

ARTICLES_AVX2 std::size_t skip_by_avx2(std::string_view bytes) noexcept {
  std::size_t offset = 0;
  __m256i before = _mm256_setzero_si256();
  for (; offset + kBlock <= bytes.size(); offset += kBlock) {
    const __m256i block = load(bytes.data() + offset);
    const bool ascii = _mm256_movemask_epi8(_mm256_or_si256(before, block)) == 0;
    if (!ascii) {
      const __m256i errors = find_errors(before, block);
      if (_mm256_testz_si256(errors, errors) == 0) break;
    }
    before = block;
  }
  return character_end(bytes, offset);
}

}  // namespace

std::size_t skip_utf8_blocks(std::string_view bytes) noexcept {
  static const bool has_avx2 = __builtin_cpu_supports("avx2") != 0;
  return has_avx2 && bytes.size() >= kBlock ? skip_by_avx2(bytes) : 0;
}

}  // namespace articles

#else

namespace articles {

std::size_t skip_utf8_blocks(std::string_view) noexcept {
  return 0;
}

}  // namespace articles

#endif
