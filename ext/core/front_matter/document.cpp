#include "articles/document.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/lines.h"
#include "base/utf8.h"
#include "front_matter/fences.h"
#include "front_matter/field_aliases.h"
#include "front_matter/yaml_front_matter.h"

namespace articles {
namespace {

using Outcome = BlockSearch::Outcome;

Document all_body(std::size_t begin, Problems problems = {}) {
  Document document;
  document.front_matter.fields = FieldValue::map();
  document.front_matter.problems = std::move(problems);
  document.body = begin;
  return document;
}

bool begins_with_blank_line(std::string_view block) {
  Lines lines(block);
  return lines.next() && trim_blanks(lines.text()).empty();
}

Document document_with(const Block& block, std::size_t begin) {
  FrontMatter front_matter = block.parse(block.text, block.line);
  if (front_matter.fields.is_null()) {
    // `---`, a blank line, prose: a thematic break, as in Pandoc.
    if (begins_with_blank_line(block.text)) return all_body(begin);
    front_matter.problems.back().reason = "no front matter: " + front_matter.problems.back().reason;
    return all_body(begin, std::move(front_matter.problems));
  }
  Document document;
  document.front_matter = std::move(front_matter);
  document.body = document.front_matter_end = begin + block.body;
  document.body_line = block.body_line;
  return document;
}

// A block without an opening fence must have one of these keys. Otherwise a heading would be one:
// `Note: that\n---`.
bool has_usual_key(const FieldValue& fields) {
  static constexpr std::string_view kUsual[] = {"title", "date",       "layout",
                                                "tags",  "categories", "permalink"};
  return std::any_of(fields.members.begin(), fields.members.end(), [](const Field& field) {
    return std::any_of(std::begin(kUsual), std::end(kUsual),
                       [&](std::string_view key) { return same_key(field.key, key); });
  });
}

// The lines up to the first blank one, without the blank lines and comments that come first.
std::string_view first_paragraph(std::string_view text) {
  std::size_t begin = 0;
  std::size_t end = 0;
  for (Lines lines(text); lines.next();) {
    const std::string_view line = trim_blanks(lines.text());
    if (line.empty() && end > begin) break;
    if (end == begin && (line.empty() || line.front() == '#')) begin = lines.end();
    end = lines.end();
  }
  return text.substr(begin, end - begin);
}

// The document of an opening fence that nothing closes: the keys below it are fields, and all text
// is body. If the fence is a line of dashes and a blank line follows, it is a thematic break unless
// there is a usual key.
Document unclosed_document(const BlockSearch& search, std::string_view bytes, std::size_t begin,
                           const char* reason) {
  const Block& block = search.block;
  const std::string_view keys = first_paragraph(block.text);
  const auto skipped = static_cast<std::size_t>(keys.data() - block.text.data());
  const int lines = count_line_ends(block.text.substr(0, skipped));
  FrontMatter front_matter = block.parse(keys, block.line + lines);
  const bool is_yaml = block.parse == parse_yaml_front_matter;
  const bool says_nothing = front_matter.fields.members.empty() ||
                            (is_yaml && skipped > 0 && !has_usual_key(front_matter.fields));
  if (says_nothing && is_yaml) return all_body(begin);
  Document document = all_body(begin, std::move(front_matter.problems));
  document.front_matter.problems.push_back({Severity::Lost, search.line, reason});
  if (says_nothing) return document;
  document.front_matter.fields = std::move(front_matter.fields);
  document.front_matter_end = static_cast<std::size_t>(keys.data() - bytes.data()) + keys.size();
  return document;
}

}  // namespace

std::optional<Document> read_document(std::string_view bytes, bool whole) {
  const char* unclosed = "front matter is not closed";
  if (bytes.size() >= kMaxFrontMatterBytes) {
    unclosed = "front matter is not closed within the first 262144 bytes";
    bytes = bytes.substr(0, kMaxFrontMatterBytes);
    whole = true;
  }
  std::size_t begin = 0;  // files that were joined have several byte order marks
  while (starts_with(bytes.substr(begin), kUtf8Bom)) begin += kUtf8Bom.size();
  const std::optional<BlockSearch> search = find_front_matter(bytes.substr(begin), whole);
  if (!search) return std::nullopt;
  switch (search->outcome) {
    case Outcome::NotThere:
      return all_body(begin);
    case Outcome::UnknownLanguage:
      return all_body(begin,
                      {{Severity::Lost, search->line, "front matter in an unknown language"}});
    case Outcome::NotClosed:
      return unclosed_document(*search, bytes, begin, unclosed);
    case Outcome::Found:
      return document_with(search->block, begin);
    case Outcome::FoundWithoutOpener:
      break;
  }
  Document document = document_with(search->block, begin);
  if (!has_usual_key(document.front_matter.fields)) return all_body(begin);
  return document;
}

}  // namespace articles
