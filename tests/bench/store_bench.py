#!/usr/bin/python3
"""Measures articles_sync() over generated files, beside the walk of the files and the index alone.

    store_bench.py DIRECTORY [RUNS]     the directory is that of tests/bench/run.sh

- first sync, beside the insertion of the same titles and texts from memory into the same FTS5 table, in one transaction, and
  into one that keeps the texts itself;
- a sync with nothing to do, beside SELECT sum(size) FROM articles(DIRECTORY), which walks and stats, and beside scandir and stat;
- a sync after one file of all has changed; the peak memory of a first sync.

Each figure is the median of RUNS (default 5); those that are compared are measured in turn.
"""

import os
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

EXTENSION = os.environ["ARTICLES_EXTENSION"]


def connect(path):
    db = sqlite3.connect(path, isolation_level=None)
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    return db


def seconds(call):
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def remove(path):
    for name in (path, f"{path}-journal", f"{path}-wal"):
        Path(name).unlink(missing_ok=True)


def first_sync(path, directory):
    remove(path)
    db = connect(path)
    return seconds(lambda: db.execute("SELECT articles_sync('news', ?)", [directory]).fetchall())


def index_alone(path, rows, content=", content='news', content_rowid='id'"):
    remove(path)
    db = connect(path)
    db.execute("CREATE TABLE news(id INTEGER PRIMARY KEY, title TEXT, text TEXT)")
    db.execute(f"CREATE VIRTUAL TABLE f USING fts5(title, text{content}, tokenize='cjk')")

    def insert():
        db.execute("BEGIN")
        db.executemany("INSERT INTO f(rowid, title, text) VALUES (?, ?, ?)", rows)
        db.execute("COMMIT")
    return seconds(insert)


def stat_all(directory):
    with os.scandir(directory) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                stat_all(entry.path)
            else:
                entry.stat(follow_symlinks=False)


def peak_memory(path, directory):
    """Of a process that does nothing but a first sync, in megabytes."""
    remove(path)
    child = os.fork()
    if child == 0:
        connect(path).execute("SELECT articles_sync('news', ?)", [directory]).fetchall()
        print(f"peak memory of a first sync: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB", flush=True)
        os._exit(0)
    os.waitpid(child, 0)


def show(name, times, floor):
    middle, least = statistics.median(times), statistics.median(floor)
    print(f"{name}: {middle * 1000:.1f} ms, floor {least * 1000:.1f} ms, ratio {middle / least:.2f}", flush=True)


def main():
    directory = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory(dir=os.environ.get("STORE_BENCH_FOLDER")) as folder:
        path = os.path.join(folder, "store.db")
        peak_memory(path, directory)
        rows = connect(path).execute("SELECT id, title, text FROM news").fetchall()
        print(f"{len(rows)} files, {sum(len(row[2].encode()) for row in rows) / 1e6:.0f} MB of text", flush=True)
        syncs, index, with_text = [], [], []
        for _ in range(runs):
            syncs.append(first_sync(path, directory))
            index.append(index_alone(path + ".index", rows))
            with_text.append(index_alone(path + ".index", rows, content=""))
        show("first sync, beside the index alone", syncs, index)
        show("first sync, beside an FTS5 table that keeps the texts", syncs, with_text)
        del rows

        db = connect(path)
        time.sleep(3.1)
        db.execute("SELECT articles_sync('news')").fetchall()
        again, walks, stats = [], [], []
        for _ in range(4 * runs):
            again.append(seconds(lambda: db.execute("SELECT articles_sync('news')").fetchall()))
            walks.append(seconds(lambda: db.execute("SELECT sum(size) FROM articles(?)", [directory]).fetchall()))
            stats.append(seconds(lambda: stat_all(directory)))
        show("nothing to do, beside walk and stat by articles()", again, walks)
        show("nothing to do, beside os.scandir and stat", again, stats)
        changed = []
        one = db.execute("SELECT file FROM news ORDER BY id LIMIT 1 OFFSET 777").fetchone()[0]
        for _ in range(runs):
            os.utime(os.path.join(directory, one))
            changed.append(seconds(lambda: db.execute("SELECT articles_sync('news')").fetchall()))
        show("one file touched, beside walk and stat by articles()", changed, walks)


if __name__ == "__main__":
    main()
