#!/usr/bin/python3
"""Checks that a query gives the same rows in the sqlite3 shell and in Python's sqlite3 module."""
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

SKIPPED = 77
SOURCE = Path(os.environ["ARTICLES_SOURCE"]).resolve()
EXTENSION = os.environ["ARTICLES_EXTENSION"]
CORPORA = os.environ.get("ARTICLES_CORPORA", "")

# DIR stands for the directory. Every query has an ORDER BY and distinct column names.
QUERIES = {
    "every column": "SELECT a.*, a.dir, a.glob, a.body, a.html, a.fingerprint, a.problems "
                    "FROM articles(DIR) AS a ORDER BY a.file",
    "every column, by rowid": "SELECT a.rowid AS id, a.* FROM articles(DIR) AS a ORDER BY a.rowid",
    "group": "SELECT date(a.date, '+8 hours') AS day, count(*) AS articles, "
             "sum(length(a.text)) AS characters, group_concat(a.error, '; ') AS errors "
             "FROM articles(DIR) AS a GROUP BY day ORDER BY day",
    "join": "SELECT s.value AS code, stock_code(s.value) AS same, count(*) AS articles, "
            "max(a.date) AS newest FROM articles(DIR) AS a, json_each(a.stocks) AS s "
            "GROUP BY s.value ORDER BY articles DESC, code",
}


def from_shell(query):
    """The rows as lists of (column name, value) pairs."""
    path = EXTENSION.replace("\\", "\\\\").replace('"', '\\"')
    script = f'.bail on\n.load "{path}"\n.mode json\n{query};\n'
    done = subprocess.run(["sqlite3", "-batch", "-init", "/dev/null", ":memory:"], timeout=300,
                          input=script.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode or done.stderr:
        raise RuntimeError(f"sqlite3: exit code {done.returncode}: {done.stderr.decode()}")
    text = done.stdout.decode()  # strict: the output must be UTF-8
    return json.loads(text, object_pairs_hook=list) if text else []


def from_python(query):
    connection = sqlite3.connect(":memory:")
    try:
        connection.enable_load_extension(True)
        connection.load_extension(EXTENSION)
        cursor = connection.execute(query)
        names = [column[0] for column in cursor.description]
        return [list(zip(names, row)) for row in cursor]
    finally:
        connection.close()


def first_difference(shell, python):
    if len(shell) != len(python):
        return f"{len(shell)} rows in the shell, {len(python)} in Python"
    for number, (one, other) in enumerate(zip(shell, python)):
        for left, right in zip(one, other):
            if left != right:
                return f"row {number}: shell {left!r:.300}, Python {right!r:.300}"
    return "rows of different length"


def main():
    if not shutil.which("sqlite3"):
        print("skipped: the sqlite3 shell is not installed")
        return SKIPPED
    if not hasattr(sqlite3.Connection, "enable_load_extension"):
        print("skipped: this Python's sqlite3 cannot load extensions")
        return SKIPPED
    print("Python's SQLite", sqlite3.sqlite_version, "and the shell's",
          subprocess.run(["sqlite3", "--version"], stdout=subprocess.PIPE,
                         check=True).stdout.decode().split()[0])

    directories = [SOURCE / "examples/posts"]
    for name in ("seed", "rsshub"):
        if CORPORA and (Path(CORPORA) / name).is_dir():
            directories.append((Path(CORPORA) / name).resolve())
        else:
            print(f"skipped the corpus {name}: ARTICLES_CORPORA does not have it")

    failures = 0
    for directory in directories:
        literal = "'" + str(directory).replace("'", "''") + "'"
        for name, query in QUERIES.items():
            shell = from_shell(query.replace("DIR", literal))
            python = [list(row) for row in from_python(query.replace("DIR", literal))]
            # Two empty results would prove nothing.
            same = shell == python and bool(python)
            print("ok     " if same else "FAILED ", f"{directory.name}: {name}, {len(python)} rows")
            if not same:
                failures += 1
                print(first_difference(shell, python) if python else "no rows")
    return 1 if failures else 0


sys.exit(main())
