#!/usr/bin/python3
"""markdown_html() beside the examples of the specifications of GitHub Flavored Markdown and CommonMark.

ARTICLES_GFM_SPEC and ARTICLES_COMMONMARK_SPEC are their spec.txt (tests/run-all.sh gets them from packages: they are
CC BY-SA and not copied); without them there is nothing to do, and it says so. An example that differs without a reason
below fails, and so does a reason without a difference.
"""

import os
import re
import sqlite3
import sys

EXAMPLE = re.compile(r"^`{32} example([^\n]*)\n(.*?)^\.\n(.*?)^`{32}$", re.M | re.S)

AUTOLINK = "the autolink extension links the bare address"
NEWER = "CommonMark 0.29, which GitHub's dialect is based on, has another rule"

# Specification -> number of examples, and the number of each that differs -> why. The numbers are those of the
# published pages. Examples that the GFM specification itself disables are not counted.
SPECIFICATIONS = {
    "ARTICLES_GFM_SPEC": (671, {
        610: AUTOLINK, 614: AUTOLINK, 616: AUTOLINK, 619: AUTOLINK, 620: AUTOLINK,
        653: "raw HTML is kept: no tag is filtered",
    }),
    "ARTICLES_COMMONMARK_SPEC": (652, {
        28: NEWER, 171: NEWER, 354: NEWER, 625: NEWER, 626: NEWER,
        602: AUTOLINK, 606: AUTOLINK, 608: AUTOLINK, 611: AUTOLINK, 612: AUTOLINK,
    }),
}


def examples(path):
    with open(path, encoding="utf-8") as file:
        text = file.read().replace("→", "\t")
    for number, found in enumerate(EXAMPLE.finditer(text), 1):
        if found.group(1).strip() != "disabled":
            yield number, found.group(2), found.group(3)


def main():
    paths = {name: os.environ.get(name, "") for name in SPECIFICATIONS}
    if not all(os.path.isfile(path) for path in paths.values()):
        print("skipped: " + ", ".join(f"{name} is {path!r}" for name, path in paths.items()))
        sys.exit(77)
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(os.environ["ARTICLES_EXTENSION"])
    failed = False
    for name, (expected_count, reasons) in SPECIFICATIONS.items():
        count = same = 0
        for number, markdown, html in examples(paths[name]):
            count += 1
            (ours,) = db.execute("SELECT markdown_html(?)", (markdown,)).fetchone()
            same += ours == html
            if (ours == html) == (number in reasons):
                failed = True
                print(f"FAILED {name} {number}: {markdown!r}\n  ours {ours!r}\n  theirs {html!r}")
        failed |= count != expected_count
        print(f"{name}: {count} examples, {same} the same, {len(reasons)} differ for a reason")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
