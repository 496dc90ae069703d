#!/usr/bin/python3
"""Compares the delimiters of front matter with hexo-front-matter, gray-matter and js-yaml from npm.

Each case of tests/data/front_matter/delimiters.json has a text, the expected front matter and body, and a reason for
each package that reads the text differently. A difference without a reason is a failure, and so is a reason without
a difference. ARTICLES_NPM is the folder that `npm install` filled (tests/run-all.sh); without it the test is skipped.
"""

import json
import os
import sqlite3
import subprocess
import sys

SOURCE = os.environ.get("ARTICLES_SOURCE", ".")
NPM = os.environ.get("ARTICLES_NPM", "")
CASES = os.path.join(SOURCE, "tests/data/front_matter/delimiters.json")
PEERS = ("hexo", "gray", "yaml")


def as_text(value):
    """The value with scalars as text, because only delimiters are compared, not the types of scalars."""
    if isinstance(value, dict):
        return {key: as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_text(one) for one in value]
    return "" if value is None else str(value)


def agrees(peer, case):
    if "error" in peer:
        return False
    same_fields = as_text(peer["fields"]) == as_text(case["front_matter"])
    return same_fields and peer.get("body", case["body"]) == case["body"]


def main():
    if not os.path.isdir(os.path.join(NPM, "node_modules")):
        print(f"skipped: no npm packages at '{NPM}'")
        sys.exit(77)
    with open(CASES, encoding="utf-8") as file:
        cases = json.load(file)
    script = os.path.join(SOURCE, "tests/clients/delimiters.mjs")
    done = subprocess.run(["node", script, NPM, CASES], stdout=subprocess.PIPE, check=True)
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(os.environ["ARTICLES_EXTENSION"])
    wrong = []
    counts = dict.fromkeys(PEERS, 0)
    for case, peers in zip(cases, json.loads(done.stdout), strict=True):
        fields, body = db.execute("SELECT front_matter(?1), article_body(?1)", (case["text"],)).fetchone()
        if (json.loads(fields, parse_float=str), body) != (case["front_matter"], case["body"]):
            wrong.append(f"{case['name']}: the extension reads {fields} and the body {body!r}")
        for name in PEERS:
            peer = peers.get(name)
            if peer is None:
                continue
            same, reason = agrees(peer, case), case.get("differs", {}).get(name)
            counts[name] += same
            if same == (reason is not None):
                wrong.append(f"{case['name']}: {name} {'agrees, although a reason is given' if same else f'reads {peer}'}")
    print("\n".join(wrong))
    print(f"{len(cases)} texts; read in the same way by: " + ", ".join(f"{name} {counts[name]}" for name in PEERS))
    sys.exit(1 if wrong or len(cases) < 20 else 0)


if __name__ == "__main__":
    main()
