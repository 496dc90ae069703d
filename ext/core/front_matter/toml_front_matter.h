// Front matter in TOML: `+++`, or `---toml`.
#pragma once

#include <string_view>

#include "front_matter/front_matter.h"

namespace articles {

// As parse_front_matter, for TOML. Where TOML rejects the block, each `key = value` and each table
// is read by itself.
FrontMatter parse_toml_front_matter(std::string_view block, int first_line);

}  // namespace articles
