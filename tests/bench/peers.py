"""Counts titles and texts of a directory of articles with PyYAML and lxml; peers.sh runs it.

    peers.py POSTS OURS.json
"""

import json
import pathlib
import sys
import time

import lxml.html
import yaml


def documents(posts):
    for file in pathlib.Path(posts).rglob("*.md"):
        _, block, body = file.read_text(encoding="utf-8").lstrip().split("---\n", 2)
        yield block, body


def titles(posts):
    count = 0
    for block, _ in documents(posts):
        try:
            count += "title" in yaml.load(block, Loader=yaml.CSafeLoader)
        except yaml.YAMLError:
            pass  # a malformed block has no title
    return count


def texts(posts):
    return sum(bool(lxml.html.fromstring(body).text_content().strip()) for _, body in documents(posts))


def main():
    posts, ours = sys.argv[1:]
    with open(ours, encoding="utf-8") as file:
        report = json.load(file)
    for column, name, run in (("title", "PyYAML CSafeLoader", titles), ("text", "lxml", texts)):
        start = time.perf_counter()
        answer = run(posts)
        taken = (time.perf_counter() - start) * 1e3
        mine = next(query["ms"] for query in report["queries"] if f"octets({column})" in query["sql"])
        verdict = "right" if answer == report["files"] else f"wrong: {answer} of {report['files']}"
        print(f"{column + ': ' + name:40} {taken:9.0f} ms, {taken / mine:6.1f} x sqlite-articles, {verdict}")


main()
