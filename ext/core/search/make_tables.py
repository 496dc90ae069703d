#!/usr/bin/python3
"""Writes the character tables of the tokenizer beside this script.

    python3 ext/core/search/make_tables.py

letter_tables.cpp         from the unicode61 tokenizer of the SQLite that Python uses, asked for every code point
compatibility_table.cpp   from UnicodeData.txt and EquivalentUnifiedIdeograph.txt of Debian's unicode-data
simplified_table.cpp      from ICU's transform Hant-Hans, by uconv of Debian's icu-devtools

The committed files were written with SQLite 3.40.1, Unicode 15.0 and ICU 72.1.
"""

import re
import sqlite3
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
UNICODE = Path("/usr/share/unicode")
COLUMNS = 98
CODES = [code for code in range(1, 0x110000) if not 0xD800 <= code < 0xE000]


def unicode61(diacritics, texts):
    """{number: tokens} for (number, text) pairs."""
    db = sqlite3.connect(":memory:")
    db.execute(f"CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics {diacritics}', content='')")
    db.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(t, 'instance')")
    db.executemany("INSERT INTO t(rowid, x) VALUES(?, ?)", texts)
    tokens = {}
    for term, number in db.execute("SELECT term, doc FROM terms ORDER BY doc, offset"):
        tokens.setdefault(number, []).append(term)
    return tokens


def ranges(codes):
    found = []
    for code in codes:
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def rows(items):
    """Initialisers, as many a line as fit."""
    lines, line = [], ""
    for item in items:
        if line and len(line) + len(item) + 2 > COLUMNS:
            lines.append(line)
            line = ""
        line += (" " if line else "    ") + item + ","
    return "\n".join([*lines, line])


def pairs(mapping):
    return rows(f"{{0x{a:X}, 0x{b:X}}}" for a, b in sorted(mapping.items()))


def write(name, source, text):
    (HERE / name).write_text(f"""// Written by make_tables.py: do not edit. {source}
#include "search/tables.h"

namespace articles {{

// clang-format off
{text}// clang-format on

}}  // namespace articles
""")


def array(type_name, name, initialisers):
    snake = re.sub("(?<=[a-z])(?=[A-Z])", "_", name).lower()
    return (f"namespace {{\nconstexpr {type_name} k{name}[] = {{\n{initialisers}\n}};\n}}  // namespace\n"
            f"const Span<{type_name}> {snake} = {{std::begin(k{name}), std::end(k{name})}};\n")


def letters():
    tokens = [unicode61(mode, ((code, chr(code)) for code in CODES)) for mode in (0, 1, 2)]
    words = list(tokens[0])
    folds = [{code: ord(token) for code, (token,) in mode.items()} for mode in tokens]
    inside = unicode61(0, ((code, f"a{chr(code)}b") for code in CODES if code not in tokens[0]))
    marks = [code for code, found in inside.items() if len(found) == 1]
    lower = {code: folds[0][code] for code in words if folds[0][code] != code}
    # unicode61 removes the diacritics of a letter after its case.
    bases = [{folds[0][code]: folds[mode][code] for code in words if folds[0][code] != folds[mode][code]}
             for mode in (1, 2)]
    for mode in (1, 2):
        assert all(bases[mode - 1].get(folds[0][code], folds[0][code]) == folds[mode][code] for code in words)
    assert all(bases[1][code] == base for code, base in bases[0].items())
    more = {code: base for code, base in bases[1].items() if code not in bases[0]}
    span = lambda codes: rows(f"{{0x{a:X}, 0x{b:X}}}" for a, b in ranges(codes))
    write("letter_tables.cpp", "Source: SQLite's unicode61.",
          array("CodeRange", "WordRanges", span(words)) + array("CodeRange", "MarkRanges", span(marks)) +
          array("CodePair", "LowerCase", pairs(lower)) + array("CodePair", "Bases", pairs(bases[0])) +
          array("CodePair", "MoreBases", pairs(more)))


def compatibility():
    singles = {}
    for line in (UNICODE / "UnicodeData.txt").read_text().splitlines():
        code, decomposition = int(line.split(";")[0], 16), line.split(";")[5]
        match = re.fullmatch(r"(<\w+> )?([0-9A-F]{4,6})", decomposition)
        if match:
            singles[code] = (match[1] or "", int(match[2], 16))
    table = {}
    for code, (tag, target) in singles.items():
        if tag in ("<wide> ", "<narrow> ") or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F:
            table[code] = target
    text = (UNICODE / "EquivalentUnifiedIdeograph.txt").read_text()
    for first, last, target in re.findall(r"^([0-9A-F]+)(?:\.\.([0-9A-F]+))? *; ([0-9A-F]+)", text, re.M):
        for code in range(int(first, 16), int(last or first, 16) + 1):
            if 0x2E80 <= code <= 0x2FDF:  # radicals; strokes are symbols
                table[code] = int(target, 16)
    table = {code: table.get(target, target) for code, target in table.items()}
    write("compatibility_table.cpp", "Source: the Unicode Character Database.",
          array("CodePair", "CompatibilityForms", pairs(table)))


def simplified():
    codes = [*range(0x3400, 0xA000), *range(0xF900, 0xFB00), *range(0x20000, 0x30000)]
    done = subprocess.run(["uconv", "-x", "Hant-Hans"], input="\n".join(map(chr, codes)).encode(),
                          stdout=subprocess.PIPE, check=True)
    table = {code: ord(text) for code, text in zip(codes, done.stdout.decode().split("\n")) if text != chr(code)}
    # ICU exchanges U+82E7 and U+82CE: the simplified one of the two must stay, or neither finds the other.
    exchanged = [code for code, target in table.items() if table.get(target) == code]
    assert exchanged == [0x82CE, 0x82E7]
    del table[0x82CE]
    for code, target in table.items():
        table[code] = table.get(target, target)
    assert all(target not in table for target in table.values())
    write("simplified_table.cpp", "Source: ICU's transform Hant-Hans.\n"
          "// A traditional character and the simplified one for it, and so on.",
          "namespace {\nconstexpr char32_t kTexts[] =\n" +
          "\n".join(f'    U"{line}"' for line in lines_of(table)) + ";\n}  // namespace\n"
          "const Span<char32_t> traditional_and_simplified = {std::begin(kTexts), std::end(kTexts) - 1};\n")


def lines_of(table):
    text = "".join(chr(a) + chr(b) for a, b in sorted(table.items()))
    return [text[at:at + 44] for at in range(0, len(text), 44)]


letters()
compatibility()
simplified()
