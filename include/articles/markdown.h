// Markdown to HTML, as GitHub renders it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "articles/error.h"
#include "articles/problem.h"

namespace articles {

struct RenderedMarkdown {
  std::string html;  // UTF-8
  // What a limit left as typed, at most one entry for each limit: no text is lost. `line` counts
  // the lines of the Markdown from 1.
  Problems problems;
};

// Bytes of memory that one rendering may use.
constexpr std::size_t kMarkdownMemory = 1'000'000'000;

// Renders GitHub Flavored Markdown (https://github.github.com/gfm/) with tables, strikethrough,
// task lists, bare addresses and footnotes by cmark-gfm. HTML in the text stays as it is.
// Takes time and memory linear in the size of the input. Where a limit is met, the construct stays
// as typed, and `problems` says so; a text that needs more than `max_memory` bytes stays as typed
// as a whole. Throws bad_alloc if memory runs out, and Interrupted soon after `interrupted`, which
// is asked on the calling thread, returns true. May run on several threads at once.
// REQUIRES: markdown is valid UTF-8
RenderedMarkdown render_markdown(std::string_view markdown, const InterruptCheck& interrupted = {},
                                 std::size_t max_memory = kMarkdownMemory);

// The HTML alone.
// REQUIRES: markdown is valid UTF-8
std::string markdown_html(std::string_view markdown, const InterruptCheck& interrupted = {});

}  // namespace articles
