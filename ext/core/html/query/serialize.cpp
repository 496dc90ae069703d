#include "html/query/serialize.h"

#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "html/syntax/element_index.h"

namespace articles {
namespace {

void append_escaped(std::string& html, std::string_view text, bool in_attribute) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += in_attribute ? "&quot;" : "\"";
        break;
      case '\xC2':
        if (text.substr(i, 2) == kNoBreakSpace) {
          html += "&nbsp;";
          ++i;
          break;
        }
        [[fallthrough]];
      default:
        html += text[i];
    }
  }
}

class Serializer {
 public:
  Serializer(const HtmlTree& tree, const NodeSet& without) : tree_(tree), without_(without) {}

  void node(const GumboNode& node) {
    open(node);
    while (!levels_.empty()) {
      Level& level = levels_.back();
      if (level.next_child < level.node->v.element.children.length) {
        open(*static_cast<const GumboNode*>(
            level.node->v.element.children.data[level.next_child++]));
        continue;
      }
      html_ += "</" + level.name + ">";
      levels_.pop_back();
    }
  }

  std::string take() {
    tree_.restore_controls(html_);
    return std::move(html_);
  }

 private:
  struct Level {
    const GumboNode* node;
    std::string name;
    unsigned next_child = 0;
  };

  void open(const GumboNode& node) {
    if (without_.count(&node) != 0) return;
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        text(node);
        return;
      case GUMBO_NODE_COMMENT:
        html_ += std::string("<!--") + node.v.text.text + "-->";
        return;
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        element(node);
        return;
      case GUMBO_NODE_DOCUMENT:
        return;
    }
  }

  void text(const GumboNode& node) {
    const bool raw = !levels_.empty() && is_html(*levels_.back().node) &&
                     element_named(levels_.back().name).has(kRawText);
    if (raw)
      html_ += node.v.text.text;
    else
      append_escaped(html_, node.v.text.text, false);
  }

  static bool is_html(const GumboNode& node) {
    return node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
  }

  // A foreign element has the case that the standard gives it: foreignObject.
  std::string name_of(const GumboNode& node) const {
    std::string buffer;
    if (!is_html(node)) {
      GumboStringPiece piece = node.v.element.original_tag;
      gumbo_tag_from_original_text(&piece);
      if (const char* const known = gumbo_normalize_svg_tagname(&piece)) return known;
    }
    return std::string(tree_.name_of(node.v.element, buffer));
  }

  void element(const GumboNode& node) {
    std::string name = name_of(node);
    html_ += "<" + name;
    const GumboVector& attributes = node.v.element.attributes;
    for (unsigned i = 0; i < attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(attributes.data[i]);
      html_ += " " + qualified_name(attribute) + "=\"";
      append_escaped(html_, attribute.value, true);
      html_ += '"';
    }
    html_ += '>';
    if (is_html(node) && element_named(name).has(kVoid)) return;
    levels_.push_back({&node, std::move(name)});
  }

  const HtmlTree& tree_;
  const NodeSet& without_;
  std::string html_;
  std::vector<Level> levels_;
};

}  // namespace

std::string qualified_name(const GumboAttribute& attribute) {
  switch (attribute.attr_namespace) {
    case GUMBO_ATTR_NAMESPACE_XLINK:
      return std::string("xlink:") + attribute.name;
    case GUMBO_ATTR_NAMESPACE_XML:
      return std::string("xml:") + attribute.name;
    case GUMBO_ATTR_NAMESPACE_XMLNS:
      return std::string_view(attribute.name) == "xmlns" ? "xmlns"
                                                         : std::string("xmlns:") + attribute.name;
    case GUMBO_ATTR_NAMESPACE_NONE:
      break;
  }
  return attribute.name;
}

std::string serialize(const HtmlTree& tree, const GumboNode& node, const NodeSet& without) {
  Serializer serializer(tree, without);
  serializer.node(node);
  return serializer.take();
}

std::string serialize_children(const HtmlTree& tree, const GumboNode& node,
                               const NodeSet& without) {
  Serializer serializer(tree, without);
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    serializer.node(*static_cast<const GumboNode*>(children.data[i]));
  return serializer.take();
}

}  // namespace articles
