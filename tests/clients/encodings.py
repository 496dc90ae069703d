#!/usr/bin/python3
"""Reads files in other encodings, which this program writes from known texts.

GB18030, GBK and GB2312: at least 95 of 100 files are recovered byte for byte, and the others report "not UTF-8".
Shift-JIS, EUC-KR, EUC-JP, ISO-2022-JP, Windows code pages and damaged UTF-8 are never read as another text without an
error. The texts are the samples below and, if ARTICLES_CORPORA is present, its Chinese files.
"""

import os
import sqlite3
import sys
import tempfile
from pathlib import Path

SOURCE = os.environ.get("ARTICLES_SOURCE", ".")
EXTENSION = os.environ.get("ARTICLES_EXTENSION", os.path.join(SOURCE, "build/release/articles"))
CORPORA = os.environ.get("ARTICLES_CORPORA", os.path.join(SOURCE, "../shared/corpora"))

# Typical titles and bodies: short and long, with and without ASCII.
SAMPLES = {
    "cp1252": ["Café crème à la française", "“Quoted” — naïve façade", "Über größere Straßen", "señor año mañana",
               "déjà vu", "Ærøskøbing på øen", "£5 or €6 – it’s a deal…", "Garçon, élève, où ça ?", "¡Olé!", "é"],
    "cp1251": ["Привет", "Москва слезам не верит", "Новости дня", "Россия", "Как дела", "Съешь ещё этих мягких"],
    "koi8-r": ["Привет, мир", "Новости", "Сегодня хорошая погода"],
    "iso8859-7": ["Καλημέρα κόσμε", "Ελλάδα", "Νέα της ημέρας"],
    "big5": ["香港新聞", "台灣經濟日報", "股市收盤大漲", "電腦與軟體", "中文", "繁體中文的標題", "今日天氣晴朗", "我們的生活",
             "政府公布最新統計資料，失業率下降", "一個人的旅行"],
    "shift_jis": ["日本語のニュース", "今日の天気", "カタカナ", "東京都の人口が増加", "ｶﾀｶﾅ", "経済新聞", "株価が上昇した"],
    "euc-jp": ["日本語のニュース", "今日の天気", "東京都の人口が増加", "株価が上昇した", "カタカナ"],
    "iso2022_jp": ["日本語のニュース", "今日の天気", "カタカナ", "東京都の人口が増加", "経済新聞", "株価が上昇した", "「引用」"],
    "euc-kr": ["한국어 뉴스", "서울 날씨", "오늘의 경제", "대한민국", "주가가 상승했다", "안녕하세요", "정부는 오늘 새로운 정책을 발표했다",
               "뉴스", "한글"],
    "cp949": ["똠방각하", "펲시콜라 한 잔", "안녕하세요 여러분"],
}
CHINESE = ["消费升级带来新机遇", "信息消费、体验周在三座城市举行", "中国人民银行：下调存款准备金率", "关于我们的说明文档", "上市公司公告（第12号）",
           "“一带一路”沿线贸易增长8%", "如何在服务器上部署应用程序"]


class Table:
    """A directory of files, queried through SQL."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.db = sqlite3.connect(":memory:")
        self.db.enable_load_extension(True)
        self.db.load_extension(EXTENSION)

    def rows(self, files, options=""):
        """{name: (title, front_matter, body, error)} of {name: bytes}."""
        root = Path(tempfile.mkdtemp(dir=self.folder.name))
        for name, content in files.items():
            (root / name).write_bytes(content)
        self.db.execute("DROP TABLE IF EXISTS temp.t")
        self.db.execute(f"CREATE VIRTUAL TABLE temp.t USING articles('{root}'{options})")
        rows = {row[0]: row[1:] for row in self.db.execute("SELECT file, title, front_matter, body, error FROM t")}
        heads = dict(self.db.execute("SELECT file, title FROM t"))
        bodies = dict(self.db.execute("SELECT file, body FROM t"))
        for name, row in rows.items():
            if (heads[name], bodies[name]) != (row[0], row[2]):
                sys.exit(f"{name}: title and body depend on which other columns are read")
        return rows


def encode(text, encoding):
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return None


def documents(text):
    """The sample in each possible place: in the front matter, in the body, in both."""
    yield f"---\ntitle: {text}\n---\nplain\n"
    yield f"---\ntitle: plain\n---\n<p>{text}</p>\n<p>{text}.</p>\n"
    yield f"---\ntitle: {text}\ntags: [{text}, x]\n---\n{text}\n\n{text}\n"
    yield f"{text}\n"


def check_silence(table, encoding, texts):
    """Returns the number of files, and the texts of those that are read as another text without an error."""
    files = {}
    expected = {}
    for text in texts:
        content = text.encode(encoding, "ignore")
        if not content.isascii() or b"\x1b" in content:
            name = f"{len(files)}.md"
            files[name], expected[name] = content, content.decode(encoding)
    silent = []
    for name, (_, _, body, error) in table.rows(files).items():
        if error is None and not expected[name].replace("\r\n", "\n").endswith(body.replace("\r\n", "\n")):
            silent.append(expected[name][:60])
    return len(files), silent


def every_sample():
    return CHINESE + [text for texts in SAMPLES.values() for text in texts]


def damaged(text):
    """UTF-8 with one byte of a character removed or replaced."""
    content = text.encode()
    high = [at for at, byte in enumerate(content) if byte >= 0x80]
    for at in (high[len(high) // 3], high[len(high) // 2], high[-1]):
        yield content[:at] + content[at + 1:]
        yield content[:at] + b"\xff" + content[at + 1:]


def check_recovery(table, encoding, texts):
    originals, files = {}, {}
    for name, text in texts.items():
        content = encode(text, encoding)
        if content is not None and not content.isascii():
            originals[name], files[name] = text.encode(), content
    want, got = table.rows(originals), table.rows(files)
    exact = {name for name in files if got[name] == want[name]}
    for name in files:
        if got[name][:3] != want[name][:3] and (got[name][3] is None or "not UTF-8" not in got[name][3]):
            sys.exit(f"{name} as {encoding} is read wrongly; its error is {got[name][3]}")
    given = table.rows(files, f", encoding='{encoding}'")
    bad = [name for name in files if given[name] != want[name]]
    if bad:
        sys.exit(f"{bad[0]} with encoding='{encoding}': {given[bad[0]][3]}, {want[bad[0]][3]}")
    print(f"{len(exact)} of {len(files)} recovered byte for byte")
    return len(exact) >= 0.95 * len(files)


def corpus_texts(name, wanted=lambda c: "\u4e00" <= c <= "\u9fff"):
    texts = {}
    for number, path in enumerate(sorted(Path(CORPORA, name).rglob("*.md"))):
        try:
            text = path.read_bytes().decode()
        except UnicodeDecodeError:
            continue
        if any(map(wanted, text)):
            texts[f"{number}.md"] = text
    return texts


def main():
    table = Table()
    failed = False
    chinese = {"ours": {f"{i}.md": d for i, d in enumerate(d for text in CHINESE for d in documents(text))}}
    for name in ("hexosite/source/zh-cn", "yihui/content/cn", "rsshub"):
        texts = corpus_texts(name)
        if texts:
            chinese[name] = texts
        else:
            print(f"skipped: ARTICLES_CORPORA/{name} has no Chinese files")
    for name, texts in chinese.items():
        for encoding in ("gb18030", "gbk", "gb2312"):
            print(f"{name} as {encoding}: ", end="")
            failed |= not check_recovery(table, encoding, texts)
    for encoding, samples in SAMPLES.items():
        total, silent = check_silence(table, encoding, [d for text in samples for d in documents(text)])
        print(f"{encoding}: {total} samples, {len(silent)} read as another text without an error {silent[:5]}")
        failed |= bool(silent)
    for name, texts in chinese.items():
        check = texts if name != "ours" else {i: d for i, d in enumerate(d for t in every_sample() for d in documents(t))}
        files = {f"{i}.md": c for i, c in enumerate(c for text in check.values() for c in damaged(text))}
        silent = [name for name, row in table.rows(files).items() if row[3] is None]
        print(f"{name} as damaged UTF-8: {len(files)} files, {len(silent)} read as another text without an error {silent[:5]}")
        failed |= bool(silent)
    for name, encoding in (("zh-tw", "big5"), ("ja", "shift_jis"), ("ja", "euc-jp"), ("ko", "euc-kr"), ("ru", "cp1251"),
                           ("pt-br", "cp1252"), ("es", "cp1252")):
        texts = corpus_texts(f"hexosite/source/{name}", lambda c: ord(c) >= 0x80)
        if not texts:
            print(f"skipped: ARTICLES_CORPORA/hexosite/source/{name} has no files")
            continue
        total, silent = check_silence(table, encoding, texts.values())
        print(f"hexosite/source/{name} as {encoding}: {total} files, {len(silent)} read as another text without an error {silent[:5]}")
        failed |= bool(silent)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
