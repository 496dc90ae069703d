// SQLite as a loadable extension sees it: every sqlite3_ function is a macro that calls through the
// table of routines that SQLite passes to the entry point. extension.cpp defines the pointer to it.
#pragma once

#include <sqlite3ext.h>

SQLITE_EXTENSION_INIT3

// Constants that are newer than the oldest headers that the code compiles with.
#ifndef SQLITE_RESULT_SUBTYPE
#define SQLITE_RESULT_SUBTYPE 0x001000000
#endif
