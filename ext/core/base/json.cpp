#include "base/json.h"

#include <charconv>
#include <system_error>

#include "base/ascii.h"
#include "base/utf8.h"

namespace articles {
namespace {

std::size_t skip_digits(std::string_view text, std::size_t offset) {
  while (offset < text.size() && ascii_digit(text[offset])) ++offset;
  return offset;
}

void append_escaped(std::string& json, char c) {
  static constexpr char kHex[] = "0123456789abcdef";
  switch (c) {
    case '"':
      json += "\\\"";
      return;
    case '\\':
      json += "\\\\";
      return;
    case '\n':
      json += "\\n";
      return;
    case '\r':
      json += "\\r";
      return;
    case '\t':
      json += "\\t";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  json += "\\u00";
  json += kHex[byte >> 4];
  json += kHex[byte & 0xF];
}

bool needs_escape(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

// A number leaves the range of a double only by an exponent or by hundreds of digits.
bool fits_double(std::string_view number) noexcept {
  constexpr std::size_t kMaxDigits = 300;
  if (number.size() < kMaxDigits && number.find_first_of("eE") == std::string_view::npos)
    return true;
  double value = 0;
  return std::from_chars(number.data(), number.data() + number.size(), value).ec == std::errc();
}

}  // namespace

void append_json_string(std::string& json, std::string_view text) {
  if (!is_utf8(text)) return append_json_string(json, repair_utf8(text));
  json += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape(text[i])) continue;
    json.append(text.substr(copied, i - copied));
    append_escaped(json, text[i]);
    copied = i + 1;
  }
  json.append(text.substr(copied));
  json += '"';
}

std::string json_array(const std::vector<std::string>& texts) {
  std::string json = "[";
  for (const std::string& text : texts) {
    if (json.size() > 1) json += ',';
    append_json_string(json, text);
  }
  json += ']';
  return json;
}

bool is_json_number(std::string_view text) noexcept {
  const std::size_t integer = !text.empty() && text[0] == '-' ? 1 : 0;
  std::size_t offset = skip_digits(text, integer);
  if (offset == integer || (text[integer] == '0' && offset > integer + 1)) return false;
  if (offset < text.size() && text[offset] == '.') {
    const std::size_t fraction = skip_digits(text, offset + 1);
    if (fraction == offset + 1) return false;
    offset = fraction;
  }
  if (offset < text.size() && (text[offset] == 'e' || text[offset] == 'E')) {
    std::size_t exponent = offset + 1;
    if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
    offset = skip_digits(text, exponent);
    if (offset == exponent) return false;
  }
  return offset == text.size() && fits_double(text);
}

}  // namespace articles
