// The first directory of the core's include path: the core knows nothing of SQLite, and the
// compiler says so.
#error "ext/core and include/articles must not include sqlite3.h"
