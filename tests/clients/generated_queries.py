#!/usr/bin/python3
"""Pushdown changes no answer.

Generated queries run over the table, over one with pushdown=0 and over a plain copy, and must give the same rows. The
same sources must also pass ternary logic partitioning (https://dl.acm.org/doi/10.1145/3428279): for a condition p,
the rows where p, where NOT p and where p IS NULL together are all rows. The directories are examples/posts and, if
ARTICLES_CORPORA has it, hexosite.
"""

import os
import random
import sqlite3
import sys

EXTENSION = os.environ["ARTICLES_EXTENSION"]
SOURCE = os.environ["ARTICLES_SOURCE"]
CORPORA = os.environ.get("ARTICLES_CORPORA", "")
# Of the small and of the large directory, where a partition reads all files a dozen times.
QUERIES = (400, 150)
PARTITIONS = (400, 6)
INTEGERS = ("rowid", "size", "mtime", "comments", "draft")
PUSHED = ("file", "size", "mtime", "title", "author", "date", "draft", "rowid")
DATES = ("date", "updated")


def column_names():
    """rowid and all columns but the arguments."""
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    arguments = ("dir", "glob", "options", "extra")
    return ("rowid", *(name for (name,) in db.execute("SELECT name FROM articles_help WHERE kind = 'column'")
                       if name not in arguments))


COLUMNS = column_names()


def quoted(value):
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, (int, float)) else "'" + value.replace("'", "''") + "'"


class Generator:
    def __init__(self, db, seed):
        self.random = random.Random(seed)
        self.values = {column: [row[0] for row in db.execute(f"SELECT {column} FROM plain ORDER BY file")]
                       for column in COLUMNS}

    def value(self, column, whole=False):
        """An operand. A date is compared with nothing but dates; for = and IN it must be whole."""
        value = self.random.choice(self.values[column])
        kind = self.random.random()
        if kind < 0.06:
            return "NULL"
        if column in DATES:
            value = value or "2021-08-05 10:00:00"
            return quoted(value if whole or kind < 0.5 else value[:self.random.randrange(0, 20)])
        if kind < 0.12:
            return self.random.choice(("5", "'5'", "1.5", "''", "x'41'", "'\u4e2d'", "-1", "9e99"))
        if kind < 0.2 and isinstance(value, int):
            return self.random.choice((f"'{value}'", f"{value}.0", f"{value}.5"))
        if kind < 0.3 and isinstance(value, str):
            return quoted(value[:self.random.randrange(1, 12)])
        return quoted(value)

    def term(self, columns=PUSHED):
        column = self.random.choice(columns)
        kind = self.random.randrange(9)
        if kind < 3:
            operator = self.random.choice(("=", "<", "<=", ">", ">=", "<>", "IS"))
            return f"{column} {operator} {self.value(column, operator == '=')}"
        if kind == 3:
            values = ", ".join(self.value(column, True) for _ in range(self.random.randrange(1, 5)))
            return f"{column} {self.random.choice(('IN', 'IN', 'NOT IN'))} ({values})"
        if kind == 4:
            return f"{column} BETWEEN {self.value(column)} AND {self.value(column)}"
        if kind == 5:
            prefix = str(self.random.choice(self.values["file"]))[:self.random.randrange(1, 15)].replace("'", "''")
            return f"file GLOB '{prefix}*'" if self.random.random() < 0.5 else f"file LIKE '{prefix}%'"
        if kind == 6:
            return f"{column} = {self.value(column)} COLLATE NOCASE"
        if kind == 7:
            return f"{column} IN (SELECT {column} FROM plain WHERE size % 3 = 0)"
        return f"{column} IS {self.random.choice(('NULL', 'NOT NULL'))}"

    def condition(self, columns=PUSHED):
        terms = [self.term(columns) for _ in range(self.random.randrange(1, 4))]
        return self.random.choice((" AND ", " AND ", " OR ")).join(terms)

    def query(self):
        kind = self.random.randrange(7)
        order = self.random.choice(("file", "file DESC", "date, file", "title DESC, file", "size, file"))
        if kind == 0:
            limit = f"LIMIT {self.random.randrange(0, 9)} OFFSET {self.random.randrange(0, 5)}"
            return f"SELECT file, title FROM {{}} WHERE {self.condition()} ORDER BY {order} {limit}"
        if kind == 1:
            return f"SELECT DISTINCT author, date FROM {{}} WHERE {self.condition()} ORDER BY 1, 2"
        if kind == 2:
            return (f"SELECT a.file, p.title FROM plain p JOIN {{}} a ON a.file = p.file "
                    f"WHERE a.{self.term_of('size')} ORDER BY 1")
        if kind == 3:
            return (f"SELECT a.file, p.file FROM {{}} a LEFT JOIN plain p ON a.title = p.title AND p.size > 900 "
                    f"WHERE a.{self.term_of('date')} ORDER BY 1, 2")
        if kind == 4:
            return f"SELECT count(*), max(title), min(date) FROM {{}} WHERE {self.condition()}"
        if kind == 5:
            return (f"SELECT file, size FROM {{}} WHERE {self.condition()} UNION ALL "
                    f"SELECT file, size FROM {{}} WHERE {self.condition()} ORDER BY 1, 2")
        return f"SELECT file, size, date FROM {{}} WHERE {self.condition()} ORDER BY {order}"

    def term_of(self, column):
        operator = self.random.choice((">", "<=", "="))
        return f"{column} {operator} {self.value(column, operator == '=')}"


def connect(directory):
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    name = quoted(directory)
    db.execute(f"CREATE VIRTUAL TABLE temp.pushed USING articles({name})")
    db.execute(f"CREATE VIRTUAL TABLE temp.plainly USING articles({name}, pushdown=0)")
    # Declared as the table declares its columns, for the affinities.
    columns = ", ".join(COLUMNS)
    declared = ", ".join(f"{column} {'INTEGER' if column in INTEGERS else 'TEXT'}" for column in COLUMNS)
    db.execute(f"CREATE TABLE plain({declared}, PRIMARY KEY(rowid))")
    db.execute(f"INSERT INTO plain({columns}) SELECT {columns} FROM pushed")
    return db


def two_directories(directories):
    """dir as a value of another table, and as a condition."""
    db = connect(directories[0])
    db.executescript("CREATE TABLE dirs(dir TEXT); CREATE TABLE both(dir TEXT, file TEXT, size INTEGER, title TEXT);")
    for directory in directories:
        db.execute("INSERT INTO dirs VALUES(?)", (directory,))
        db.execute("INSERT INTO both SELECT ?1, file, size, title FROM articles(?1)", (directory,))
    wrong = 0
    for condition in ("size > 2000", "title = (SELECT max(title) FROM both)", "file LIKE '%a%' OR size = 5",
                      "title IN (SELECT title FROM both WHERE size % 7 = 0)"):
        expected = db.execute(f"SELECT dir, file FROM both WHERE {condition} ORDER BY 1, 2").fetchall()
        for source in ("dirs d JOIN articles(d.dir) a", "articles a JOIN dirs d ON a.dir = d.dir",
                       "(SELECT * FROM dirs) d CROSS JOIN articles(d.dir) a"):
            found = db.execute(f"SELECT d.dir, a.file FROM {source} WHERE {condition} ORDER BY 1, 2").fetchall()
            wrong += found != expected
            if found != expected:
                print(f"{source} WHERE {condition}: {len(found)} rows, not {len(expected)}")
    return wrong


def partitions(db, generator, sources, count):
    """How many conditions do not split a source into the rows where they are true, false and NULL."""
    wrong = 0
    total = db.execute("SELECT count(*) FROM plain").fetchone()[0]
    for _ in range(count):
        condition = generator.condition(COLUMNS)
        expected = None
        for source in sources:
            parts = [db.execute(f"SELECT count(*) FROM {source} WHERE {part}").fetchone()[0]
                     for part in (condition, f"NOT ({condition})", f"({condition}) IS NULL")]
            expected = expected or parts
            if sum(parts) != total or parts != expected:
                wrong += 1
                print(f"{source} WHERE {condition}\n  {parts} of {total} rows, not {expected}")
    return wrong


def main():
    directories = [os.path.join(SOURCE, "examples", "posts")]
    if os.path.isdir(os.path.join(CORPORA, "hexosite")):
        directories.append(os.path.join(CORPORA, "hexosite"))
    else:
        print("hexosite is not there: examples/posts alone")
    wrong = with_rows = 0
    for directory in directories:
        db = connect(directory)
        generator = Generator(db, seed=4)
        sources = ["pushed", "plainly", f"articles({quoted(directory)})",
                   f"articles({quoted(directory)}, '', 'pushdown=0')"]
        place = directories.index(directory)
        for _ in range(QUERIES[place]):
            query = generator.query()
            expected = db.execute(query.replace("{}", "plain")).fetchall()
            with_rows += bool(expected)
            for source in sources:
                found = db.execute(query.replace("{}", source)).fetchall()
                if found != expected:
                    wrong += 1
                    print(query.replace("{}", source), f"\n  {len(found)} rows, not {len(expected)}")
        wrong += partitions(db, generator, ["plain"] + sources, PARTITIONS[place])
    wrong += two_directories(directories) if len(directories) == 2 else 0
    print(f"{sum(QUERIES[:len(directories)])} queries, {with_rows} with rows, {sum(PARTITIONS[:len(directories)])} partitions, "
          f"{wrong} answers differ")
    sys.exit(1 if wrong or with_rows < QUERIES[0] // 3 else 0)


if __name__ == "__main__":
    main()
