// SQLite as a loadable extension sees it: every sqlite3_ function goes through the routines that
// SQLite hands over at load. extension.cpp defines the pointer to them.
#pragma once

#include <sqlite3ext.h>

SQLITE_EXTENSION_INIT3

// Newer than the least version we compile with.
#ifndef SQLITE_RESULT_SUBTYPE
#define SQLITE_RESULT_SUBTYPE 0x001000000
#endif
