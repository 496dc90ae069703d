#!/usr/bin/python3
"""Writes the generated tables of this folder into their headers, or checks that they are current.

    generate_tables.py           replaces the tables
    generate_tables.py --check   compares them, names each header that differs, and fails if there is one

A table is what its header has between the braces of the array. The sources are

- east_asian_width.h: EastAsianWidth.txt, UnicodeData.txt and emoji-data.txt of the Debian package unicode-data;
- character_references.h: html.entities of Python's standard library.
"""

import html.entities
import os
import re
import sys
import textwrap

FOLDER = os.path.dirname(os.path.abspath(__file__))
UNICODE = "/usr/share/unicode"


def fields(file):
    """The range of code points and the further fields of each line of a file of the Unicode Character Database."""
    with open(os.path.join(UNICODE, file), encoding="utf-8") as lines:
        for line in lines:
            columns = [column.strip() for column in line.split("#")[0].split(";")]
            if columns[0]:
                first, _, last = columns[0].partition("..")
                yield range(int(first, 16), int(last or first, 16) + 1), columns[1:]


def code_points(file, values):
    """The code points whose first field in `file` is one of `values`."""
    return {code for codes, columns in fields(file) if columns[0] in values for code in codes}


def hangul():
    """The code points whose name has HANGUL in it; a block has a line for its first and one for its last code point."""
    found, first = set(), None
    for codes, columns in fields("UnicodeData.txt"):
        name = columns[0].upper()
        if "HANGUL" in name:
            found |= set(range(first if name.endswith("LAST>") else codes.start, codes.stop))
        first = codes.start
    return found


def east_asian_width():
    """Ranges of the characters between which css-text-3 removes a line break.

    The won sign is left out as a sign of Hangul text. The Enclosed Ideographic Supplement stays as a whole: it holds
    ideographs, of which some have an emoji presentation.
    """
    ideographs = set(range(0x1F200, 0x1F300))
    emoji = code_points("emoji/emoji-data.txt", {"Emoji_Presentation"}) - ideographs
    wide = code_points("EastAsianWidth.txt", {"W", "F", "H"}) - hangul() - emoji - {0x20A9}
    firsts = sorted(code for code in wide if code - 1 not in wide)
    lasts = sorted(code for code in wide if code + 1 not in wide)
    return ["{0x%X, 0x%X}" % bounds for bounds in zip(firsts, lasts)]


def named_references():
    names = sorted([*html.entities.name2codepoint, "apos"])
    return ['{"%s", 0x%X}' % (name, ord(html.entities.html5[name + ";"])) for name in names]


def legacy_names():
    return ['"%s"' % name for name in sorted(html.entities.html5) if not name.endswith(";")]


TABLES = [
    ("east_asian_width.h", "kWideRanges", east_asian_width),
    ("character_references.h", "kNamedReferences", named_references),
    ("character_references.h", "kLegacyNames", legacy_names),
]


def with_table(header, name, rows):
    """The text of the header with these rows in the array of that name."""
    # A row is not broken at the blank within its braces.
    text = ", ".join(row.replace(" ", "\0") for row in rows) + ","
    lines = textwrap.wrap(text, 96, break_long_words=False, break_on_hyphens=False)
    body = "".join("    " + line.replace("\0", " ") + "\n" for line in lines)
    result, count = re.subn(r"(\b%s\[\] = \{\n).*?(^\};)" % name, lambda match: match[1] + body + match[2], header,
                            flags=re.DOTALL | re.MULTILINE)
    if count != 1:
        sys.exit(f"{sys.argv[0]}: there is no array {name}")
    return result


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(f"usage: {sys.argv[0]} [--check]")
    outdated = []
    for file, name, rows in TABLES:
        path = os.path.join(FOLDER, file)
        with open(path, encoding="utf-8") as header:
            old = header.read()
        new = with_table(old, name, rows())
        if new != old and len(sys.argv) > 1:
            outdated.append(f"{file}: {name}")
        elif new != old:
            with open(path, "w", encoding="utf-8") as header:
                header.write(new)
    if outdated:
        sys.exit(f"{sys.argv[0]}: not current, run it without --check: {', '.join(outdated)}")


if __name__ == "__main__":
    main()
