#!/usr/bin/python3
"""Chinese full-text search in FTS5 by four tokenizers, over the same text in one run: the table of README.md.

    python3 tests/bench/search_bench.py [DIRECTORY] [--copies N]

DIRECTORY holds articles (default: the Chinese ones of yihui below ARTICLES_CORPORA); with --copies their shuffled
paragraphs make that many times as many documents. ARTICLES_EXTENSION is the module (default
build/release/articles); build/release/tests/search_bench, if built, adds the speed of the tokenizer alone beside memchr.

Each index is contentless, with the ids 1, 2, 3 … (and once with hashed ones), and optimized. Times are processor time;
that of a query is the median of nine runs that count the rows. What is right is what LIKE finds in the text without
blanks, for a reader does not see them between two characters.
"""

import argparse
import os
import random
import re
import sqlite3
import statistics
import subprocess
import tempfile
import time

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
QUERIES = ["的", "统计", "数据分析", "回归模型"]
CJK = re.compile("([\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003fffd])")
# name, tokenize, what is inserted, what is searched
METHODS = [
    ("cjk", "cjk", lambda text: text, lambda query: f'"{query}"'),
    ("one character a token by unicode61, spaced text", "unicode61", lambda text: CJK.sub(r" \1 ", text),
     lambda query: '"' + CJK.sub(r" \1 ", query) + '"'),
    ("trigram", "trigram", lambda text: text, lambda query: f'"{query}"'),
    ("unicode61", "unicode61", lambda text: text, lambda query: f'"{query}"'),
]


def connect(file, extension):
    db = sqlite3.connect(file)
    db.enable_load_extension(True)
    db.load_extension(extension)
    return db


def median_ms(run):
    times = []
    for _ in range(9):
        start = time.process_time()
        rows = run()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000, rows


def shuffled(texts, copies):
    """As many documents as `copies` of the texts have, of their paragraphs in another order."""
    rng = random.Random(1)
    paragraphs = [paragraph for text in texts for paragraph in text.split("\n\n")]
    documents = list(texts)
    for _ in range(copies - 1):
        rng.shuffle(paragraphs)
        step = max(1, len(paragraphs) // len(texts))
        documents += ["\n\n".join(paragraphs[at:at + step]) for at in range(0, len(paragraphs), step)]
    return documents


def build(extension, directory, tokenize, texts, ids):
    """The index in a file of its own: a connection, its size and the seconds of the insertion."""
    db = connect(os.path.join(directory, f"{len(os.listdir(directory))}.db"), extension)
    db.execute(f"CREATE VIRTUAL TABLE s USING fts5(text, content='', tokenize='{tokenize}')")
    start = time.process_time()
    db.executemany("INSERT INTO s(rowid, text) VALUES(?, ?)", zip(ids, texts))
    db.commit()
    seconds = time.process_time() - start
    db.execute("INSERT INTO s(s) VALUES('optimize')")
    db.commit()
    db.execute("VACUUM")
    (size,), = db.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    return db, size, seconds


def main():
    parser = argparse.ArgumentParser()
    corpora = os.environ.get("ARTICLES_CORPORA", "")
    parser.add_argument("directory", nargs="?", default=os.path.join(corpora, "yihui/content/cn"))
    parser.add_argument("--copies", type=int, default=1)
    arguments = parser.parse_args()
    extension = os.environ.get("ARTICLES_EXTENSION", os.path.join(TOP, "build/release/articles"))
    memory = connect(":memory:", extension)
    texts = [text for (text,) in memory.execute("SELECT text FROM articles(?) WHERE text IS NOT NULL",
                                                (arguments.directory,))]
    texts = shuffled(texts, arguments.copies)
    size = sum(len(text.encode()) for text in texts)
    print(f"SQLite {sqlite3.sqlite_version}, {len(texts)} documents, {size / 1e6:.1f} MB of UTF-8\n")

    memory.execute("CREATE TABLE plain(id INTEGER PRIMARY KEY, text)")
    memory.executemany("INSERT INTO plain(text) VALUES(?)", ((text,) for text in texts))
    memory.execute("CREATE TABLE squeezed(text)")
    memory.executemany("INSERT INTO squeezed VALUES(?)", ((re.sub("[ \u00a0\u3000]", "", text),) for text in texts))
    right = [memory.execute("SELECT count(*) FROM squeezed WHERE text LIKE ?", (f"%{q}%",)).fetchone()[0] for q in QUERIES]

    print("| tokenizer | index / text | insert, s | " + " | ".join(QUERIES) + " |")
    print("| --- | --- | --- |" + " --- |" * len(QUERIES))
    ids = range(1, len(texts) + 1)
    with tempfile.TemporaryDirectory() as directory:
        for name, tokenize, prepared, quoted in METHODS:
            inserted = [prepared(text) for text in texts]
            db, index, seconds = build(extension, directory, tokenize, inserted, ids)
            cells = []
            for query, wanted in zip(QUERIES, right):
                took, rows = median_ms(lambda: db.execute("SELECT count(*) FROM s WHERE s MATCH ?",
                                                          (quoted(query),)).fetchone()[0])
                cells.append(f"{took:.2f} ms, {rows} of {wanted}")
            print(f"| {name} | {index / size:.2f} | {seconds:.1f} | " + " | ".join(cells) + " |", flush=True)
            db.close()
        cells = []
        for query, wanted in zip(QUERIES, right):
            took, rows = median_ms(lambda: memory.execute("SELECT count(*) FROM plain WHERE text LIKE ?",
                                                          (f"%{query}%",)).fetchone()[0])
            cells.append(f"{took:.2f} ms, {rows} of {wanted}")
        print("| LIKE, no index | 0 | 0 | " + " | ".join(cells) + " |")
        rng = random.Random(1)
        _, index, _ = build(extension, directory, "cjk", texts, sorted(rng.getrandbits(53) for _ in ids))
        print(f"\ncjk with hashed ids: {index / size:.2f} of the text", flush=True)

    bench = os.path.join(TOP, "build/release/tests/search_bench")
    if os.path.exists(bench):
        print(flush=True)
        subprocess.run([bench, "--benchmark_color=false"], check=True)


if __name__ == "__main__":
    main()
