// Front matter in TOML: `+++`, or `---toml`.
#pragma once

#include <string_view>

#include "articles/document.h"

namespace articles {

// As parse_yaml_front_matter(), for TOML. If TOML rejects the block, each `key = value` and each
// table header is read by itself.
FrontMatter parse_toml_front_matter(std::string_view block, int first_line);

}  // namespace articles
