// YAML that the parser rejects: each top-level key by itself. No standard has this rule; it
// recovers every value that a person can read on its line.
#pragma once

#include "articles/document.h"
#include "front_matter/yaml_entries.h"

namespace articles {

// The fields of a block that parse_yaml() rejected with `cause`. An entry that is valid YAML by
// itself keeps its full meaning; of any other the text as typed counts. Null if there are no
// entries, and then there are no problems either.
FrontMatter salvage(const YamlEntries& block, const Problem& cause);

}  // namespace articles
