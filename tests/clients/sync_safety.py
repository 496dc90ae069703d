#!/usr/bin/python3
"""Whatever happens during a sync, the store is afterwards as before, or complete.

Syncs are interrupted, killed, run out of space, fail in the middle of a row, and run in two processes at once. After each, the
rows are those of before or those of after, PRAGMA integrity_check and FTS5's integrity-check pass, and what the user added is
there. SYNC_KILLS sets how many times a sync is killed.
"""

import ctypes
import json
import os
import random
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXTENSION = os.environ["ARTICLES_EXTENSION"]
KILLS = int(os.environ.get("SYNC_KILLS", "20"))
TABLES = ("news", "news_stock")
failures = 0


def report(passed, name, detail=""):
    global failures
    print(("ok      " if passed else "FAILED  ") + name, *([] if passed else [detail]), flush=True)
    failures += not passed


def same(name, got, wanted):
    report(got == wanted, name, f"{got!r:.600} instead of {wanted!r:.600}")


def connect(path, timeout=0.0, uri=False):
    db = sqlite3.connect(path, timeout=timeout, isolation_level=None, uri=uri)
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    return db


def sync(db, *arguments):
    marks = ", ".join("?" * (len(arguments) + 1))
    return json.loads(db.execute(f"SELECT articles_sync({marks})", ("news",) + arguments).fetchone()[0])


def message_of(call):
    try:
        call()
    except sqlite3.Error as error:
        return str(error).replace("articles_sync: ", "", 1)
    return None


def counts(**changed):
    names = ("added", "updated", "renamed", "touched", "removed", "unchanged", "kept", "failed")
    return {name: changed.get(name, 0) for name in names}


def state(db):
    """All rows; None without a store. Times of the sync itself are left out."""
    if not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'news'").fetchone():
        return db.execute("SELECT name FROM sqlite_schema").fetchall() or None
    columns = [name for (name,) in db.execute("SELECT name FROM pragma_table_info('news')")
               if name not in ("added_at", "changed_at")]
    listed = ", ".join(f'"{name}"' for name in columns)
    return (db.execute(f"SELECT {listed} FROM news ORDER BY id").fetchall(),
            db.execute("SELECT * FROM news_stock ORDER BY article, position").fetchall(),
            db.execute("SELECT sql FROM sqlite_schema ORDER BY name").fetchall())


def is_sound(db):
    if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        return False
    if db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'news_fts'").fetchone():
        db.execute("INSERT INTO news_fts(news_fts, rank) VALUES ('integrity-check', 1)")
    return True


def write_articles(root, numbers, word="market"):
    for number in numbers:
        folder = root / f"f{number % 7}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:05}.md").write_text(
            f"---\ntitle: T{number}\ndate: 2021-08-05\n---\n<p>{word} 贵州茅台（600519） {number} " + "words " * 40)


def make(folder, files):
    """A store of so many files, and changes that the next sync will find: the states before and after them."""
    root = folder / "posts"
    write_articles(root, range(files))
    path = folder / "store.db"
    db = connect(path)
    sync(db, str(root))
    db.execute("ALTER TABLE news ADD COLUMN note TEXT")
    db.execute("UPDATE news SET note = 'note of ' || file")
    write_articles(root, range(0, files, 3), "changed")
    write_articles(root, range(files, files + files // 4))
    for number in range(1, files, 5):
        (root / f"f{number % 7}" / f"{number:05}.md").unlink()
    (root / "f2").rename(root / "g2")
    before = state(db)
    db.execute("BEGIN")
    sync(db)
    after = state(db)
    db.execute("ROLLBACK")
    same("a rollback undoes a sync", state(db) == before and before != after, True)
    return root, path, db, before, after


def test_interrupts(folder):
    _, _, db, before, after = make(folder, 60)
    wrong, interrupts, instructions = 0, 0, 50
    while True:
        calls = [0]

        def handler(limit=instructions, calls=calls):
            calls[0] += 50
            return calls[0] > limit

        db.execute("SAVEPOINT attempt" if interrupts % 2 else "SELECT 1")
        db.set_progress_handler(handler, 50)
        message = message_of(lambda: sync(db))
        db.set_progress_handler(None, 0)
        if message is None:
            break
        interrupts += 1
        if message != "interrupted":
            print(message)
            wrong += 1
        if db.in_transaction:
            db.execute("ROLLBACK")
        wrong += not is_sound(db)
        if state(db) == after:  # the interrupt came when all was done
            break
        wrong += state(db) != before
        instructions = int(instructions * 1.2) + 50
    same(f"{interrupts} interrupts by a progress handler change nothing", wrong == 0 and interrupts > 20, True)
    same("then the sync is complete", state(db) == after and is_sound(db), True)


def test_full_disk(folder):
    _, _, db, before, after = make(folder, 400)
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    wrong = attempts = 0
    for limit in range(pages, pages + 1000):
        db.execute(f"PRAGMA max_page_count = {limit}")
        message = message_of(lambda: sync(db))
        if message is None:
            break
        attempts += 1
        wrong += message != "database or disk is full" or state(db) != before or not is_sound(db)
    same(f"{attempts} syncs without enough pages change nothing", wrong == 0 and attempts > 5, True)
    same("with enough of them the sync is complete", state(db) == after and is_sound(db), True)
    empty = connect(":memory:")
    wrong = attempts = 0
    for limit in range(1, 1000):
        empty.execute(f"PRAGMA max_page_count = {limit}")
        if message_of(lambda: sync(empty, str(folder / "posts"))) is None:
            break
        attempts += 1
        wrong += state(empty) is not None
    same(f"{attempts} creations without enough pages leave nothing", wrong == 0 and attempts > 10, True)


def test_failing_statements(folder):
    _, path, _, before, after = make(folder, 30)
    failed = wrong = 0
    for number in range(1, 100000):
        asked = [0]

        def authorize(*_, number=number, asked=asked):
            asked[0] += 1
            return sqlite3.SQLITE_DENY if asked[0] == number else sqlite3.SQLITE_OK

        db = connect(path)  # so that all statements are prepared again
        db.execute("BEGIN")
        db.set_authorizer(authorize)
        message = message_of(lambda: sync(db))
        db.set_authorizer(None)
        if asked[0] < number:
            break
        failed += message is not None
        wrong += state(db) != (before if message else after)
        if db.in_transaction:
            db.execute("ROLLBACK")
    same(f"{failed} actions that are not authorised, one by one, change nothing", wrong == 0 and failed > 50, True)


def test_failing_rows(folder):
    _, _, db, before, after = make(folder, 60)
    db.execute("CREATE TEMP TABLE counter(rows)")
    db.execute("INSERT INTO counter VALUES (0)")
    rows = wrong = 0
    for most in range(1, 1000):
        for event in ("INSERT", "UPDATE", "DELETE"):
            db.execute(f"CREATE TEMP TRIGGER fail_{event} AFTER {event} ON main.news BEGIN "
                       "UPDATE counter SET rows = rows + 1; "
                       f"SELECT RAISE(ABORT, 'no more') FROM counter WHERE rows >= {most}; END")
        message = message_of(lambda: sync(db))
        for event in ("INSERT", "UPDATE", "DELETE"):
            db.execute(f"DROP TRIGGER fail_{event}")
        if message is None:
            break
        rows += 1
        wrong += message.split(", for the file")[0] != "no more" or state(db) != before or not is_sound(db)
    same(f"a failure at each of {rows} rows changes nothing", wrong == 0 and rows > 40, True)
    same("without one the sync is complete", state(db), after)


SYNC_PROGRAM = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], timeout=60, isolation_level=None)
db.enable_load_extension(True)
db.load_extension(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
print(db.execute("SELECT articles_sync('news', ?)", [sys.argv[3]]).fetchone()[0], flush=True)
"""


def start_sync(path, root):
    process = subprocess.Popen([sys.executable, "-c", SYNC_PROGRAM, str(path), EXTENSION, str(root)],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    process.stdout.readline()
    return process


def go(process):
    process.stdin.write("\n")
    process.stdin.flush()


def test_kills(folder):
    dice = random.Random(1)
    root = folder / "posts"
    write_articles(root, range(300))
    path = folder / "store.db"
    begin = time.monotonic()
    sync(connect(path), str(root))
    seconds = time.monotonic() - begin
    outcomes = {"before": 0, "after": 0, "neither": 0}
    for kill in range(KILLS):
        if kill % 5 == 0:  # a first sync
            for name in ("store.db", "store.db-journal", "store.db-wal", "store.db-shm"):
                (folder / name).unlink(missing_ok=True)
        else:
            first = dice.randrange(250)
            write_articles(root, range(first, first + 50), f"word{kill}")
        before = state(connect(path))
        process = start_sync(path, root)
        go(process)
        time.sleep(dice.random() * seconds * 1.2)
        process.send_signal(signal.SIGKILL)
        process.wait()
        db = connect(path, 10)
        left = state(db)
        sound = is_sound(db)
        sync(db, str(root))
        after = state(db)
        outcome = "before" if left == before else "after" if left == after else "neither"
        outcomes[outcome if sound and is_sound(db) else "neither"] += 1
    same(f"{KILLS} syncs killed, {outcomes}", outcomes["neither"] == 0 and outcomes["before"] > 0, True)


def test_two_processes(folder):
    root = folder / "posts"
    write_articles(root, range(200))
    wrong = 0
    for attempt in range(6):
        path = folder / f"two{attempt}.db"
        if attempt % 2:
            connect(path).execute("PRAGMA journal_mode = WAL")
        processes = [start_sync(path, root) for _ in range(2)]
        for process in processes:
            go(process)
        answers = sorted(process.communicate()[0].strip() for process in processes)
        wanted = sorted(json.dumps(one, separators=(",", ":")) for one in (counts(added=200), counts(unchanged=200)))
        wrong += answers != wanted
    same("of two processes that create a store at once, one makes it and the other finds it", wrong, 0)


def test_locks(folder):
    root = folder / "posts"
    write_articles(root, range(30))
    path = folder / "store.db"
    db = connect(path)
    sync(db, str(root))
    time.sleep(3.1)
    sync(db)  # the files are not recent any more
    other = connect(path)
    other.execute("BEGIN IMMEDIATE")
    same("a sync with nothing to do takes no lock", sync(db), counts(unchanged=30))
    write_articles(root, [3], "changed")
    same("a sync with something to do reports the lock", message_of(lambda: sync(db)), "database is locked")
    same("and has changed nothing", db.execute("SELECT count(*) FROM news WHERE text LIKE 'changed%'").fetchone(), (0,))
    waiting = connect(path, timeout=0.3)
    begin = time.monotonic()
    same("it waits for the busy timeout", message_of(lambda: sync(waiting)), "database is locked")
    same("of 0.3 s", 0.25 < time.monotonic() - begin < 5, True)
    other.execute("ROLLBACK")
    same("then it is done", sync(waiting), counts(updated=1, unchanged=29))
    same("recent files are read again while another connection writes",
         (other.execute("BEGIN IMMEDIATE") and None, sync(db))[1], counts(unchanged=30))
    other.execute("ROLLBACK")
    time.sleep(3.1)
    sync(db)
    readonly = connect(f"file:{path}?mode=ro", uri=True)
    same("a read-only database", sync(readonly), counts(unchanged=30))
    write_articles(root, [3], "again")
    same("that would have to be written", message_of(lambda: sync(readonly)), "attempt to write a readonly database")


def test_wal(folder):
    root = folder / "posts"
    write_articles(root, range(30))
    path = folder / "store.db"
    db = connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    sync(db, str(root))
    reader = connect(path)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM news").fetchone()
    write_articles(root, range(30, 40))
    same("a sync goes on beside a reader", sync(db), counts(added=10, unchanged=30))
    same("which sees the old state", reader.execute("SELECT count(*) FROM news").fetchone(), (30,))
    reader.execute("COMMIT")
    same("and then the new one", reader.execute("SELECT count(*) FROM news").fetchone(), (40,))


def test_what_the_user_added(folder):
    root = folder / "posts"
    write_articles(root, range(40))
    db = connect(folder / "store.db")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA recursive_triggers = ON")
    sync(db, str(root))
    for sql in ("ALTER TABLE news ADD COLUMN day AS (date(date, '+8 hours'))",
                "ALTER TABLE news ADD COLUMN stars INTEGER CHECK (stars BETWEEN 1 AND 5)",
                "CREATE INDEX by_day ON news(day)",
                "CREATE VIEW starred AS SELECT file, stars FROM news WHERE stars IS NOT NULL",
                "CREATE TABLE log(file, text)",
                "CREATE TRIGGER logged AFTER UPDATE OF file ON news WHEN old.file <> new.file BEGIN "
                "INSERT INTO log VALUES (old.file, new.file); END",
                "CREATE TABLE remark(article INTEGER REFERENCES news(id) ON DELETE SET NULL, remark TEXT)",
                "INSERT INTO remark SELECT id, 'on ' || file FROM news",
                "UPDATE news SET stars = id % 5 + 1"):
        db.execute(sql)
    stars = dict(db.execute("SELECT id, stars FROM news"))
    (root / "f0").rename(root / "moved")
    (root / "f1" / "00001.md").unlink()
    write_articles(root, [2], "changed")
    result = sync(db)
    moved = result["renamed"]
    same("files are renamed, changed and removed", (moved > 3, result["updated"], result["removed"]), (True, 1, 1))
    same("columns of one's own stay", all(stars[id] == count for id, count in db.execute("SELECT id, stars FROM news")), True)
    same("a generated column and its index",
         db.execute("SELECT count(*) FROM news INDEXED BY by_day WHERE day = '2021-08-05'").fetchone(), (39,))
    same("a view", db.execute("SELECT count(*) FROM starred WHERE file LIKE 'moved/%'").fetchone(), (moved,))
    same("a trigger", db.execute("SELECT count(*) FROM log WHERE text LIKE 'moved/%'").fetchone(), (moved,))
    same("a foreign key", db.execute("SELECT count(*) FROM remark WHERE article IS NULL").fetchone(), (1,))
    same("a check", message_of(lambda: db.execute("UPDATE news SET stars = 9")),
         "CHECK constraint failed: stars BETWEEN 1 AND 5")
    same("all is sound", is_sound(db), True)


def test_without_the_extension(folder):
    """The table of REFERENCE.md; and how a copy is given away."""
    write_articles(folder / "posts", range(5))
    path = folder / "store.db"
    db = connect(path)
    sync(db, str(folder / "posts"))
    db.execute("ALTER TABLE news ADD COLUMN note")
    missing = "no such tokenizer: cjk"
    answers = [("SELECT title FROM news, news_stock", None), ("UPDATE news SET note = 1", None),
               ("SELECT rowid FROM news_fts WHERE news_fts MATCH 'x'", missing),
               ("UPDATE news SET title = 'x'", missing), ("DELETE FROM news", missing),
               ("ALTER TABLE news ADD COLUMN more", None), ("VACUUM", None), ("PRAGMA integrity_check", None),
               ("SELECT articles_sync('news')", "no such function: articles_sync")]
    if sqlite3.sqlite_version_info[:2] in ((3, 40), (3, 53)):
        answers.append(("DROP TABLE news_fts", missing if sqlite3.sqlite_version_info[1] == 40 else None))
    for sql, answer in answers:
        plain = sqlite3.connect(path, isolation_level=None)
        same(f"without the extension: {sql}", message_of(lambda sql=sql, plain=plain: plain.execute(sql).fetchall()), answer)
    copy = folder / "copy.db"
    db.execute("VACUUM INTO ?", [str(copy)])
    given = connect(copy)
    for event in ("insert", "update", "delete"):
        given.execute(f"DROP TRIGGER news_fts_{event}")
    given.execute("DROP TABLE IF EXISTS news_fts")
    given.close()
    plain = sqlite3.connect(copy, isolation_level=None)
    same("a copy without the index can be written", plain.execute("UPDATE news SET title = 'x'").rowcount, 5)


class Opened:
    """The names of the files in a folder that were opened, by inotify."""

    IN_OPEN, IN_ISDIR = 0x20, 0x40000000

    def __init__(self, folders):
        libc = ctypes.CDLL(None, use_errno=True)
        self.fd = libc.inotify_init1(os.O_NONBLOCK)
        for folder in folders:
            libc.inotify_add_watch(self.fd, os.fsencode(folder), self.IN_OPEN)

    def names(self):
        names = []
        try:
            while True:
                events = os.read(self.fd, 1 << 16)
                while events:
                    _, mask, _, size = struct.unpack_from("iIII", events)
                    if not mask & self.IN_ISDIR:
                        names.append(events[16:16 + size].rstrip(b"\0").decode())
                    events = events[16 + size:]
        except BlockingIOError:
            return names


def test_opened_files(folder):
    root = folder / "posts"
    write_articles(root, range(300))
    db = connect(folder / "store.db")
    sync(db, str(root))
    time.sleep(3.1)
    sync(db)
    opened = Opened(sorted(root.iterdir()))
    sync(db)
    same("a sync with nothing to do opens no file", opened.names(), [])
    write_articles(root, [77], "changed")
    opened.names()
    same("one file has changed", sync(db), counts(updated=1, unchanged=299))
    same("it alone is opened", opened.names(), ["00077.md"])


def main():
    for test in (test_interrupts, test_full_disk, test_failing_statements, test_failing_rows, test_kills,
                 test_two_processes, test_locks, test_wal, test_what_the_user_added,
                 test_without_the_extension, test_opened_files):
        folder = Path(tempfile.mkdtemp(prefix="articles_sync_safety."))
        try:
            test(folder)
        finally:
            shutil.rmtree(folder)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
