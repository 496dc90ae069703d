#!/usr/bin/python3
"""A store stays in step with its directory.

Random steps change a directory: files are written, touched, renamed, deleted and made unreadable, folders are moved,
and times are set back. After each step articles_sync() runs, and the store must equal the live table, its index must
pass FTS5's check, and what the user wrote beside an article must still be there. SYNC_STEPS and SYNC_FILES set the
size, SYNC_SEED the seed.
"""

import json
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

EXTENSION = os.environ["ARTICLES_EXTENSION"]
STEPS = int(os.environ.get("SYNC_STEPS", "120"))
FILES = int(os.environ.get("SYNC_FILES", "60"))
NOBODY = 65534
WORDS = "贵州茅台 股价 上涨 sh600519 market news 电池 企业 plan report".split()


def connect(path):
    db = sqlite3.connect(path, isolation_level=None)
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    return db


class Directory:
    """A directory of articles that changes at random."""

    def __init__(self, root, seed):
        self.root = root
        self.random = random.Random(seed)
        self.number = 0
        self.is_open = True  # whether all can be read

    def files(self):
        return [path for path in sorted(self.root.rglob("*")) if path.is_file() and os.access(path, os.R_OK, effective_ids=True)]

    def folders(self):
        return [path for path in sorted(self.root.rglob("*")) if path.is_dir() and os.access(path, os.R_OK, effective_ids=True)]

    def article(self):
        self.number += 1
        words = " ".join(self.random.choices(WORDS, k=8))
        broken = ": " if self.random.random() < 0.3 else ""
        return f"---\ntitle: T{self.number}{broken} {words[:20]}\ndate: 2021-08-05\nslug: s{self.number}\n---\n<p>{words}</p>\n"

    def name(self):
        self.number += 1
        folder = self.random.choice(["", "a/", "a/b/", "c_d/", "c-d/"])
        stem = self.random.choice(["x", "A_B", "a_b", "a-b", "文"])
        return self.root / f"{folder}{stem}{self.number}.md"

    def write(self):
        path = self.name()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.article())

    def change(self):
        self.random.choice(self.files()).write_text(self.article())

    def touch(self):
        os.utime(self.random.choice(self.files()))

    def set_back(self):
        path = self.random.choice(self.files())
        stat = path.stat()
        path.write_text(self.article())
        os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    def rename(self):
        target = self.name()
        target.parent.mkdir(parents=True, exist_ok=True)
        self.random.choice(self.files()).rename(target)

    def move_folder(self):
        folders = self.folders()
        if folders:
            self.number += 1
            self.random.choice(folders).rename(self.root / f"moved{self.number}")

    def delete(self):
        self.random.choice(self.files()).unlink()

    def close(self):
        path = self.random.choice(self.files() + self.folders())
        path.chmod(0)
        self.is_open = False

    def replace_by_directory(self):
        path = self.random.choice(self.files())
        path.unlink()
        path.mkdir()

    def open_again(self):
        for folder, names, files in os.walk(self.root):
            for name in names + files:
                path = Path(folder, name)
                if path.stat().st_mode & 0o400 == 0:
                    path.chmod(0o755)  # before os.walk() enters it
        self.is_open = True

    def step(self):
        action = self.random.choice([self.write, self.write, self.change, self.touch, self.set_back, self.rename,
                                     self.move_folder, self.delete, self.close, self.replace_by_directory])
        try:
            action()
        except PermissionError:  # in a folder that cannot be read
            return None
        return action.__name__


def rows_of(db, sql):
    return db.execute(sql).fetchall()


def check(db, root, notes, is_open):
    columns = [name for (name, hidden) in db.execute("SELECT name, hidden FROM pragma_table_xinfo('live')")
               if not hidden or name in ("problems", "fingerprint")]
    listed = ", ".join(f'"{name}"' for name in columns)
    if is_open:  # else some rows are kept as they were
        stored = rows_of(db, f"SELECT {listed} FROM news ORDER BY file")
        live = rows_of(db, f"SELECT {listed} FROM live ORDER BY file")
        if stored != live:
            difference = [pair for pair in zip(stored, live) if pair[0] != pair[1]][:2]
            return f"store and live table differ: {len(stored)} and {len(live)} rows, {difference}"
    db.execute("INSERT INTO news_fts(news_fts, rank) VALUES ('integrity-check', 1)")
    codes = rows_of(db, "SELECT count(*) FROM (SELECT n.id, c.key, c.value FROM news n, json_each(n.stocks) c "
                        "EXCEPT SELECT article, position, code FROM news_stock)")
    extra = rows_of(db, "SELECT (SELECT count(*) FROM news_stock) - (SELECT count(*) FROM news n, json_each(n.stocks))")
    if codes != [(0,)] or extra != [(0,)]:
        return "news_stock is not in step"
    for id, note in rows_of(db, "SELECT id, note FROM news WHERE note IS NOT NULL"):
        if notes.get(id) != note:
            return f"the note of {id} is {note}, not {notes.get(id)}"
    return None


def run(folder, seed):
    root = folder / "posts"
    root.mkdir()
    directory = Directory(root, seed)
    for _ in range(FILES):
        directory.write()
    db = connect(folder / "store.db")
    db.execute("SELECT articles_sync('news', ?, 'slug TEXT')", [str(root)])
    db.execute(f"CREATE VIRTUAL TABLE temp.live USING articles('{root}', slug TEXT)")
    db.execute("ALTER TABLE news ADD COLUMN note TEXT")
    db.execute("CREATE INDEX by_note ON news(note)")
    notes = {}
    totals = {}
    for step in range(STEPS):
        ids = [id for (id,) in db.execute("SELECT id FROM news ORDER BY id")]
        noted = directory.random.choice(ids)
        notes[noted] = f"note {step}"
        db.execute("UPDATE news SET note = ? WHERE id = ?", [notes[noted], noted])
        if directory.random.random() < 0.4:
            directory.open_again()
        if step % 30 == 29:
            time.sleep(3.1)  # then files are not recent any more, and only those that change are read
        actions = [directory.step() for _ in range(directory.random.choice([1, 1, 2, 5]))]
        if not directory.files():
            directory.write()
        result = json.loads(db.execute("SELECT articles_sync('news', NULL, 'shrink=1')").fetchone()[0])
        for name, count in result.items():
            totals[name] = totals.get(name, 0) + count
        wrong = check(db, root, notes, directory.is_open)
        if wrong:
            print(f"seed {seed}, step {step}, {actions}: {wrong}")
            return 1
    if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        print("the database is damaged")
        return 1
    kept = db.execute("SELECT count(*) FROM news WHERE note IS NOT NULL").fetchone()[0]
    print(f"{STEPS} steps: {totals}; {kept} notes are with their articles")
    return 0 if kept else 1


def main():
    seed = int(os.environ.get("SYNC_SEED", "1"))
    folder = Path(tempfile.mkdtemp(prefix="articles_sync."))
    try:
        if os.geteuid() == 0:  # root may read everything
            os.chown(folder, NOBODY, NOBODY)
            os.setegid(NOBODY)
            os.seteuid(NOBODY)
        return run(folder, seed)
    finally:
        if os.geteuid() == NOBODY:
            os.seteuid(0)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
