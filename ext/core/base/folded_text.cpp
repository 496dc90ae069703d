#include "base/folded_text.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/character_references.h"
#include "base/utf8.h"

namespace articles {
namespace {

// Beyond those of HTML 4: what stands beside codes.
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

Reference reference_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 12;
  const std::string_view rest = text.substr(at + 1, kLongest);
  const std::size_t semicolon = rest.find(';');
  if (semicolon == std::string_view::npos) return {};
  const std::string_view name = rest.substr(0, semicolon);
  const char32_t code = starts_with(name, "#") ? by_number(name) : by_name(name);
  return {code, semicolon + 2};
}

bool is_no_break_space(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == kNoBreakSpace;
}

}  // namespace

std::string fold_width(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const char narrow = narrow_form(text, at)) {
      folded += narrow;
      at += 3;
    } else if (is_no_break_space(text, at)) {
      folded += ' ';
      at += 2;
    } else {
      folded += text[at++];
    }
  }
  return folded;
}

std::string_view trim_wide_spaces(std::string_view text) {
  constexpr std::string_view kForms[] = {
      " ", "\t", "\n", "\f", "\r", kNoBreakSpace, kIdeographicSpace};
  return trim_forms(text, kForms);
}

std::string decode_references(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('&', at), text.size());
    decoded += text.substr(at, next - at);
    at = next;
    if (at == text.size()) break;
    const Reference reference = reference_at(text, at);
    if (reference.code != 0) {
      append_utf8(decoded, reference.code);
      at += reference.size;
    } else {
      decoded += text[at++];
    }
  }
  return decoded;
}

FoldedText::FoldedText(std::string_view written, std::size_t kept) {
  text_.reserve(written.size());
  text_ = written.substr(0, kept);
  for (std::size_t at = kept; at < written.size();) {
    std::size_t size = 1;
    const std::size_t before = text_.size();
    if (written[at] == '&') {
      const Reference reference = reference_at(written, at);
      if (reference.code != 0) {
        std::string character;
        append_utf8(character, reference.code);
        text_ += fold_width(character);
        size = reference.size;
      } else {
        text_ += '&';
      }
    } else if (const char narrow = narrow_form(written, at)) {
      text_ += narrow;
      size = 3;
    } else if (is_no_break_space(written, at)) {
      text_ += ' ';
      size = 2;
    } else {
      text_ += written[at];
    }
    at += size;
    if (text_.size() - before != size) places_.emplace_back(text_.size(), at);
  }
}

std::size_t FoldedText::written_at(std::size_t at) {
  while (place_ < places_.size() && places_[place_].first <= at) ++place_;
  if (place_ == 0) return at;
  const auto& [folded, written] = places_[place_ - 1];
  return written + (at - folded);
}

}  // namespace articles
