#!/usr/bin/python3
"""Checks that every visible word of a Markdown source occurs in the column text.

Reads every eighth file of four folders of ARTICLES_CORPORA; without them the test is skipped.
"""

import os
import re
import sqlite3
import sys

EXTENSION = os.environ["ARTICLES_EXTENSION"]
CORPORA = os.environ.get("ARTICLES_CORPORA", "")
FOLDERS = ("yihui", "rustblog", "hugodocs", "hexosite")
LEAST_FILES = 500

# Invisible parts: comments, scripts, styles, closed details; images; targets and definitions of links; labels of footnotes; tags; list
# numbers; the language of a code block; character references and escapes.
NOT_SHOWN = re.compile(
    r"<!--.*?-->|<script.*?</script>|<style.*?</style>|<details.*?</details>"
    r"|!\[[^\]]*\](\([^)]*\)|\[[^\]]*\])?|\]\(([^()]|\([^()]*\))*\)|\]\[[^\]]*\]"
    r"|\[\^[^\]\s]+\]:?|^ *\[[^\]\n]+\]: *[^\n]*|<[a-zA-Z/!][^>]*>|^[ >]*[0-9]+[.)](?=\s)|^[ >]*(```|~~~)[^\n]*"
    r"|&[a-zA-Z]+;|&#[0-9xa-fA-F]+;|\\[a-z]+",
    re.S | re.M)
WORD = re.compile(r"[0-9A-Za-z\u0080-\U0010ffff]+")


def missing_words(body, text):
    seen = set(WORD.findall(text))
    words = WORD.findall(NOT_SHOWN.sub(" ", body))
    return [word for word in words if word not in seen and word not in text]


def main():
    if not os.path.isdir(CORPORA):
        print(f"skipped: there are no corpora in '{CORPORA}'")
        sys.exit(77)
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    files = failures = 0
    for folder in FOLDERS:
        rows = db.execute("SELECT file, body, text FROM articles(?) WHERE html <> body", (f"{CORPORA}/{folder}",))
        for number, (file, body, text) in enumerate(rows):
            if number % 8 != 0:
                continue
            files += 1
            missing = missing_words(body, text)
            if missing:
                failures += 1
                print(f"{folder}/{file}: {' '.join(missing)[:300]}")
    print(f"{files} files, {failures} with a word missing")
    sys.exit(0 if failures == 0 and files >= LEAST_FILES else 1)


if __name__ == "__main__":
    main()
