#include "encoding/text_file.h"

#include <algorithm>
#include <cassert>
#include <cerrno>

#include "base/ascii.h"
#include "base/lines.h"
#include "base/utf8.h"
#include "encoding/declared.h"
#include "encoding/gb18030.h"

namespace articles {
namespace {

Problem unknown_to_iconv(const char* encoding) {
  return {Severity::Lost, 0,
          std::string("is ") + encoding + ", which this system's iconv does not know"};
}

Problem not_in(const char* encoding, int line) {
  return {Severity::Lost, line, std::string("not ") + encoding};
}

Problem too_large(std::uint64_t max_size) {
  return {Severity::Lost, 0, "larger than max_file_size (" + std::to_string(max_size) + " bytes)"};
}

// Whether valid UTF-8 has a sequence of three or more bytes.
bool has_long_sequence(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) >= 0xE0; });
}

// The encoding that `page`, the body of the file, declares, if that counts for the `bytes`.
// `is_valid` says whether they are valid UTF-8.
const Encoding* declared_for(std::string_view bytes, bool is_valid, std::string_view file,
                             std::string_view page) {
  if (!may_declare_encoding(file, page)) return nullptr;
  // This spares Chinese pages the search.
  if (is_valid && has_long_sequence(bytes.substr(0, kDeclarationBytes))) return nullptr;
  const Encoding* const declared = declared_encoding(page);
  if (declared == nullptr || !is_valid) return declared;
  if (declared->is_single_byte || has_long_sequence(bytes)) return nullptr;
  return ascii_size(bytes) == bytes.size() ? nullptr : declared;
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
    if (const char* const encoding = stated_encoding())
      start_decoding(encoding, encoding, problems);
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

bool TextFile::is_to_be_detected() const noexcept {
  return !decoder_ && encoding_option_.empty() && !starts_with(text_, kUtf8Bom);
}

// The complete lines of the first bytes, which are read of any file, whatever the query asks for. A
// title of two characters is too short to guess an encoding.
std::string_view TextFile::first_lines() const noexcept {
  const std::string_view first = std::string_view(text_).substr(0, kFirstBytes);
  return first.size() < kFirstBytes ? first : first.substr(0, first.rfind('\n') + 1);
}

std::string_view TextFile::front_matter_of(const BodyPosition& body) const noexcept {
  return std::string_view(text_).substr(0, body.front_matter_end);
}

std::string_view TextFile::body_of(const BodyPosition& body) const noexcept {
  return std::string_view(text_).substr(std::min(body.begin, text_.size()));
}

// From here on raw_ is the file's bytes, and text_ what the decoder makes of them.
TextFile::Detection TextFile::start_decoding(const char* name, const char* iconv_name,
                                             Problems& problems) {
  decoder_ = Decoder::open(iconv_name);
  if (!decoder_) return problems.push_back(unknown_to_iconv(name)), Detection::Kept;
  encoding_ = name;
  raw_.swap(text_);
  text_.clear();
  decoder_->decode(raw_, complete_, text_);
  return Detection::Decoded;
}

TextFile::Detection TextFile::detect_by_front_matter(std::string_view file,
                                                     const BodyPosition& body, Problems& problems) {
  if (!is_to_be_detected()) return Detection::Kept;
  const std::string_view head = front_matter_of(body);
  if (ascii_size(head) == head.size()) {
    // Escapes can hide the front matter: their characters include quotes and braces.
    if (!is_iso_2022_jp(head.empty() ? first_lines() : head)) return Detection::Kept;
    return start_decoding(kIso2022Jp.name, kIso2022Jp.iconv_name, problems);
  }
  const bool is_valid = is_utf8(head);
  if (is_valid && has_long_sequence(head)) return Detection::Kept;
  if (!complete_ && body_of(body).size() < kDeclarationBytes) return Detection::NeedsMore;
  const Encoding* encoding = declared_for(head, is_valid, file, body_of(body));
  if (encoding == nullptr && !is_valid && guess_gb18030(first_lines()).value_or(is_gb18030(head)))
    encoding = &kGb18030;
  if (encoding == nullptr) return Detection::Kept;
  return start_decoding(encoding->name, encoding->iconv_name, problems);
}

// The encoding of a body whose front matter is ASCII; nullptr: UTF-8, or the file is decoded.
const Encoding* TextFile::encoding_of_body(std::string_view file, const BodyPosition& body,
                                           bool is_valid) const noexcept {
  if (!is_to_be_detected()) return nullptr;
  const std::string_view bytes = body_of(body);
  const Encoding* encoding =
      is_iso_2022_jp(bytes) ? &kIso2022Jp : declared_for(bytes, is_valid, file, bytes);
  if (encoding == nullptr && !is_valid && is_gb18030(bytes)) encoding = &kGb18030;
  return encoding != nullptr && is_ascii(front_matter_of(body)) ? encoding : nullptr;
}

bool TextFile::decode_body_as(const Encoding& encoding, const BodyPosition& body,
                              Problems& problems) {
  std::optional<Decoder> decoder = Decoder::open(encoding.iconv_name);
  if (!decoder) return problems.push_back(unknown_to_iconv(encoding.name)), false;
  decoder->decode(body_of(body), true, body_);
  if (decoder->first_error()) {
    const std::string_view good = std::string_view(body_).substr(0, *decoder->first_error());
    problems.push_back(not_in(encoding.name, body.line + count_line_feeds(good)));
  }
  return true;
}

void TextFile::add_decoding_error(const BodyPosition& body, bool in_body,
                                  Problems& problems) const {
  if (!decoder_ || !decoder_->first_error()) return;
  const std::size_t at = *decoder_->first_error();
  if ((at >= body.begin) != in_body) return;
  const int line = count_line_feeds(std::string_view(text_).substr(0, at)) + 1;
  problems.push_back(not_in(encoding_, line));
}

void TextFile::check_head(const BodyPosition& body, Problems& problems) const {
  add_decoding_error(body, false, problems);
}

std::string_view TextFile::decode_body(std::string_view file, const BodyPosition& body,
                                       Problems& problems) {
  assert(is_complete());
  add_decoding_error(body, true, problems);
  const std::string_view bytes = body_of(body);
  const std::size_t invalid_at = invalid_utf8_at(bytes);
  const bool is_valid = invalid_at == bytes.size();
  const Encoding* const encoding = encoding_of_body(file, body, is_valid);
  if (encoding != nullptr && decode_body_as(*encoding, body, problems)) return body_;
  if (is_valid) return bytes;
  body_ = repair_utf8(bytes);
  problems.push_back(not_in("UTF-8", body.line + count_line_feeds(bytes.substr(0, invalid_at))));
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
