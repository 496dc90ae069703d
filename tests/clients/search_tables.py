#!/usr/bin/python3
"""The tokenizer cjk in every form of FTS5 table, from Python and from the sqlite3 shell."""

import os
import shutil
import sqlite3
import subprocess
import sys

EXTENSION = os.environ["ARTICLES_EXTENSION"]
failures = 0


def check(name, passed, detail=""):
    global failures
    print(("ok      " if passed else "FAILED  ") + name)
    if not passed:
        failures += 1
        print(detail)


FORMS = r"""
CREATE TABLE post(id INTEGER PRIMARY KEY, title TEXT, text TEXT);
INSERT INTO post VALUES (1, '贵州茅台', '酿酒行业，股价 PCB板 running'), (2, '五粮液', '信息消费；一　心　堂 Café'),
  (3, 'Hello', '國內 ＰＣＢ 600519');
CREATE VIRTUAL TABLE plain USING fts5(title, text, tokenize='cjk');
INSERT INTO plain(rowid, title, text) SELECT * FROM post;
CREATE VIRTUAL TABLE contentless USING fts5(title, text, content='', tokenize='cjk');
INSERT INTO contentless(rowid, title, text) SELECT * FROM post;
CREATE VIRTUAL TABLE external USING fts5(title, text, content='post', content_rowid='id', tokenize='cjk');
INSERT INTO external(external) VALUES ('rebuild');
INSERT INTO external(external) VALUES ('integrity-check');
CREATE VIRTUAL TABLE prefixed USING fts5(title, text, prefix='1 2 3', tokenize='cjk');
INSERT INTO prefixed(rowid, title, text) SELECT * FROM post;
CREATE VIRTUAL TABLE stemmed USING fts5(title, text, tokenize='porter cjk simplified 1');
INSERT INTO stemmed(rowid, title, text) SELECT * FROM post;
CREATE VIRTUAL TABLE columns USING fts5(title, text, detail='column', tokenize='cjk');
INSERT INTO columns(rowid, title, text) SELECT * FROM post;
CREATE VIRTUAL TABLE bare USING fts5(title, text, detail='none', tokenize='cjk');
INSERT INTO bare(rowid, title, text) SELECT * FROM post;
"""
# (table, query, rows); the rows that MATCH finds, joined by blanks.
SEARCHES = [(table, query, rows) for table in ("plain", "contentless", "external", "prefixed", "stemmed")
            for query, rows in (("茅台", "1"), ("消费", "2"), ("一心堂", "2"), ("pcb", "1 3"), ("caf*", "2"),
                                ("600519", "3"), ("行业股价", ""), ("title : 五粮", "2"), ("\"行业，股价\"", "1"))] + [
    ("stemmed", "run", "1"), ("stemmed", "国内", "3"), ("plain", "国内", ""),
    ("columns", "茅", "1"), ("columns", "text : pcb", "1 3"), ("columns", "茅 AND 台", "1"),
    ("bare", "茅", "1"), ("bare", "pcb", "1 3"), ("bare", "茅 AND 台", "1")]
FAILURES = [("columns", "茅台", "fts5: phrase queries are not supported (detail!=full)"),
            ("bare", "茅台", "fts5: phrase queries are not supported (detail!=full)"),
            ("bare", "title : 茅", "fts5: column queries are not supported (detail=none)")]


def forms_in_python():
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    db.executescript(FORMS)
    wrong = []
    for table, query, rows in SEARCHES:
        found = " ".join(str(row) for (row,) in db.execute(f"SELECT rowid FROM {table}(?) ORDER BY rowid", (query,)))
        if found != rows:
            wrong.append((table, query, found))
    for table, query, message in FAILURES:
        try:
            wrong.append((table, query, db.execute(f"SELECT rowid FROM {table}(?)", (query,)).fetchall()))
        except sqlite3.Error as error:
            if str(error) != message:
                wrong.append((table, query, str(error)))
    check(f"{len(SEARCHES) + len(FAILURES)} searches of seven forms of table, in Python", not wrong, wrong)


def forms_in_the_shell():
    def run(sql):
        path = EXTENSION.replace("\\", "\\\\").replace('"', '\\"')
        done = subprocess.run(["sqlite3", "-batch", "-init", "/dev/null", ":memory:"], timeout=120,
                              input=f'.load "{path}"\n{FORMS}{sql}'.encode(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return done.stdout.decode()
    quoted = lambda text: "'" + text.replace("'", "''") + "'"
    output = run("\n".join(f"SELECT ifnull(group_concat(rowid, ' '), '') FROM (SELECT rowid FROM {table}({quoted(query)}) "
                           "ORDER BY rowid);" for table, query, _ in SEARCHES))
    check(f"{len(SEARCHES)} searches of seven forms of table, in the shell",
          output.splitlines() == [rows for _, _, rows in SEARCHES], output)
    for table, query, message in FAILURES:
        output = run(f"SELECT rowid FROM {table}({quoted(query)});")
        check(f"the shell says what {table} lacks for {query}", message in output, output)


def main():
    if not hasattr(sqlite3.Connection, "enable_load_extension"):
        print("skipped: this Python's sqlite3 cannot load extensions")
        return 77
    forms_in_python()
    if shutil.which("sqlite3"):
        forms_in_the_shell()
    else:
        print("skipped: the sqlite3 shell is not installed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
