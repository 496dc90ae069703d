#!/usr/bin/python3
"""Search finds what is in the text, over real articles.

The articles are rsshub, hexosite and yihui of ARTICLES_CORPORA; where they are absent, those of examples/posts, and the
counts are smaller. What a query must find is worked out here, from Python's Unicode data and by searching strings.
"""

import os
import random
import re
import sqlite3
import sys
import unicodedata
from pathlib import Path

SOURCE = Path(os.environ["ARTICLES_SOURCE"])
EXTENSION = os.environ["ARTICLES_EXTENSION"]
CORPORA = os.environ.get("ARTICLES_CORPORA", "")
HAN_QUERIES = 5000
OTHER_QUERIES = 1000
GENERATED_QUERIES = 500
BLANKS = " \u00a0\u3000"
SEPARATOR = "|"
# What unicode61 takes for a part of the word before it.
MARKS = {0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x309, 0x30A, 0x30B, 0x30C, 0x30F, 0x311, 0x31B,
         0x323, 0x324, 0x325, 0x326, 0x327, 0x328, 0x32D, 0x32E, 0x330, 0x331}
failures = 0


def check(name, passed, detail=""):
    global failures
    print(("ok      " if passed else "FAILED  ") + name)
    if not passed:
        failures += 1
        print(detail)


def connect():
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    return db


def folded(character):
    """The character without its width and compatibility form, if that is one character."""
    wide = 0xFF01 <= ord(character) <= 0xFFDC
    form = unicodedata.normalize("NFKC", character)
    han = 0xF900 <= ord(character) <= 0xFAFF or 0x2F800 <= ord(character) <= 0x2FA1F or 0x2F00 <= ord(character) <= 0x2FD5
    return form if (wide or han) and len(form) == 1 else character


def kind(character):
    """han, cjk, word, mark, blank or other."""
    code = ord(character)
    if character in BLANKS:
        return "blank"
    if code in MARKS:
        return "mark"
    if unicodedata.category(character)[0] not in "LN" and unicodedata.category(character) not in ("Co", "Cn"):
        return "other"
    name = unicodedata.name(character, "")
    if re.match("CJK (UNIFIED|COMPATIBILITY) IDEOGRAPH", name) or character in "々〇":
        return "han"
    if re.match("HIRAGANA|KATAKANA|HANGUL|BOPOMOFO|IDEOGRAPHIC (CLOSING MARK)|HALFWIDTH", name) or character == "ー":
        return "cjk"
    return "word"


class Kinds(dict):
    def __missing__(self, character):
        self[character] = kind(folded(character))
        return self[character]


KIND = Kinds()


def without_diacritics(character):
    decomposed = unicodedata.normalize("NFD", character)
    base = decomposed[0]
    if base > "z":
        return character
    return base if len(decomposed) == 2 and ord(decomposed[1]) in MARKS | {0x31B} else character


def model_tokens(text):
    """The tokens by the rule as REFERENCE states it, joined by blanks."""
    tokens, separated, word = [], False, ""
    for character in text + " ":
        what = KIND[character]
        if what == "word" or what == "mark" and word:
            if what == "word":
                word += without_diacritics(folded(character).lower())
            continue
        if word:
            tokens.append(word)
            word = ""
            separated = False
        if what in ("han", "cjk"):
            if separated and tokens and tokens[-1] != SEPARATOR and KIND[tokens[-1][0]] in ("han", "cjk"):
                tokens.append(SEPARATOR)
            tokens.append(folded(character))
            separated = False
        elif what != "blank":
            separated = True
    return " " + " ".join(tokens) + " "


def read_articles(db):
    names = [name for name in ("rsshub", "hexosite", "yihui") if CORPORA and os.path.isdir(os.path.join(CORPORA, name))]
    if len(names) < 3:
        print("skipped: the real articles are not all there; have:", *names)
    directories = [os.path.join(CORPORA, name) for name in names] or [str(SOURCE / "examples/posts")]
    texts = []
    for directory in directories:
        texts += [text for (text,) in db.execute("SELECT text FROM articles(?) WHERE text IS NOT NULL", (directory,))]
    return texts


class Corpus:
    def __init__(self):
        self.db = connect()
        self.texts = read_articles(self.db)
        self.db.execute("CREATE VIRTUAL TABLE s USING fts5(text, tokenize='cjk')")
        self.db.executemany("INSERT INTO s(rowid, text) VALUES(?, ?)", enumerate(self.texts))
        self.squeezed = ["".join(folded(c) for c in text if c not in BLANKS) for text in self.texts]
        self.db.execute("CREATE TABLE plain(id INTEGER PRIMARY KEY, text)")
        self.db.executemany("INSERT INTO plain VALUES(?, ?)", enumerate(self.squeezed))

    def match(self, query):
        return [row for (row,) in self.db.execute("SELECT rowid FROM s WHERE s MATCH ? ORDER BY rowid", (query,))]


class Haystack:
    """The rows whose string has another in it."""

    def __init__(self, strings):
        self.starts, at = [], 0
        for string in strings:
            self.starts.append(at)
            at += len(string) + 1
        self.text = "\n".join(strings)
        self.ends = self.starts[1:] + [at]

    def rows_with(self, needle):
        rows, at = [], self.text.find(needle)
        row = 0
        while at >= 0:
            while self.ends[row] <= at:
                row += 1
            rows.append(row)
            at = self.text.find(needle, self.ends[row])
        return rows


def han_runs_are_found_as_by_like(corpus, rng):
    runs = [(row, match.group()) for row, text in enumerate(corpus.squeezed)
            for match in re.finditer("[\u3400-\u4dbf\u4e00-\u9fff\u3005\u3007\U00020000-\U0003fffd]+", text)]
    weights = [len(run) for _, run in runs]
    haystack = Haystack([text.replace("\n", "\r") for text in corpus.squeezed])
    wrong, like_wrong, sizes = [], [], 0
    for number, (row, run) in enumerate(rng.choices(runs, weights, k=HAN_QUERIES)):
        size = min(rng.randint(1, 8), len(run))
        at = rng.randint(0, len(run) - size)
        query = run[at:at + size]
        found = corpus.match(query)
        sizes += len(found)
        if found != haystack.rows_with(query) or row not in found:
            wrong.append(query)
        if number % 50 == 0:
            like = corpus.db.execute("SELECT id FROM plain WHERE text LIKE ? ORDER BY id", (f"%{query}%",)).fetchall()
            if found != [i for (i,) in like]:
                like_wrong.append(query)
    check(f"{HAN_QUERIES} runs of 1 to 8 Han characters over {len(corpus.texts)} articles find the rows of a string "
          f"search ({sizes} rows), and {HAN_QUERIES // 50} of them those of LIKE", not wrong and not like_wrong,
          f"{len(wrong)} wrong: {wrong[:10]} LIKE: {like_wrong[:10]}")


def at_word_border(text, at):
    return not (0 < at < len(text) and KIND[text[at - 1]] in ("word", "mark") and KIND[text[at]] in ("word", "mark"))


def substring(text, rng, most):
    begin = rng.randrange(len(text))
    end = min(len(text), begin + rng.randint(1, most))
    while not at_word_border(text, begin):
        begin -= 1
    while not at_word_border(text, end):
        end += 1
    return text[begin:end]


def has_token(text):
    return any(KIND[c] in ("han", "cjk", "word") for c in text)


def other_substrings_are_found_by_the_rule(corpus, rng):
    """Quoted, any substring that ends at borders of words finds the rows that have its tokens in a row."""
    haystack = Haystack([model_tokens(text) for text in corpus.texts])
    wrong, rows = [], 0
    for _ in range(OTHER_QUERIES):
        row = rng.randrange(len(corpus.texts))
        while not has_token(corpus.texts[row]):
            row = rng.randrange(len(corpus.texts))
        query = substring(corpus.texts[row], rng, 8)
        while not has_token(query):
            query = substring(corpus.texts[row], rng, 8)
        found = corpus.match('"' + query.replace('"', '""').replace("\0", "\ufffd") + '"')
        rows += len(found)
        if row not in found or found != haystack.rows_with(model_tokens(query)):
            wrong.append(query)
    check(f"{OTHER_QUERIES} mixed substrings find the rows with their tokens in a row ({rows} rows)", not wrong,
          f"{len(wrong)} wrong: {wrong[:10]}")


def cjk_characters_are_tokens():
    """By their names in Python's Unicode data."""
    db = connect()
    db.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='cjk')")
    db.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')")
    names = re.compile("CJK (UNIFIED|COMPATIBILITY) IDEOGRAPH|HIRAGANA|(HALFWIDTH )?(KATAKANA|HANGUL)|BOPOMOFO")
    codes = [code for code in range(0x110000) if unicodedata.category(chr(code))[0] in "LN"
             and names.match(unicodedata.name(chr(code), ""))]
    db.executemany("INSERT INTO t(rowid, x) VALUES(?, ?)", ((code, f"x{chr(code)}y") for code in codes))
    counts = dict(db.execute("SELECT doc, count(*) FROM v GROUP BY doc"))
    wrong = [hex(code) for code in codes if counts.get(code) != 3]
    check(f"{len(codes)} Chinese, Japanese and Korean letters are a token each", not wrong, wrong[:20])


def pairs_of_the_table():
    text = (SOURCE / "ext/core/search/simplified_table.cpp").read_text()
    characters = "".join(re.findall('U"(.*)"', text))
    return list(zip(characters[::2], characters[1::2]))


SENTENCES = [
    ("國內生產總值與去年同期相比增長", "国内生产总值与去年同期相比增长"),
    ("證券監督管理委員會發布公告", "证券监督管理委员会发布公告"),
    ("憂鬱的臺灣烏龜", "忧郁的台湾乌龟"),
    ("新冠疫苗臨床試驗結果顯示有效", "新冠疫苗临床试验结果显示有效"),
    ("頭髮與發展的發字寫法不同", "头发与发展的发字写法不同"),
    ("後來皇后騎馬到裡面去", "后来皇后骑马到里面去"),
    ("電動車產業鏈龍頭企業獲資金關注", "电动车产业链龙头企业获资金关注"),
    ("聯儲局議息會議紀錄", "联储局议息会议纪录"),
    ("苧麻與檸檬", "苎麻与柠檬"),
]


def simplified_and_traditional_find_each_other():
    db = connect()
    db.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='cjk simplified 1')")
    pairs = SENTENCES + pairs_of_the_table()
    db.executemany("INSERT INTO t(rowid, x) VALUES(?, ?)",
                   [(2 * i + j, pair[j]) for i, pair in enumerate(pairs) for j in (0, 1)])
    wrong = [pair for i, pair in enumerate(pairs) for text in pair
             if not {2 * i, 2 * i + 1} <= {row for (row,) in db.execute("SELECT rowid FROM t(?)", (text,))}]
    shown = db.execute("SELECT highlight(t, 0, '[', ']') FROM t('国内生产') WHERE rowid = 0").fetchall()
    check(f"{len(SENTENCES)} sentences and {len(pairs) - len(SENTENCES)} characters, traditional and simplified, find "
          "each other and are shown as written", not wrong and shown == [("[國內生產]總值與去年同期相比增長",)],
          f"{wrong[:10]} {shown}")


def unescaped(line):
    escapes = {"n": b"\n", "r": b"\r", "t": b"\t", "\\": b"\\"}
    def value(match):
        if match[1] == b"x":
            return bytes([int(match[2], 16)])
        if match[1] == b"u":
            return chr(int(match[2], 16)).encode()
        return escapes[match[0][1:].decode()]
    return re.sub(rb"\\(?:(x)([0-9a-f]{2})|(?:(?=u)(u)([0-9a-f]{4}))|[nrt\\])",
                  lambda m: value((m[0], m[1] or m[3], m[2] or m[4])), line)


def typed_queries():
    lines = (SOURCE / "tests/data/search/typed_queries.txt").read_bytes().splitlines()
    queries = [unescaped(line) for line in lines]
    return [(query, b"Some text before it: " + query + b"\nand some after.") for query in queries]


def generated_query(text, rng):
    """A query from the text of an article, as bytes."""
    parts = [substring(text, rng, rng.choice((3, 8, 40))) for _ in range(rng.choice((1, 1, 2, 3)))]
    if len(parts) > 1:  # a pair of marks around two parts would ask for a phrase that the text does not have
        parts = [re.sub('["＂“”「」『』]', "·", part) for part in parts]
    how = rng.randrange(8)
    if how == 0:
        return f'"{parts[0]}"'.encode()
    if how == 1:
        return f"“{parts[0]}”".encode()
    if how == 2:
        return "，".join(parts).encode()
    if how == 3:
        return re.sub("[!-/:-@,.。，、\n]", "\0", parts[0], count=1).encode()
    query = " ".join(parts).encode()
    cut = parts[-1] and KIND[parts[-1][-1]] == "han"
    if how == 4 and cut:
        return query[:-rng.randint(1, 2)]
    return query


def joined_query(queries, rng):
    """Some typed queries side by side, and a document that has them so among others."""
    pieces = rng.choices(queries, k=rng.randint(4, 8))
    joints = rng.choices([b" ", b"\n", b"\0", "，".encode(), b"\xff", " AND ".encode(), b"/"], k=len(pieces))
    first = rng.randint(0, 2)
    past = rng.randint(first + 1, len(pieces))
    joined = lambda begin, end: b"".join(p + j for p, j in zip(pieces[begin:end - 1], joints[begin:])) + pieces[end - 1]
    return joined(first, past), joined(0, len(pieces))


def no_query_is_an_error(corpus, rng):
    typed = typed_queries()
    texts = [text for text in corpus.texts if text]
    generated = [joined_query([query for query, _ in typed], rng) for _ in range(GENERATED_QUERIES // 2)]
    for text in rng.choices(texts, k=GENERATED_QUERIES // 2):
        generated.append((generated_query(text, rng), text.encode()))
    db = connect()
    db.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='cjk')")
    cases = typed + generated
    db.executemany("INSERT INTO t(rowid, x) VALUES(?, CAST(? AS TEXT))",
                   ((i, document) for i, (_, document) in enumerate(cases)))
    errors, missing, empty, looked_for = [], [], [], 0
    for number, (query, document) in enumerate(cases):
        found = {}
        for mode in ("all", "any", "prefix"):
            try:
                found[mode] = {row for (row,) in db.execute(
                    "SELECT rowid FROM t WHERE t MATCH match_query(CAST(? AS TEXT), ?)", (query, mode))}
            except sqlite3.Error as error:
                errors.append((query, mode, str(error)))
        if has_token(query.decode(errors="replace")):
            looked_for += 1
            missing += [(query, mode) for mode in found if number not in found[mode]]
        elif any(found.values()):
            empty.append(query)
    check(f"{len(typed)} typed and {len(generated)} generated queries in three modes: no error; {looked_for} with a "
          "letter or digit find their document, the others nothing", not errors and not missing and not empty,
          f"errors {errors[:5]}\nmissing {missing[:10]}\nnot empty {empty[:5]}")


def highlight_keeps_the_text(corpus, rng):
    odd = ["ＡＢＣ", "ﬁ", "ﬂow", "ß", "İ", "ｶﾞ", "ﾊﾟ", "𠀀", "𪛖", "\ufffd", "e\u0301", "⼀", "\uf900", "①", "😀", "茅", "台",
           "，", " ", "\u3000", "\n", "a", "Z", "9", "\u200b", "ǅ", "ŉ", "ΐ", "\u1e9e", "\u212a", "國", "한", "ｱ"]
    texts = ["".join(rng.choices(odd, k=rng.randint(1, 30))) for _ in range(2000)]
    texts += rng.sample(corpus.texts, min(200, len(corpus.texts)))
    db = connect()
    wrong, marked = [], 0
    for tokenize in ("cjk", "cjk simplified 1 remove_diacritics 2", "porter cjk"):
        db.execute("DROP TABLE IF EXISTS t")
        db.execute(f"CREATE VIRTUAL TABLE t USING fts5(x, tokenize='{tokenize}')")
        db.executemany("INSERT INTO t(rowid, x) VALUES(?, ?)", enumerate(texts))
        for query in ("abc", "fi OR ﬂow", "ß", "i OR ｶﾞ", "𠀀 OR 𪛖", "é", "茅台 OR 国 OR 一", "a*", "한 OR ア", "的"):
            for row, text in db.execute("SELECT rowid, highlight(t, 0, char(2), char(3)) FROM t WHERE t MATCH ?", (query,)):
                marked += 1
                if text.replace("\2", "").replace("\3", "") != texts[row]:
                    wrong.append((tokenize, query, texts[row][:80]))
    check(f"highlight() of {marked} texts: without the marks, the original", not wrong and marked > 5000, wrong[:5])

    # FTS5 itself ends each piece that it copies at a NUL, with every tokenizer.
    for tokenize in ("cjk", "unicode61"):
        db.execute("DROP TABLE t")
        db.execute(f"CREATE VIRTUAL TABLE t USING fts5(x, tokenize='{tokenize}')")
        db.execute("INSERT INTO t VALUES('a' || char(0) || 'b hello' || char(0) || 'c')")
        (shown,), = db.execute("SELECT highlight(t, 0, '[', ']') FROM t('hello')").fetchall()
        check(f"highlight() with {tokenize} marks the right word behind a NUL", shown == "a[hello]", repr(shown))


def main():
    if not hasattr(sqlite3.Connection, "enable_load_extension"):
        print("skipped: this Python's sqlite3 cannot load extensions")
        return 77
    rng = random.Random(16)
    cjk_characters_are_tokens()
    simplified_and_traditional_find_each_other()
    corpus = Corpus()
    han_runs_are_found_as_by_like(corpus, rng)
    other_substrings_are_found_by_the_rule(corpus, rng)
    no_query_is_an_error(corpus, rng)
    highlight_keeps_the_text(corpus, rng)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
