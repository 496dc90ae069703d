// Recognisers of codes in running text that contain a dot, a colon or a dollar sign: BABA.US,
// NYSE: BABA, $BABA.
#pragma once

#include <cstddef>
#include <optional>

#include "stocks/running_text.h"

namespace articles {

// BABA.US, BRK.A.US, BABA.NYSE; in brackets TSLA.O.
// REQUIRES: text.char_at(dot) == '.'
std::optional<TextMatch> match_us_suffix(const RunningText& text, std::size_t dot);

// 美股代码：BABA, NYSE: BABA, HK:03690. The colon, ASCII or full-width, has `size` bytes.
std::optional<TextMatch> match_around_colon(const RunningText& text, std::size_t colon,
                                            std::size_t size);

// $BABA, $BABA$, $BABA.US$, $贵州茅台(SH600519)$.
// REQUIRES: text.char_at(dollar) == '$'
std::optional<TextMatch> match_cashtag(const RunningText& text, std::size_t dollar);

}  // namespace articles
