#include "html/syntax/tag_scanner.h"

namespace articles {

std::size_t raw_text_end(std::string_view html, std::size_t offset,
                         std::string_view name) noexcept {
  for (offset = html.find("</", offset); offset != std::string_view::npos;
       offset = html.find("</", offset + 2)) {
    const std::string_view end_tag = html.substr(offset + 2);
    if (!starts_with_ignoring_case(end_tag, name)) continue;
    if (end_tag.size() == name.size() || kEndsTagName(end_tag[name.size()])) return offset;
  }
  return html.size();
}

std::size_t comment_end(std::string_view html, std::size_t offset) noexcept {
  offset += 4;
  if (html.substr(offset, 1) == ">") return offset + 1;
  if (html.substr(offset, 2) == "->") return offset + 2;
  for (std::size_t dashes = html.find("--", offset); dashes != std::string_view::npos;
       dashes = html.find("--", dashes + 1)) {
    if (html.substr(dashes + 2, 1) == ">") return dashes + 3;
    if (html.substr(dashes + 2, 2) == "!>") return dashes + 4;
  }
  return html.size();
}

std::size_t any_comment_end(std::string_view html, std::size_t offset) noexcept {
  if (token_kind(html, offset) == TokenKind::Comment) return comment_end(html, offset);
  const std::size_t close = html.find('>', offset);
  return close == std::string_view::npos ? html.size() : close + 1;
}

bool TagScanner::next() noexcept {
  for (std::size_t offset = html_.find('<', contents_end()); offset != std::string_view::npos;
       offset = html_.find('<', offset + 1)) {
    kind_ = token_kind(html_, offset);
    if (kind_ == TokenKind::Text) continue;
    begin_ = offset;
    skips_contents_ = false;
    if (is_tag())
      read_tag();
    else
      end_ = any_comment_end(html_, offset);
    return true;
  }
  return false;
}

void TagScanner::read_tag() noexcept {
  name_begin_ = begin_ + (kind_ == TokenKind::EndTag ? 2 : 1);
  const TagName name = read_tag_name(html_.substr(name_begin_));
  name_size_ = name.size;
  element_ = &kElementIndex.find(name.packed);
  AttributeScanner scanner = attributes();
  attribute_count_ = 0;
  while (scanner.next()) ++attribute_count_;
  end_ = name_begin_ + name_size_ + scanner.end();
  is_closed_ = scanner.is_closed();
  is_self_closed_ = scanner.is_self_closed();
  skips_contents_ = kind_ == TokenKind::StartTag && element_->holds_text_only();
}

std::size_t TagScanner::contents_end() const noexcept {
  if (!skips_contents_) return end_;
  if (element_->name == "plaintext") return html_.size();
  return raw_text_end(html_, end_, element_->name);
}

}  // namespace articles
