#!/usr/bin/python3
"""Every SQL function, table and parser takes linear time: n, 2n and 4n bytes of each hostile shape.

The test measures CPU time, takes the least of several runs, and chooses n so that one run takes at
least a millisecond, or n is 256 KB. It fails if twice the size takes more than three times as long. A
shape that fails is measured again at twice the size before it counts: the busy moments of another
process and the steps where a cache ends do not return, quadratic time does. Random pairs of tags come
from a fixed seed; LINEAR_TIME_SEED and LINEAR_TIME_PAIRS change it and their number.
"""
import os
import random
import sqlite3
import sys
import tempfile
import time

TAGS = """a b i font nobr p div span li ul ol dl dd dt h1 h2 table tr td th tbody caption col colgroup
select option optgroup button form svg math mi foreignObject desc template rt rp ruby rb object applet
marquee main section article address center pre listing xmp textarea script style title br hr img input
x y-z details summary dialog search frameset noscript body html head plaintext isindex image keygen
menuitem fieldset legend""".split()

HTML_UNITS = [
    '<rt>', '<dd><h1>', '<a><div>', '<svg></p>', '<td><b>', '<span><main></span><div></main>',
    '<table><b>x', '</p>', '<b></p>', '<a>x<p>', '<table><tr><td><a>', '<select><option>', '<div></span>',
    '<x></y>', '<b><p></b>', '<a><p></a>x', '<i><table></i>', '<button><p>', '<object><b></object>',
    '<table><td><b>x</table>', '<math></rb><xmp>x', '<svg><style>', '<p>', '<div>', '<li>x', '<b id=1>',
    '<table>', '<tr><td>', '<ruby>x<rt>y', '<!--', '<!-- x -->', '<!', '</', '<', '&', '&amp', '&#', '&#x',
    '&#99999999999;', '<a href=', '<a href="', "<a b='>", '<script>', '<script></script', '<style></style>',
    '<textarea></textare', '<pre>\n', ' ', '\n', '\t\n', 'x ', '中', '\N{NO-BREAK SPACE}', '\u200b\n', '中\n',
    '<br>', '<hr>', '<img>', '<p>x</p>', '<span hidden>', '<details>', '<details><summary>', '<q>',
    '（600519）', '600519.SH ', '$A', '$AAPL ', 'sz', 'SZ', '股票代码：', '<td>600519', '<a id=stock_sz300959>',
    '（', '来源：', '作者：', '责任编辑：甲 ', '原标题：']

DOCUMENTS = [  # (prefix, unit, suffix)
    ('---\n', 'a: b\n', '---\n'), ('---\ntitle: a: b\n', '\n', 'x: 1\n---\n'), ('---\n', 'a:\n', '---\n'),
    ('---\nb: !!str c\na: [', '1,', ']\n---\n'), ('---\na: "', '\\n', '"\n---\n'), ('---\na: |\n', ' b\n', '---\n'),
    ('---\n', '- a\n', '---\n'), ('---\na: ', '[', '\n---\n'), ('---\na: ', '{a: ', '\n---\n'),
    ('---\na: &a [', '*a,', ']\n---\n'), ('---\ntags: ', 'a,', '\n---\n'), ('---\ntags: ', 'a、', '\n---\n'),
    ('---\n', '"', '\n---\n'), ('---\n', '# c\n', '---\n'), ('---\n', '? a\n', '---\n'),
    ('---\ntitle: a: b\n', 'k: v: w\n', '---\n'), ('+++\na = [', '1,', ']\n+++\n'),
    ('+++\na = [', '"x",', ']\n+++\n'), ('+++\n', '[[a]]\n', '+++\n'), ('+++\na = """', 'x\n', '"""\n+++\n'),
    ('{"a": [', '1,', '1]}\n'), ('{"c": {}, ', '"a": 1,', '"b": 1}\n'), ('', '{"a":', ''), ('', '---\n', ''),
    ('---\n', 'x', '\n---\n'), ('---\n', '\r', '---\n'), ('---\n', '\r\n', '---\n'), ('', '\n', '---\n')]
NUMBERED = [('---\n', 'key{}: {}\n', '---\n'), ('---\n', 'key{}: ~\n', '---\n'), ('---\n', 'key{}: a: {}\n', '---\n'),
            ('+++\n', 'key{} = {}\n', '+++\n'), ('+++\n', '[t{}]\na = {}\n', '+++\n'), ('{', '"k{}": {},', '"z": 1}\n')]

MARKDOWN_UNITS = [
    '[', '![', '](', '[a](', '*', '**', '_a', '*a ', '`', '``', '~', '~~a', '<', '<a', '<!--', '&', '\\', '> ',
    '- ', '1. ', '#', '# a\n', '    a\n', '\t', '|a', '|a\n', '|-', '```\n', '[a]: b\n', '[^1]', '[^1]: x\n\n',
    'http://a ', 'www.a.b ', 'a@b.c ', '*a_', 'a**b', '[a]', '[a][', '<x>', '</x>', '\n', '  \n', '- a\n\n', '> > ',
    '* * ', '=\n', '[x]', '- [ ] a\n', ':-', '"', "'a "]

# What splits, searches, dates and codes are made of.
WORDS = ['1', '2021-', '年', ' ', '+08:00', 'Jan ', 'x', '-', ':', '"', '“', '”“', 'é', 'e\u0301', '中', '中 ', 'AND ', '^', '*', '\0']
SELECTORS = ['a', 'a ', 'a>', 'a,', '.a', '[a]', '[a=b]', ':not(', ':not(a)', '"', '[a="', '\\61', ':nth-child(', '*', '+']
GLOBS = ['*', '**/', '?', '[a]', '{a,', '{a,b}', '[!', 'a', '/', '\\']

# The statements that take HTML. Those of the second list share their parser with one of the first: a few shapes do.
HTML_STATEMENTS = [
    'SELECT length(strip_html(?))',
    "SELECT count(*), sum(length(tag)), sum(length(attributes)), max(rowid) FROM html_each(?, '*')",
    'SELECT count(*), max(rowid) FROM stock_mentions(?)',
    'SELECT byline(?)']
MORE_HTML_STATEMENTS = [
    "SELECT length(html_remove(?, 'u > v, w'))",
    'SELECT count(*), max(rowid) FROM html_links(?)',
    'SELECT count(*), max(rowid) FROM html_images(?)',
    'SELECT length(html_text(?))',
    "SELECT length(html_text(?, 'b i'))",
    "SELECT length(html_extract(?, 'p'))",
    "SELECT html_attribute_get(?, 'p:nth-child(9999999)', 'a')",
    "SELECT html_count(?, 'b ~ i, :not(p) > b')",
    'SELECT stock_codes(?)']
DOCUMENT_STATEMENTS = [
    'SELECT length(front_matter(?))',
    'SELECT length(article_body(?))']
WORD_STATEMENTS = [
    'SELECT article_date(?)', "SELECT article_date('2021-01-01', ?)", 'SELECT stock_code(?)', "SELECT stock_code('sh600519', ?)",
    'SELECT match_query(?)', "SELECT match_query(?, 'any')", "SELECT match_query(?, 'prefix')",
    'SELECT articles_sync(?)', "SELECT articles_sync('store', '/nowhere', ?)", 'INSERT INTO fts VALUES (?)']
# Names that take no text of any length.
WITHOUT_TEXT = {'articles_help', 'articles_version', 'articles_debug'}

LARGEST = 1 << 40  # bytes
LARGEST_FRONT_MATTER = (1 << 18) - 100  # what is longer is cut, which takes another path


def random_pairs():
    rng = random.Random(int(os.environ.get('LINEAR_TIME_SEED', 1)))
    for _ in range(int(os.environ.get('LINEAR_TIME_PAIRS', 40))):
        yield ''.join(f"<{rng.choice(['', '', '/'])}{rng.choice(TAGS)}{rng.choice(['', '', '/'])}>{rng.choice(['', 'x'])}"
                      for _ in range(2))


def between(prefix, unit, suffix):
    return lambda size: prefix + unit * max(1, size // len(unit.encode())) + suffix


def repeated(unit):
    return between('', unit, '')


def numbered(prefix, unit, suffix):
    def make(size):
        step = len(unit) + 6
        return prefix + ''.join(unit.format(i, i) for i in range(size // step)) + suffix
    return make


def attributes(quote):
    def make(size):
        return f'<p title={quote}>{quote} ' + ' '.join(f'a{i}=1' for i in range(size // 10)) + '>x'
    return make


def file_of(make, name):
    """Writes the text to an article; the parameter is its directory."""
    def parameters(size):
        directory = os.path.join(tempfile.gettempdir(), f'linear_time.{os.getpid()}')
        os.makedirs(directory, exist_ok=True)
        for other in os.listdir(directory):
            os.remove(os.path.join(directory, other))
        with open(os.path.join(directory, name), 'w', encoding='utf-8') as file:
            file.write(make(size))
        return directory
    return parameters


def cases():
    """Tuples of a shape's name, an SQL statement, a function from a size in bytes to its parameter, and the largest size."""
    for unit in random_pairs():  # the parser does not depend on the statement
        for statement in HTML_STATEMENTS[:2]:
            yield unit, statement, repeated(unit), LARGEST
    html = [(unit, repeated(unit)) for unit in HTML_UNITS]
    html += [('attributes behind a quoted >', attributes('"')), ('attributes', attributes("'"))]
    for unit, make in html:
        for statement in HTML_STATEMENTS:
            yield unit, statement, make, LARGEST
    for unit, make in html[::6]:
        for statement in MORE_HTML_STATEMENTS:
            yield unit, statement, make, LARGEST
    documents = [(shape, between(*shape)) for shape in DOCUMENTS] + [(shape, numbered(*shape)) for shape in NUMBERED]
    for shape, make in documents:
        for statement in DOCUMENT_STATEMENTS:
            yield shape, statement, make, LARGEST_FRONT_MATTER
    every_column = 'SELECT sum(length(json_array(file, title, date, author, tags, text, body, error))) FROM articles(?)'
    for shape, make in documents[::5]:
        yield shape, every_column, file_of(make, 'a.md'), LARGEST_FRONT_MATTER
    for unit in MARKDOWN_UNITS:
        yield unit, 'SELECT length(markdown_html(?))', repeated(unit), LARGEST
    for unit in MARKDOWN_UNITS[::8]:
        yield unit, every_column, file_of(repeated(unit), 'a.md'), LARGEST
    for unit, make in html[::8]:
        yield unit, every_column, file_of(make, 'a.html'), LARGEST
    for shape, make in documents[::9] + html[::16]:
        yield shape, "SELECT articles_sync('store', ?)", file_of(make, 'a.md'), LARGEST_FRONT_MATTER
    for unit in WORDS:
        for statement in WORD_STATEMENTS:
            yield unit, statement, repeated(unit), LARGEST
    for unit in SELECTORS:
        yield unit, "SELECT html_count('<p><a>x</a></p>', ?)", repeated(unit), LARGEST
        # As long as a selector may be, over a growing document.
        selector = (unit * 4096)[:4000 // len(unit) * len(unit)].replace("'", "''")
        yield unit, f"SELECT html_count(?, '{selector}')", repeated('<p a="a"><a>x</a>'), LARGEST
    for unit in GLOBS:
        yield unit, "SELECT count(*) FROM articles('/nowhere', ?)", repeated(unit), LARGEST
    yield '[a*=a… i]', f"SELECT html_count(?, '[a*=\"{'a' * 4000}b\" i]')", between('<p a="', 'a', '">'), LARGEST


def seconds(connection, statement, parameter):
    best = float('inf')
    for run in range(2):
        # The document that was parsed last is kept: each run needs another.
        text = parameter if os.path.isabs(parameter) else parameter + ' ' * run
        connection.execute('BEGIN')
        begin = time.process_time()
        try:
            connection.execute(statement, (text,)).fetchall()
        except sqlite3.Error as error:  # an error is an answer, too: it must come in linear time
            if str(error).startswith(('no such', 'near ', 'wrong number')):
                raise
        best = min(best, time.process_time() - begin)
        connection.execute('ROLLBACK')
    return best


def floor(size):
    """The least time that counts, in seconds: the clock tells a millisecond, and below 10 ns a byte the caches decide."""
    return max(0.001, size * 1e-8)


def worst_ratio(connection, statement, make, size):
    """The larger of the two ratios of n to 2n and 2n to 4n, and the three times."""
    times = [seconds(connection, statement, make(size * factor)) for factor in (1, 2, 4)]
    return max(times[1] / max(times[0], floor(size)), times[2] / max(times[1], floor(2 * size))), times


def measure(connection, statement, make, largest):
    """The ratio, the size and the times that count."""
    size = 16 * 1024  # below it, the limit of 512 levels is not reached by every shape
    while size < 256 * 1024 and size * 8 <= largest and seconds(connection, statement, make(size)) < floor(size):
        size *= 2
    for _ in range(6):
        ratio, times = worst_ratio(connection, statement, make, size)
        if ratio <= 3:
            break
        if size * 8 <= largest:
            size *= 2
    return ratio, size, times


def main():
    connection = sqlite3.connect(':memory:', isolation_level=None)
    connection.enable_load_extension(True)
    connection.load_extension(os.environ['ARTICLES_EXTENSION'])
    connection.execute("CREATE VIRTUAL TABLE fts USING fts5(x, tokenize = 'cjk')")
    names = {name for name, in connection.execute("SELECT name FROM articles_help WHERE kind IN ('table', 'function')")}
    failures, count, statements, worst = [], 0, set(), (0.0, '', '')
    begin = time.process_time()
    for shape, statement, make, largest in cases():
        count += 1
        statements.add(statement)
        ratio, size, times = measure(connection, statement, make, largest)
        worst = max(worst, (ratio, repr(shape), statement[:80]))
        if ratio > 3:
            failures.append(f'{shape!r} in {statement[:80]}: {size} bytes and twice and four times as many take '
                            + ', '.join(f'{t * 1000:.1f}' for t in times) + ' ms')
    for name in sorted(names - WITHOUT_TEXT):
        if not any(name + '(' in statement for statement in statements):
            failures.append(f'{name} of articles_help is in no statement of this test')
    print(f'{count} shapes, {time.process_time() - begin:.0f} s, worst ratio {worst[0]:.2f}: {worst[1]} in {worst[2]}')
    for failure in failures:
        print(failure)
    return 1 if failures else 0


if __name__ == '__main__':
    if 'MALLOC_MMAP_MAX_' not in os.environ:  # keeps freed memory in the process: page faults are not what is measured
        os.execve(sys.executable, [sys.executable] + sys.argv,
                  os.environ | {'MALLOC_MMAP_MAX_': '0', 'MALLOC_TRIM_THRESHOLD_': str(1 << 32)})
    sys.exit(main())
