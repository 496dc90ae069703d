// How an article comes from the bytes of its file to UTF-8, where these are not UTF-8.
#include <algorithm>

#include "articles/article.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace articles {
namespace {

Problem unknown_to_iconv(const char* encoding) {
  return {Severity::Lost, 0,
          std::string("is ") + encoding + ", which this system's iconv does not know"};
}

}  // namespace

// What a BOM says, else the option, else what cannot be anything else; nullptr: UTF-8, or to be
// found out.
const char* Article::stated_encoding() const noexcept {
  if (const char* const wide = wide_encoding_of_bom(bytes_)) return wide;
  if (starts_with(bytes_, kUtf8Bom)) return nullptr;
  if (options_.encoding.empty()) return utf16_of_nuls(bytes_);
  return same_ignoring_case(options_.encoding, "UTF-8") ? nullptr : options_.encoding.c_str();
}

bool Article::may_be_gb18030() const noexcept {
  return !decoder_ && options_.encoding.empty() && !starts_with(bytes_, kUtf8Bom);
}

// What has been read of any file by now, however little of it is asked for: a title of two
// characters cannot tell what it is written in.
std::string_view Article::first_lines() const noexcept {
  const std::string_view first = std::string_view(bytes_).substr(0, kHeadBytes);
  return first.size() < kHeadBytes ? first : first.substr(0, first.rfind('\n') + 1);
}

// From here on the bytes of the file, read or not, are raw_, and bytes_ is their text.
void Article::start_decoding(const char* encoding) {
  decoder_ = Decoder::open(encoding);
  if (!decoder_) return head_problems_.push_back(unknown_to_iconv(encoding));
  encoding_ = encoding;
  raw_.swap(bytes_);
  bytes_.clear();
  decoder_->decode(raw_, ended_, bytes_);
}

// Takes a body that is no UTF-8 for GB18030, if it looks so and the front matter leaves that open.
bool Article::decode_body() {
  if (!may_be_gb18030() || !is_ascii(std::string_view(bytes_).substr(0, front_matter_end_)) ||
      !is_gb18030(body_))
    return false;
  std::optional<Decoder> decoder = Decoder::open(kGb18030);
  if (!decoder) return body_problems_.push_back(unknown_to_iconv(kGb18030)), false;
  repaired_body_.clear();
  decoder->decode(body_, true, repaired_body_);
  body_ = repaired_body_;
  return true;
}

// The first place that could not be decoded, if it lies in the body, or if it does not.
void Article::add_decoding_problem(bool of_body, Problems& problems) {
  if (!decoder_ || !decoder_->first_error()) return;
  const std::size_t at = *decoder_->first_error();
  if ((at >= body_at_) != of_body) return;
  const auto end = bytes_.begin() + static_cast<std::ptrdiff_t>(at);
  const auto lines = std::count(bytes_.begin(), end, '\n');
  problems.push_back({Severity::Lost, static_cast<int>(lines) + 1, "not " + encoding_});
}

}  // namespace articles
