// Recognisers of codes in running text that contain a number: 600519.SH, sh600519,
// 贵州茅台（600519）.
#pragma once

#include <cstddef>
#include <optional>

#include "stocks/running_text.h"

namespace articles {

// The code of the digits from `begin` to `end`, if what surrounds them shows that they are one.
// REQUIRES: text.digits_end(begin) == end, begin < end
std::optional<TextMatch> match_number(const RunningText& text, std::size_t begin, std::size_t end);

}  // namespace articles
