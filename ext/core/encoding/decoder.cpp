#include "encoding/decoder.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"

namespace articles {
namespace {

// iconv_open returns (iconv_t) -1 on failure.
bool is_open(iconv_t handle) {
  return reinterpret_cast<std::intptr_t>(handle) != -1;
}

constexpr char kEscape = '\x1B';

// The number of bytes of an ASCII character, which is the distance between places where characters
// can begin. It is the difference of two sizes, because iconv may write a byte order mark first.
std::size_t unit_of(const std::string& encoding) {
  void* const handle = iconv_open(encoding.c_str(), "UTF-8");
  if (!is_open(handle)) return 1;
  std::size_t sizes[2] = {0, 0};
  for (std::size_t i = 0; i < 2; ++i) {
    std::array<char, 2> letters{'a', 'a'};
    std::array<char, 32> encoded{};
    char* in = letters.data();
    char* out = encoded.data();
    std::size_t in_left = i + 1;
    std::size_t out_left = encoded.size();
    iconv(handle, nullptr, nullptr, nullptr, nullptr);
    iconv(handle, &in, &in_left, &out, &out_left);
    sizes[i] = encoded.size() - out_left;
  }
  iconv_close(handle);
  return std::max<std::size_t>(sizes[1] - sizes[0], 1);
}

}  // namespace

const char* wide_encoding_of_bom(std::string_view bytes) noexcept {
  using namespace std::string_view_literals;
  if (starts_with(bytes, "\xFF\xFE\0\0"sv)) return "UTF-32LE";
  if (starts_with(bytes, "\0\0\xFE\xFF"sv)) return "UTF-32BE";
  if (starts_with(bytes, "\xFF\xFE")) return "UTF-16LE";
  if (starts_with(bytes, "\xFE\xFF")) return "UTF-16BE";
  return nullptr;
}

const char* utf16_of_nuls(std::string_view bytes) noexcept {
  constexpr std::size_t kCharacters = 4;
  if (bytes.size() < 2 * kCharacters) return nullptr;
  const std::size_t high = bytes[0] == '\0' ? 0 : 1;
  for (std::size_t i = 0; i < 2 * kCharacters; i += 2) {
    const char low = bytes[i + 1 - high];
    if (bytes[i + high] != '\0' || low <= '\0') return nullptr;
  }
  return high == 1 ? "UTF-16LE" : "UTF-16BE";
}

bool is_iso_2022_jp(std::string_view bytes) noexcept {
  // JIS X 0208 of 1978 and of 1983, JIS X 0212, half-width kana.
  // https://www.rfc-editor.org/rfc/rfc1554
  constexpr std::string_view kSets[] = {"$@", "$B", "$(D", "(I"};
  for (std::size_t at = bytes.find(kEscape); at != std::string_view::npos;
       at = bytes.find(kEscape, at + 1))
    if (size_of_first(bytes.substr(at + 1), kSets) != 0) return ascii_size(bytes) == bytes.size();
  return false;
}

std::optional<Decoder> Decoder::open(const std::string& encoding) {
  // glibc reads "" as the locale's encoding, and `//IGNORE` or `//TRANSLIT` as instructions.
  if (trim_spaces(encoding).empty() || encoding.find("//") != std::string::npos)
    return std::nullopt;
  void* const handle = iconv_open("UTF-8", encoding.c_str());
  if (!is_open(handle)) return std::nullopt;
  return Decoder(handle, unit_of(encoding), starts_with_ignoring_case(encoding, "ISO-2022-"));
}

Decoder::Decoder(Decoder&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)),
      unit_(other.unit_),
      has_escapes_(other.has_escapes_),
      incomplete_(std::move(other.incomplete_)),
      first_error_(other.first_error_) {}

Decoder& Decoder::operator=(Decoder&& other) noexcept {
  std::swap(handle_, other.handle_);
  unit_ = other.unit_;
  has_escapes_ = other.has_escapes_;
  incomplete_ = std::move(other.incomplete_);
  first_error_ = other.first_error_;
  return *this;
}

Decoder::~Decoder() {
  if (handle_ != nullptr) iconv_close(handle_);
}

void Decoder::append_replacement(std::string& text) {
  if (!first_error_) first_error_ = text.size();
  append_utf8(text, kReplacement);
}

// iconv passes on, as text, an escape that it does not know.
void Decoder::look_for_escapes(std::string_view text, std::size_t begin) {
  const std::size_t at = text.find(kEscape, begin);
  if (at != std::string_view::npos) first_error_ = std::min(first_error_.value_or(at), at);
}

void Decoder::decode(std::string_view bytes, bool last, std::string& text) {
  std::string joined = std::move(incomplete_);
  incomplete_.clear();
  if (!joined.empty()) {
    joined += bytes;
    bytes = joined;
  }
  std::array<char, 16'384> buffer;
  char* in = const_cast<char*>(bytes.data());  // iconv does not write there
  std::size_t left = bytes.size();
  while (left > 0) {
    char* out = buffer.data();
    std::size_t room = buffer.size();
    const bool done = iconv(handle_, &in, &left, &out, &room) != static_cast<std::size_t>(-1);
    const int error = done ? 0 : errno;
    text.append(buffer.data(), buffer.size() - room);
    if (has_escapes_) look_for_escapes(text, text.size() - (buffer.size() - room));
    if (error == EINVAL && !last) {
      incomplete_.assign(in, left);
      return;
    }
    if (error != 0 && error != E2BIG) {
      append_replacement(text);
      const std::size_t skipped = error == EINVAL ? left : std::min(unit_, left);
      in += skipped;
      left -= skipped;
    }
  }
}

}  // namespace articles
