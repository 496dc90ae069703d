// The headers of cmark-gfm, public and internal. No other folder includes them.
#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/cmark_ctype.h>
#include <cmark-gfm/config.h>
#include <cmark-gfm/houdini.h>
#include <cmark-gfm/inlines.h>
#include <cmark-gfm/map.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/references.h>
#include <cmark-gfm/render.h>
#include <cmark-gfm/scanners.h>
#include <cmark-gfm/syntax_extension.h>
#include <cmark-gfm/utf8.h>

#if CMARK_GFM_VERSION != ((0 << 24) | (29 << 16) | (0 << 8) | 6)
#error "ext/core/markdown repairs cmark-gfm 0.29.0.gfm.6; read library.h before using another one"
#endif

// Declared in a header of the library's that is not installed.
extern "C" cmark_node_type CMARK_NODE_TABLE;
extern "C" cmark_node_type CMARK_NODE_TABLE_CELL;
