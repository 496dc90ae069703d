// Front matter in JSON: Hugo's `{…}`, golang_site's `<!--{…}-->`, Hexo's `;;;`, gray-matter's
// `---json`.
#pragma once

#include <string_view>

#include "articles/document.h"

namespace articles {

// As parse_yaml_front_matter(), for a JSON object or, as Hexo writes it, the members of one without
// its braces. Comments and commas before a closing bracket are skipped, with a problem. If the
// object is malformed beyond that, every member that a person can read is salvaged.
FrontMatter parse_json_front_matter(std::string_view block, int first_line);

}  // namespace articles
