#include "encoding/text_file.h"

#include <algorithm>
#include <cassert>
#include <cerrno>

#include "base/ascii.h"
#include "base/lines.h"
#include "base/utf8.h"
#include "encoding/gb18030.h"

namespace articles {
namespace {

Problem unknown_to_iconv(const char* encoding) {
  return {Severity::Lost, 0,
          std::string("is ") + encoding + ", which this system's iconv does not know"};
}

Problem too_large(std::uint64_t max_size) {
  return {Severity::Lost, 0, "larger than max_file_size (" + std::to_string(max_size) + " bytes)"};
}

}  // namespace

bool TextFile::open(const Entry& entry, Problems& problems, const InterruptCheck& interrupted) {
  text_.clear();
  raw_.clear();
  body_.clear();
  decoder_.reset();
  complete_ = false;
  file_.reset();
  Result<File> file = File::open(entry, interrupted);
  if (!file.ok()) return problems.push_back(file.problem()), false;
  stat_ = file.value().stat();
  if (static_cast<std::uint64_t>(stat_.size) > max_size_)
    return problems.push_back(too_large(max_size_)), false;
  file_ = std::move(file.value());
  return true;
}

// Opens the file again if it still begins with what was read of it.
bool TextFile::reopen(const Entry& entry, Problems& problems, const InterruptCheck& interrupted) {
  Result<File> file = File::open(entry, interrupted);
  if (!file.ok()) return problems.push_back(file.problem()), false;
  if (!(file.value().stat() == stat_)) {
    std::string again;
    const Result<bool> ended = file.value().read_to(raw().size(), again, interrupted);
    if (!ended.ok()) return problems.push_back(ended.problem()), false;
    if (again != raw()) {
      problems.push_back(
          {Severity::Lost, 0, "the file was changed while it was read", {}, {}, ESTALE});
      return false;
    }
  }
  stat_ = file.value().stat();
  file_ = std::move(file.value());
  return true;
}

bool TextFile::grow(const Entry& entry, std::size_t size, Problems& problems,
                    const InterruptCheck& interrupted) {
  if (!file_ && !reopen(entry, problems, interrupted)) return false;
  std::string& bytes = raw();
  const std::size_t before = bytes.size();
  const auto limit = static_cast<std::size_t>(max_size_);
  const Result<bool> ended = file_->read_to(std::min(size, limit + 1), bytes, interrupted);
  if (!ended.ok() || bytes.size() > limit) {
    problems.push_back(ended.ok() ? too_large(max_size_) : ended.problem());
    return false;
  }
  complete_ = ended.value();
  if (decoder_) {
    decoder_->decode(std::string_view(bytes).substr(before), complete_, text_);
  } else if (before == 0) {
    if (const char* const encoding = stated_encoding()) start_decoding(encoding, problems);
  }
  return true;
}

// The encoding that does not depend on the text; nullptr: UTF-8, or to be detected.
const char* TextFile::stated_encoding() const noexcept {
  if (const char* const wide = wide_encoding_of_bom(text_)) return wide;
  if (starts_with(text_, kUtf8Bom)) return nullptr;
  if (encoding_option_.empty()) return utf16_of_nuls(text_);
  return same_ignoring_case(encoding_option_, "UTF-8") ? nullptr : encoding_option_.c_str();
}

bool TextFile::may_be_gb18030() const noexcept {
  return !decoder_ && encoding_option_.empty() && !starts_with(text_, kUtf8Bom);
}

// The complete lines of the first bytes, which are read of any file, whatever the query asks for. A
// title of two characters is too short to guess an encoding.
std::string_view TextFile::first_lines() const noexcept {
  const std::string_view first = std::string_view(text_).substr(0, kFirstBytes);
  return first.size() < kFirstBytes ? first : first.substr(0, first.rfind('\n') + 1);
}

// From here on raw_ is the file's bytes, and text_ what the decoder makes of them.
void TextFile::start_decoding(const char* encoding, Problems& problems) {
  decoder_ = Decoder::open(encoding);
  if (!decoder_) return problems.push_back(unknown_to_iconv(encoding));
  encoding_ = encoding;
  raw_.swap(text_);
  text_.clear();
  decoder_->decode(raw_, complete_, text_);
}

bool TextFile::detect_by_front_matter(std::size_t size, Problems& problems) {
  if (!may_be_gb18030()) return false;
  const std::string_view head = std::string_view(text_).substr(0, size);
  if (is_utf8(head) || !guess_gb18030(first_lines()).value_or(is_gb18030(head))) return false;
  start_decoding(kGb18030, problems);
  return true;
}

// Takes a body that is not UTF-8 for GB18030 if it looks like it, and the front matter is ASCII.
bool TextFile::decode_body_as_gb18030(const BodyPosition& body, Problems& problems) {
  const std::string_view bytes = body_of(body);
  if (!may_be_gb18030() || !is_ascii(std::string_view(text_).substr(0, body.front_matter_end)) ||
      !is_gb18030(bytes))
    return false;
  std::optional<Decoder> decoder = Decoder::open(kGb18030);
  if (!decoder) return problems.push_back(unknown_to_iconv(kGb18030)), false;
  decoder->decode(bytes, true, body_);
  return true;
}

std::string_view TextFile::body_of(const BodyPosition& body) const noexcept {
  return std::string_view(text_).substr(std::min(body.begin, text_.size()));
}

void TextFile::add_decoding_error(const BodyPosition& body, bool in_body,
                                  Problems& problems) const {
  if (!decoder_ || !decoder_->first_error()) return;
  const std::size_t at = *decoder_->first_error();
  if ((at >= body.begin) != in_body) return;
  const int line = count_line_feeds(std::string_view(text_).substr(0, at)) + 1;
  problems.push_back({Severity::Lost, line, std::string("not ") + encoding_});
}

void TextFile::check_head(const BodyPosition& body, Problems& problems) const {
  add_decoding_error(body, false, problems);
}

std::string_view TextFile::decode_body(const BodyPosition& body, Problems& problems) {
  assert(is_complete());
  add_decoding_error(body, true, problems);
  const std::string_view bytes = body_of(body);
  const std::size_t invalid_at = invalid_utf8_at(bytes);
  if (invalid_at == bytes.size()) return bytes;
  if (decode_body_as_gb18030(body, problems)) return body_;
  body_ = repair_utf8(bytes);
  const int line = body.line + count_line_feeds(bytes.substr(0, invalid_at));
  problems.push_back({Severity::Lost, line, "not UTF-8"});
  return body_;
}

std::size_t TextFile::memory() const noexcept {
  return text_.size() + raw_.size() + body_.size();
}

void TextFile::trim(std::size_t kept) noexcept {
  for (std::string* const buffer : {&text_, &raw_, &body_})
    if (buffer->capacity() > kept) *buffer = {};
}

}  // namespace articles
