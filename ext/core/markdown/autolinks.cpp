#include "markdown/autolinks.h"

#include <cstring>
#include <string_view>

#include "base/ascii.h"
#include "markdown/address.h"
#include "markdown/rendering.h"

namespace articles::markdown {
namespace {

std::string_view view(const cmark_chunk& chunk) noexcept {
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

// A copy of the text with its character references decoded.
cmark_chunk decoded(cmark_mem* memory, const char* prefix, std::string_view text) {
  cmark_strbuf buffer;
  cmark_strbuf_init(memory, &buffer, 0);
  cmark_strbuf_puts(&buffer, prefix);
  houdini_unescape_html_f(&buffer, reinterpret_cast<const std::uint8_t*>(text.data()),
                          static_cast<bufsize_t>(text.size()));
  return cmark_chunk_buf_detach(&buffer);
}

cmark_node* make_link(cmark_mem* memory, cmark_chunk address, cmark_chunk shown) {
  cmark_node* const link = cmark_node_new_with_mem(CMARK_NODE_LINK, memory);
  link->as.link.url = address;
  cmark_node* const text = cmark_node_new_with_mem(CMARK_NODE_TEXT, memory);
  text->as.literal = shown;
  cmark_node_append_child(link, text);
  return link;
}

// `text` begins with an address up to the end of its domain: up to white space, then trimmed.
std::string_view whole_address(std::string_view text, std::size_t domain_end) noexcept {
  std::size_t end = domain_end;
  while (end < text.size() && cmark_isspace(text[end]) == 0) ++end;
  return trim_address(text.substr(0, end));
}

// Whether the domain of an address at `begin` is known not to be valid, since another one that
// began in front of it ends with the same two segments.
bool is_bad_domain(const Rendering& rendering, const unsigned char* begin) noexcept {
  return rendering.bad_domain_to != nullptr && begin > rendering.bad_domain_from &&
         begin < rendering.bad_domain_to;
}

// An address at the `w` that the inline parser has reached.
cmark_node* match_www(cmark_parser* parser, cmark_inline_parser* inline_parser) {
  cmark_chunk* const chunk = cmark_inline_parser_get_chunk(inline_parser);
  const auto at = static_cast<std::size_t>(cmark_inline_parser_get_offset(inline_parser));
  const std::string_view text = view(*chunk).substr(at);
  if (!starts_with(text, "www.")) return nullptr;
  const char before = at > 0 ? view(*chunk)[at - 1] : ' ';
  if (cmark_isspace(before) == 0 && std::strchr("*_~(", before) == nullptr) return nullptr;
  Rendering& rendering = *Rendering::current();
  const unsigned char* const begin = chunk->data + at;
  if (is_bad_domain(rendering, begin)) return nullptr;
  const Domain domain = read_domain(text, true);
  if (domain.underscore) {
    rendering.bad_domain_from = begin;
    rendering.bad_domain_to = begin + domain.last_two;
  }
  if (domain.size == 0) return nullptr;
  const std::string_view address = whole_address(text, domain.size);
  if (address.empty()) return nullptr;
  cmark_inline_parser_set_offset(inline_parser, static_cast<int>(at + address.size()));
  return make_link(parser->mem, decoded(parser->mem, "http://", address),
                   decoded(parser->mem, "", address));
}

// The length of the scheme that ends in front of `at`; 0 if it is not one of those that are linked.
std::size_t scheme_length(std::string_view text, std::size_t at) noexcept {
  std::size_t begin = at;
  while (begin > 0 && ascii_alpha(text[begin - 1]) && at - begin <= 5) --begin;
  const std::string_view scheme = text.substr(begin, at - begin);
  constexpr std::string_view kSchemes[] = {"http", "https", "ftp"};
  return is_one_of_ignoring_case(scheme, kSchemes) ? scheme.size() : 0;
}

// An address whose scheme ends at the `:` that the inline parser has reached.
cmark_node* match_url(cmark_parser* parser, cmark_node* parent,
                      cmark_inline_parser* inline_parser) {
  constexpr std::string_view kSeparator = "://";
  const std::string_view all = view(*cmark_inline_parser_get_chunk(inline_parser));
  const auto at = static_cast<std::size_t>(cmark_inline_parser_get_offset(inline_parser));
  const std::string_view text = all.substr(at);
  if (!starts_with(text, kSeparator) || text.size() == kSeparator.size()) return nullptr;
  const std::size_t scheme = scheme_length(all, at);
  if (scheme == 0 || !is_domain_begin(text.substr(kSeparator.size()))) return nullptr;
  const Domain domain = read_domain(text.substr(kSeparator.size()), false);
  if (domain.size == 0) return nullptr;
  const std::size_t size = whole_address(text, kSeparator.size() + domain.size).size();
  if (size == 0) return nullptr;
  cmark_inline_parser_set_offset(inline_parser, static_cast<int>(at + size));
  cmark_node_unput(parent, static_cast<int>(scheme));
  const std::string_view address = all.substr(at - scheme, scheme + size);
  return make_link(parser->mem, decoded(parser->mem, "", address),
                   decoded(parser->mem, "", address));
}

cmark_node* match(cmark_syntax_extension* /*self*/, cmark_parser* parser, cmark_node* parent,
                  unsigned char character, cmark_inline_parser* inline_parser) {
  if (cmark_inline_parser_in_bracket(inline_parser, 0) != 0 ||
      cmark_inline_parser_in_bracket(inline_parser, 1) != 0)
    return nullptr;
  if (character == ':') return match_url(parser, parent, inline_parser);
  if (character == 'w') return match_www(parser, inline_parser);
  return nullptr;
}

// Splits a text node at its e-mail addresses.
void link_emails(cmark_mem* memory, cmark_node* node) {
  const cmark_chunk all = node->as.literal;
  const std::string_view text = view(all);
  std::size_t begin = 0;  // of what is left of the text
  std::size_t from = 0;
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', from)) {
    const Email email = read_email(text.substr(begin), from - begin, at - begin);
    from = at + 1;
    if (email.begin == email.end) continue;
    const std::string_view address = text.substr(begin + email.begin, email.end - email.begin);
    const auto offset = static_cast<bufsize_t>(begin + email.begin);
    const auto size = static_cast<bufsize_t>(address.size());
    cmark_node* const link =
        make_link(memory, decoded(memory, email.has_scheme ? "" : "mailto:", address),
                  cmark_chunk_dup(&all, offset, size));
    cmark_node* const rest = cmark_node_new_with_mem(CMARK_NODE_TEXT, memory);
    rest->as.literal = cmark_chunk_dup(&all, offset + size, all.len - offset - size);
    node->as.literal =
        cmark_chunk_dup(&all, static_cast<bufsize_t>(begin), static_cast<bufsize_t>(email.begin));
    cmark_node_insert_after(node, link);
    cmark_node_insert_after(link, rest);
    node = rest;
    begin = from = static_cast<std::size_t>(offset) + static_cast<std::size_t>(size);
  }
}

cmark_node* postprocess(cmark_syntax_extension* /*self*/, cmark_parser* parser, cmark_node* root) {
  cmark_iter* const iterator = cmark_iter_new(root);
  bool in_link = false;
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    cmark_node* const node = cmark_iter_get_node(iterator);
    if (node->type == CMARK_NODE_LINK)
      in_link = event == CMARK_EVENT_ENTER;
    else if (node->type == CMARK_NODE_TEXT && !in_link)
      link_emails(parser->mem, node);
  }
  return root;
}

}  // namespace

cmark_syntax_extension linear_autolink(const cmark_syntax_extension& core) {
  cmark_syntax_extension extension = core;
  extension.match_inline = match;
  extension.postprocess_func = postprocess;
  return extension;
}

}  // namespace articles::markdown
