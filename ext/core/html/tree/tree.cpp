#include "html/tree/tree.h"

#include <algorithm>
#include <cassert>
#include <new>

#include "base/ascii.h"
#include "base/character_references.h"
#include "base/lines.h"
#include "base/utf8.h"
#include "html/syntax/tag_scanner.h"
#include "html/tree/gumbo_parse.h"
#include "html/tree/input_limits.h"

namespace articles {
namespace {

// gumbo reads one byte behind the end of its input.
constexpr std::size_t kPadding = 8;

// Replaces references to numbers beyond Unicode, which gumbo 0.10.1 lets overflow, by `&#xFFFD;`.
std::string with_references_bounded(std::string_view html) {
  std::string text;
  text.reserve(html.size() + kPadding);
  std::size_t copied = 0;
  for (std::size_t at = html.find("&#"); at != std::string_view::npos; at = html.find("&#", at)) {
    const NumericReference reference = read_numeric_reference(html, at + 2);
    std::size_t end = reference.end;
    if (reference.code == kBeyondUnicode) {
      text += html.substr(copied, at - copied);
      if (html.substr(end, 1) == ";") ++end;
      text += "&#xFFFD;";
      copied = end;
    }
    at = end;
  }
  text += html.substr(copied);
  return text;
}

constexpr std::string_view kDoctype = "<!DOCTYPE html>";

// Removes white space and comments from the front; returns the number of comments.
int skip_comments(std::string_view& html) {
  for (int comments = 0;; ++comments) {
    while (!html.empty() && ascii_space(html.front())) html.remove_prefix(1);
    if (!starts_with(html, "<!--")) return comments;
    html.remove_prefix(comment_end(html, 0));
  }
}

}  // namespace

HtmlTree::Kind HtmlTree::detect(std::string_view html) {
  skip_comments(html);
  for (const std::string_view tag : {kDoctype.substr(0, 9), std::string_view("<html"),
                                     std::string_view("<head"), std::string_view("<body")}) {
    if (!same_ignoring_case(html.substr(0, tag.size()), tag)) continue;
    if (html.size() == tag.size() || !ascii_alnum(html[tag.size()])) return Kind::Document;
  }
  return Kind::Fragment;
}

HtmlTree::HtmlTree(std::string_view html, Kind kind, const InterruptCheck& interrupted)
    : kind_(kind) {
  prepare(html);
  std::optional<std::size_t> deep_tag = try_parse(interrupted);
  // Fewer and fewer tags are kept, at last none, which no parser takes for deep.
  std::size_t flat = input_.size();
  for (const Flattening flattening : {Flattening::KeepRawText, Flattening::DropAllTags}) {
    if (!deep_tag) return;
    note_limit(InputLimit::ParserStack, input_, *deep_tag);
    flat = std::min(flat, *deep_tag);
    flatten(html, flat, flattening);
    deep_tag = try_parse(interrupted);
  }
  if (!deep_tag) return;
  flatten(html, 0, Flattening::DropAllTags);
  deep_tag = try_parse(interrupted);
  assert(!deep_tag);
}

void HtmlTree::flatten(std::string_view html, std::size_t offset, Flattening flattening) {
  prepare(html);
  flatten_from(offset, flattening, input_);
}

void HtmlTree::prepare(std::string_view html) {
  const std::optional<LimitedInput> limited = limit_input(html);
  if (limited) note_limit(limited->limit, html, limited->offset);
  input_ = with_references_bounded(limited ? limited->html : html);
  if (is_document()) {
    std::string_view rest = input_;
    const int comments = skip_comments(rest);
    if (same_ignoring_case(rest.substr(0, 9), kDoctype.substr(0, 9))) doctype_index_ = comments;
    input_.insert(0, kDoctype);  // the first doctype decides: no quirks mode
  }
  controls_ = ControlCharacters();
  controls_.hide(input_);
}

void HtmlTree::note_limit(InputLimit limit, std::string_view html, std::size_t offset) {
  if (!problems_.empty()) return;
  const int line = count_line_ends(html.substr(0, offset)) + 1;
  problems_.push_back({Severity::Lost, line, reason_of(limit)});
}

std::optional<std::size_t> HtmlTree::try_parse(const InterruptCheck& interrupted) {
  renamed_.emplace(input_);
  arena_.clear();
  const std::size_t size = input_.size();
  input_.append(kPadding, '\0');
  const GumboParse parse = gumbo_parse(
      arena_, input_.data(), size, is_document() ? GUMBO_TAG_LAST : GUMBO_TAG_BODY, interrupted);
  if (parse.end == GumboParse::End::OutOfMemory) throw std::bad_alloc();
  if (parse.end == GumboParse::End::TooDeep) return parse.deep_tag;
  root_ = parse.output->root;
  document_ = parse.output->document;
  return std::nullopt;
}

void HtmlTree::restore_controls(std::string& text) const {
  controls_.restore(text);
}

std::string_view HtmlTree::with_controls(const char* text, std::string& buffer) const {
  if (!controls_.in_use()) return text;
  buffer = text;
  restore_controls(buffer);
  return buffer;
}

std::string_view HtmlTree::name_of(const GumboElement& element, std::string& buffer) const {
  GumboStringPiece tag = element.original_tag;
  if (tag.data != nullptr) {
    const std::string_view renamed =
        renamed_->name_at(static_cast<std::size_t>(tag.data - input_.data()));
    if (!renamed.empty()) return renamed;
  }
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  gumbo_tag_from_original_text(&tag);
  buffer = ascii_lower(std::string_view(tag.data != nullptr ? tag.data : "", tag.length));
  return buffer;
}

}  // namespace articles
