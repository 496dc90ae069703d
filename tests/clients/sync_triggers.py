#!/usr/bin/python3
"""A store stays sound with what the user makes of it: triggers, options, names, statements around the call.

Each case syncs a few files and many (then articles_sync() writes the index without triggers), with trusted_schema on and off,
and FTS5's integrity-check and the codes must be right afterwards.
"""

import json
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

EXTENSION = os.environ["ARTICLES_EXTENSION"]
NOBODY = 65534
failures = 0


def same(name, got, wanted):
    global failures
    print(("ok      " if got == wanted else "FAILED  ") + name, *([] if got == wanted else [f"{got!r} instead of {wanted!r}"]))
    failures += got != wanted


def connect(path=":memory:", encoding="UTF-8"):
    db = sqlite3.connect(path, isolation_level=None)
    db.execute(f"PRAGMA encoding = '{encoding}'")
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    return db


def sync(db, *arguments, store="news"):
    """The counts that are not 0."""
    marks = ", ?" * len(arguments)
    counts = json.loads(db.execute(f"SELECT articles_sync(?{marks})", (store,) + arguments).fetchone()[0])
    return {name: count for name, count in counts.items() if count}


def message_of(call):
    try:
        call()
    except sqlite3.Error as error:
        return str(error).replace("articles_sync: ", "", 1)
    return None


def is_sound(db):
    if message_of(lambda: db.execute("INSERT INTO news_fts(news_fts, rank) VALUES ('integrity-check', 1)")):
        return False
    codes = "SELECT n.id, c.key, c.value FROM news n, json_each(n.stocks) c"
    kept = "SELECT article, position, code FROM news_stock"
    return not db.execute(f"SELECT * FROM ({codes} EXCEPT {kept})").fetchall() and \
        not db.execute(f"SELECT * FROM ({kept} EXCEPT {codes})").fetchall()


def write(folder, numbers, word="word"):
    folder.mkdir(exist_ok=True, parents=True)
    for number in numbers:
        (folder / f"{number:04}.md").write_text(f"---\ntitle: T{number}\n---\n贵州茅台（600519）{word}{number}")


TRIGGERS = {
    "rows that are not inserted": "BEFORE INSERT ON news WHEN new.title GLOB '*3' BEGIN SELECT RAISE(IGNORE); END",
    "rows that stay": "BEFORE DELETE ON news BEGIN SELECT RAISE(IGNORE); END",
    "duplicates that are deleted":
        "AFTER INSERT ON news BEGIN DELETE FROM news WHERE title GLOB substr(new.title, 1, 2) || '*' AND id < new.id; END",
    "the row before is changed": "AFTER INSERT ON news BEGIN UPDATE news SET title = title || ' x' WHERE id = new.id - 1; END",
    "the row is changed": "AFTER INSERT ON news BEGIN UPDATE news SET title = 'x ' || new.title, stocks = '[]' WHERE id = new.id; END",
    "the row is deleted": "AFTER INSERT ON news WHEN new.title GLOB 'T*1' BEGIN DELETE FROM news WHERE id = new.id; END",
    "an update changes more": "AFTER UPDATE OF text ON news WHEN new.title NOT GLOB 'x*' BEGIN "
                              "UPDATE news SET title = 'x ' || new.title WHERE id = new.id; END",
}


def test_triggers(folder):
    for number, (name, trigger) in enumerate(TRIGGERS.items()):
        for files in (50, 150):
            for trusted in (1, 0):
                root = folder / f"{number}-{files}-{trusted}"
                write(root, range(files // 2))
                db = connect()
                sync(db, str(root))
                db.execute("CREATE TRIGGER users_own " + trigger)
                db.execute(f"PRAGMA trusted_schema = {trusted}")
                write(root, range(10, files), "changed")
                for gone in range(5):
                    (root / f"{gone:04}.md").unlink()
                sync(db)
                kept = db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'users_own'").fetchone()
                same(f"{name}, {files} files, trusted_schema = {trusted}", (is_sound(db), kept), (True, (1,)))


def test_dropped_triggers(folder):
    write(folder, range(5))
    for trigger in ("news_fts_update", "news_stock_insert"):
        db = connect()
        sync(db, str(folder))
        db.execute(f"DROP TRIGGER {trigger}")
        db.execute("UPDATE news SET title = 'y' WHERE id = 1")
        sync(db)
        count = db.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'").fetchone()
        same(f"{trigger} is made again, and what it missed", (is_sound(db), count), (True, (6,)))


def test_statements_around(folder):
    root = folder / "posts"
    write(root, range(5))
    db = connect(folder / "store.db")
    sync(db, str(root))
    time.sleep(3.1)
    db.execute("CREATE TABLE log(counts)")
    db.execute("INSERT INTO log SELECT articles_sync('news')")
    same("the counts of a sync with nothing to do can be inserted", db.execute("SELECT counts ->> 'unchanged' FROM log").fetchall(), [(5,)])
    write(root, [7])
    message = "the store cannot be written within a statement that writes: run SELECT articles_sync(…) by itself"
    for begin in ("SELECT 1", "BEGIN"):
        for statement in ("INSERT INTO log SELECT articles_sync('news')", "CREATE TABLE more AS SELECT articles_sync('news')"):
            db.execute(begin)
            same(f"{begin}; {statement}", message_of(lambda statement=statement: db.execute(statement)), message)
            if db.in_transaction:
                db.execute("ROLLBACK")
    same("then it is done", sync(db), {"added": 1, "unchanged": 5})


def test_options(folder):
    write(folder, range(3))
    db = connect()
    sync(db, str(folder), "slug TEXT")
    same("dry=1 with rebuild=1 compares", sync(db, None, "dry=1", "rebuild=1"), {"unchanged": 3})
    same("with other columns all rows change", sync(db, None, "dry=1", "rebuild=1", "lang TEXT"), {"updated": 3})
    sync(db, None, "rebuild=1")
    same("rebuild=1 without options keeps them", db.execute("SELECT value FROM news_meta WHERE key = 'options'").fetchone(), ('["slug TEXT"]',))
    for spelling in (f"{folder}/", f"{folder}//", f"{folder}/."):
        same(f"the same directory, {spelling[len(str(folder)):]}", sync(db, spelling), {"unchanged": 3})
    db.execute("ALTER TABLE news ADD COLUMN note")
    same("a declared column that the user has made", message_of(lambda: sync(db, None, "rebuild=1", "note TEXT")),
         "the store 'news' has a column 'note' already, which was not made by articles_sync()")
    db.execute("CREATE UNIQUE INDEX by_title ON news(title)")
    (folder / "0009.md").write_text("---\ntitle: T1\n---\n")
    same("a constraint names the file", message_of(lambda: sync(db)), "UNIQUE constraint failed: news.title, for the file '0009.md'")


def test_names(folder):
    write(folder, range(2))
    db = connect()
    sync(db, str(folder), store="TEMP.store")
    same("TEMP in capitals", sync(db, store="Temp.store"), {"unchanged": 2})
    odd = folder / "odd"
    odd.mkdir()
    for character in "\ufffe\uffff\ufffd":
        (odd / f"{character}.md").write_text("x")
    for encoding in ("UTF-8", "UTF-16le"):
        db = connect(encoding=encoding)
        same(f"names with noncharacters, {encoding}", (sync(db, str(odd)), sync(db)), ({"added": 3}, {"unchanged": 3}))


def test_rebuild_without_all_files(folder):
    for name in ("a", "b"):
        write(folder / "posts" / name, range(3))
    db = connect()
    sync(db, str(folder / "posts"))
    time.sleep(3.1)
    sync(db)
    (folder / "posts/b").chmod(0)
    same("a rebuild while a folder cannot be read", sync(db, None, "rebuild=1", "title_again TEXT"),
         {"unchanged": 3, "kept": 3, "failed": 1})
    (folder / "posts/b").chmod(0o755)
    same("reads the files of the folder later", sync(db), {"touched": 3, "unchanged": 3})


def main():
    if os.geteuid() == 0:  # root may read everything
        os.setegid(NOBODY)
        os.seteuid(NOBODY)
    for test in (test_triggers, test_dropped_triggers, test_statements_around, test_options, test_names,
                 test_rebuild_without_all_files):
        folder = Path(tempfile.mkdtemp(prefix="articles_sync_triggers."))
        try:
            test(folder)
        finally:
            shutil.rmtree(folder)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
