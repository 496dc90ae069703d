#!/usr/bin/python3
"""Prints one hash per corpus folder over every column of every row and over the functions of html.

Two builds that print the same lines show the same rows: run this before and after a change that
must not change the output.

  corpus_hashes.py [--dump DIR] [EXTENSION [FOLDER...]]

EXTENSION is the path of articles.so, without or with its suffix (default: build/release/articles).
FOLDER is a directory of articles (default: each folder of ARTICLES_CORPORA, the examples, and the
corpus of tests/bench/run.sh where it was made). With --dump each row is also written to
DIR/FOLDER.jsonl, so that `diff` shows what differs.

Left out: mtime and fingerprint, which depend on when the files were written, and dir.
"""
import hashlib
import json
import os
import sqlite3
import sys

TOP = os.path.realpath(os.path.join(os.path.dirname(__file__), '..', '..'))
LEFT_OUT = {'dir', 'glob', 'options', 'mtime', 'fingerprint'}
FUNCTIONS = ['stock_codes(html)', 'byline(html)', 'html_text(html)', "html_count(html, 'a[href]')",
             "html_remove(html, 'a, b > i, .x')", 'front_matter(body)', 'markdown_html(body)',
             'strip_html(body)']
LISTS = ['SELECT * FROM stock_mentions(?)', 'SELECT * FROM html_links(?)',
         'SELECT * FROM html_images(?)', "SELECT * FROM html_each(?, 'h1, h2, li, td')"]


def corpora():
    root = os.environ.get('ARTICLES_CORPORA') or os.path.join(TOP, '..', 'shared', 'corpora')
    folders = [os.path.join(root, name) for name in sorted(os.listdir(root))] if os.path.isdir(root) else []
    folders += [os.path.join(TOP, 'examples', 'posts'), os.path.join(TOP, 'build', 'bench-corpus')]
    return [folder for folder in folders if os.path.isdir(folder)]


def rows(connection, folder):
    """The rows of the folder as lists of values, then those of the functions of each body."""
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_xinfo('articles')")]
    columns = ['rowid'] + [f'"{name}"' for name in columns if name not in LEFT_OUT]
    bodies = []
    # The directory is given as `.`: rowid must not depend on where the checkout is.
    os.chdir(folder)
    for row in connection.execute(f"SELECT {', '.join(columns)} FROM articles('.', '**')"):
        yield row
        if row[columns.index('"html"')] is not None:
            bodies.append((row[columns.index('"html"')], row[columns.index('"body"')]))
    for html, body in bodies:
        yield connection.execute(
            f"WITH b(html, body) AS (VALUES (?, ?)) SELECT {', '.join(FUNCTIONS)} FROM b", (html, body)).fetchone()
        for statement in LISTS:
            yield from connection.execute(statement, (html,))


def main(arguments):
    dump = None
    if arguments[:1] == ['--dump']:
        dump = os.path.abspath(arguments[1])
        os.makedirs(dump, exist_ok=True)
        arguments = arguments[2:]
    extension = os.path.abspath(arguments[0] if arguments else os.path.join(TOP, 'build', 'release', 'articles'))
    folders = [os.path.abspath(folder) for folder in arguments[1:]] or corpora()
    connection = sqlite3.connect(':memory:')
    connection.enable_load_extension(True)
    connection.load_extension(extension)
    for folder in folders:
        name = os.path.basename(folder)
        digest, count = hashlib.sha256(), 0
        out = open(os.path.join(dump, name + '.jsonl'), 'w', encoding='utf-8') if dump else None
        for row in rows(connection, folder):
            line = json.dumps(row, ensure_ascii=False)
            digest.update(line.encode('utf-8', 'surrogatepass') + b'\n')
            count += 1
            if out:
                out.write(line + '\n')
        print(f'{digest.hexdigest()[:32]}  {count:8} rows  {name}', flush=True)


if __name__ == '__main__':
    main(sys.argv[1:])
