#!/usr/bin/python3
"""A store has what the live table has: every column of every article of every corpus, also in a UTF-16 database.

Compares the store with the live table, row by row and column by column, over examples/posts, tests/data and the corpora. A
second sync must find nothing to do.
"""

import json
import os
import sqlite3
import sys
import tempfile
from pathlib import Path

EXTENSION = os.environ["ARTICLES_EXTENSION"]
SOURCE = Path(os.environ["ARTICLES_SOURCE"])
CORPORA = Path(os.environ.get("ARTICLES_CORPORA", SOURCE / "../shared/corpora"))
OWN = {"id", "raw_file", "added_at", "changed_at"}
KEPT_HIDDEN = {"problems", "fingerprint"}
failures = 0


def report(passed, name, detail=""):
    global failures
    print(("ok      " if passed else "FAILED  ") + name, *([] if passed else [detail]), flush=True)
    failures += not passed


def quoted(names):
    return ", ".join(f'"{name}"' for name in names)


def compare(db, root, encoding, options):
    name = f"{root.name} {' '.join(options)} {encoding}"
    marks = ", ?" * len(options)
    sync = f"SELECT articles_sync('news', ?{marks})"
    first = json.loads(db.execute(sync, [str(root), *options]).fetchone()[0])
    literal = str(root).replace("'", "''")
    settings = [option.replace("=", "='", 1) + "'" if "=" in option else option for option in options]
    declared = "".join(f", {setting}" for setting in settings)
    db.execute(f"CREATE VIRTUAL TABLE temp.live USING articles('{literal}'{declared})")
    live = [column for (column, hidden) in db.execute("SELECT name, hidden FROM pragma_table_xinfo('live')")
            if not hidden or column in KEPT_HIDDEN]
    stored = [column for (column,) in db.execute("SELECT name FROM pragma_table_info('news')")]
    report(set(stored) == set(live) | OWN, f"{name}: columns", set(stored) ^ (set(live) | OWN))
    order = "ORDER BY fingerprint, title"  # no two files have the same, but for names that are not UTF-8
    differing = []
    rows = 0
    for kept, wanted in zip(db.execute(f"SELECT {quoted(live)} FROM news {order}"),
                            db.execute(f"SELECT {quoted(live)} FROM live {order}")):
        rows += 1
        differing += [(kept[0], live[i], kept[i], wanted[i]) for i in range(len(live)) if kept[i] != wanted[i]
                      or type(kept[i]) is not type(wanted[i])]
    count = db.execute("SELECT count(*) FROM live").fetchone()[0]
    report(not differing and rows == count == first["added"], f"{name}: {rows} rows of {len(live)} columns",
           f"{len(differing)} differ, {differing[:1]!r:.500}")
    again = json.loads(db.execute("SELECT articles_sync('news')").fetchone()[0])
    report(again["unchanged"] + again["kept"] == count and not again["updated"], f"{name}: a second sync", again)
    db.execute("INSERT INTO news_fts(news_fts, rank) VALUES ('integrity-check', 1)")


def main():
    roots = [SOURCE / "examples/posts", SOURCE / "tests/data"]
    if CORPORA.is_dir():
        roots += sorted(path for path in CORPORA.iterdir() if path.is_dir())
    else:
        print(f"skipped: there is no {CORPORA}")
    cases = [(root, encoding, []) for root in roots for encoding in ("UTF-8", "UTF-16le")]
    cases.append((SOURCE / "examples/posts", "UTF-8", ["slug TEXT", "layout", "timezone=+08:00"]))
    cases.append((SOURCE / "tests/data", "UTF-16be", ["weight INTEGER", "glob=**/*"]))
    with tempfile.TemporaryDirectory() as folder:
        for number, (root, encoding, options) in enumerate(cases):
            db = sqlite3.connect(Path(folder) / f"{number}.db", isolation_level=None)
            db.execute(f"PRAGMA encoding = '{encoding}'")
            db.enable_load_extension(True)
            db.load_extension(EXTENSION)
            compare(db, root, encoding, options)
            db.close()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
