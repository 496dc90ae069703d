#include "base/folded_text.h"

#include <algorithm>
#include <cassert>

#include "base/ascii.h"
#include "base/character_references.h"
#include "base/utf8.h"

namespace articles {
namespace {

// Names beyond those of HTML 4, of punctuation that occurs beside stock codes.
constexpr NamedReference kPunctuation[] = {
    {"lpar", '('},     {"rpar", ')'}, {"colon", ':'},  {"comma", ','}, {"period", '.'},
    {"dollar", '$'},   {"sol", '/'},  {"lowbar", '_'}, {"num", '#'},   {"equals", '='},
    {"NewLine", '\n'}, {"Tab", '\t'}, {"percnt", '%'},
};

char32_t by_name(std::string_view name) {
  for (const NamedReference& reference : kPunctuation)
    if (reference.name == name) return reference.code;
  return named_reference(name);
}

char32_t by_number(std::string_view name) {
  const NumericReference reference = read_numeric_reference(name, 1);
  if (reference.digits == 0 || reference.end != name.size()) return 0;
  const char32_t code = reference.code;
  return code >= kBeyondUnicode || (code >= 0xD800 && code <= 0xDFFF) ? 0 : code;
}

struct Reference {
  char32_t code = 0;     // 0: not a reference
  std::size_t size = 0;  // of the reference as written
};

Reference reference_at(std::string_view text, std::size_t offset) {
  constexpr std::size_t kMaxSize = 12;
  const std::string_view rest = text.substr(offset + 1, kMaxSize);
  const std::size_t semicolon = rest.find(';');
  if (semicolon == std::string_view::npos) return {};
  const std::string_view name = rest.substr(0, semicolon);
  const char32_t code = starts_with(name, "#") ? by_number(name) : by_name(name);
  return {code, semicolon + 2};
}

// Appends the character at `offset` to `folded`, or one byte of it if it stays as it is. Returns
// the number of bytes read.
std::size_t fold_character(std::string_view text, std::size_t offset, std::string& folded) {
  if (const char narrow = narrow_form(text, offset)) {
    folded += narrow;
    return kIdeographicSpace.size();
  }
  if (text.substr(offset, kNoBreakSpace.size()) == kNoBreakSpace) {
    folded += ' ';
    return kNoBreakSpace.size();
  }
  folded += text[offset];
  return 1;
}

}  // namespace

std::string fold_width(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();)
    offset += fold_character(text, offset, folded);
  return folded;
}

std::string_view trim_wide_spaces(std::string_view text) {
  constexpr std::string_view kForms[] = {
      " ", "\t", "\n", "\f", "\r", kNoBreakSpace, kIdeographicSpace};
  return trim_forms(text, kForms);
}

std::string decode_references(std::string_view text) {
  std::string decoded;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t next = std::min(text.find('&', offset), text.size());
    decoded += text.substr(offset, next - offset);
    offset = next;
    if (offset == text.size()) break;
    const Reference reference = reference_at(text, offset);
    if (reference.code != 0) {
      append_utf8(decoded, reference.code);
      offset += reference.size;
    } else {
      decoded += text[offset++];
    }
  }
  return decoded;
}

FoldedText::FoldedText(std::string_view written, std::size_t kept) {
  assert(kept <= written.size());
  text_.reserve(written.size());
  text_ = written.substr(0, kept);
  for (std::size_t offset = kept; offset < written.size();) {
    const std::size_t folded_before = text_.size();
    const std::size_t written_before = offset;
    const Reference reference =
        written[offset] == '&' ? reference_at(written, offset) : Reference{};
    if (reference.code != 0) {
      std::string character;
      append_utf8(character, reference.code);
      text_ += fold_width(character);
      offset += reference.size;
    } else {
      offset += fold_character(written, offset, text_);
    }
    if (text_.size() - folded_before != offset - written_before)
      anchors_.emplace_back(text_.size(), offset);
  }
}

std::size_t FoldedText::written_at(std::size_t offset) {
  assert(offset >= last_offset_ && offset <= text_.size());
  last_offset_ = offset;
  while (next_anchor_ < anchors_.size() && anchors_[next_anchor_].first <= offset) ++next_anchor_;
  if (next_anchor_ == 0) return offset;
  const auto& [folded, written] = anchors_[next_anchor_ - 1];
  return written + (offset - folded);
}

}  // namespace articles
