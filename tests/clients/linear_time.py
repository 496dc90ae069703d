#!/usr/bin/python3
"""Every SQL function and parser takes linear time: n, 2n and 4n bytes of each hostile shape.

The test measures CPU time, takes the least of several runs, and chooses n so that one run takes at
least a millisecond, or n is 256 KB. It fails if twice the size takes more than three times as long. A
shape that fails is measured again before it counts. Random pairs of tags come from a fixed seed;
LINEAR_TIME_SEED and LINEAR_TIME_PAIRS change it and their number.
"""
import os
import random
import sqlite3
import sys
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


def html_units():
    rng = random.Random(int(os.environ.get('LINEAR_TIME_SEED', 1)))
    for _ in range(int(os.environ.get('LINEAR_TIME_PAIRS', 60))):
        yield ''.join(f"<{rng.choice(['', '', '/'])}{rng.choice(TAGS)}{rng.choice(['', '', '/'])}>{rng.choice(['', 'x'])}"
                      for _ in range(2))
    yield from HTML_UNITS


def repeated(unit):
    return lambda size: unit * max(1, size // len(unit.encode()))


def between(prefix, unit, suffix):
    return lambda size: prefix + unit * max(1, size // len(unit.encode())) + suffix


def numbered(prefix, unit, suffix):
    def make(size):
        step = len(unit) + 6
        return prefix + ''.join(unit.format(i, i) for i in range(size // step)) + suffix
    return make


def attributes(quote):
    def make(size):
        return f'<p title={quote}>{quote} ' + ' '.join(f'a{i}=1' for i in range(size // 10)) + '>x'
    return make


def cases():
    """Tuples of a name, an SQL statement and a function from a size in bytes to the parameters."""
    html_statements = {
        'strip_html': 'SELECT length(strip_html(?))',
        'html_remove': "SELECT length(html_remove(?, 'u > v, w'))",
        'html_each': "SELECT count(*), sum(length(tag)), max(rowid) FROM html_each(?, '*')",
        'html_links': 'SELECT count(*), max(rowid) FROM html_links(?)',
        'stock_mentions': 'SELECT count(*), max(rowid) FROM stock_mentions(?)',
        'byline': 'SELECT byline(?)'}
    shapes = [(unit, repeated(unit)) for unit in html_units()]
    shapes += [('attributes behind a quoted >', attributes('"')), ('attributes', attributes("'"))]
    for unit, make in shapes:
        for name, statement in html_statements.items():
            yield f'{name} of {unit!r}', statement, lambda size, make=make: (make(size),)
    for shape in DOCUMENTS:
        make = between(*shape)
        for name in ('front_matter', 'article_body'):
            yield f'{name} of {shape!r}', f'SELECT length({name}(?))', lambda size, make=make: (make(size),)
    for shape in NUMBERED:
        make = numbered(*shape)
        yield f'front_matter of {shape!r}', 'SELECT length(front_matter(?))', lambda size, make=make: (make(size),)
    for unit in MARKDOWN_UNITS:
        make = repeated(unit)
        yield f'markdown_html of {unit!r}', 'SELECT length(markdown_html(?))', lambda size, make=make: (make(size),)
    for unit in ('1', '2021-', '年', ' ', '+08:00', 'Jan ', 'x', '-', ':'):
        make = repeated(unit)
        yield f'article_date of {unit!r}', 'SELECT article_date(?)', lambda size, make=make: (make(size),)
        yield f'stock_code of {unit!r}', 'SELECT stock_code(?)', lambda size, make=make: (make(size),)
    for needle in ('a', 'A'):
        yield (f'[a*={needle}… i]', "SELECT html_count('<p a=\"' || ? || '\">', '[a*=\"' || ? || 'b\" i]')",
               lambda size, needle=needle: ('a' * size, needle * min(size // 2, 4000)))


def seconds(connection, statement, parameters, runs):
    best = float('inf')
    for _ in range(runs):
        begin = time.process_time()
        try:
            connection.execute(statement, parameters).fetchall()
        except Exception as error:  # an error is an answer, too: it must come in linear time
            if 'no such function' in str(error):
                raise
        best = min(best, time.process_time() - begin)
    return best


def worst_ratio(connection, statement, make):
    """The larger of the two ratios of n to 2n and 2n to 4n, and n."""
    size, first = 4096, 0.0
    while True:
        first = seconds(connection, statement, make(size), 2)
        if first >= 0.001 or size >= 256 * 1024:
            break
        size *= 4 if first < 0.0002 else 2
    times = [first] + [seconds(connection, statement, make(size * factor), 2) for factor in (2, 4)]
    if times[2] < 0.004:
        return 0.0, size, times
    return max(times[1] / times[0], times[2] / times[1]), size, times


def main():
    connection = sqlite3.connect(':memory:')
    connection.enable_load_extension(True)
    connection.load_extension(os.environ['ARTICLES_EXTENSION'])
    failures, count, worst = [], 0, (0.0, '')
    begin = time.process_time()
    for name, statement, make in cases():
        count += 1
        ratio, size, times = worst_ratio(connection, statement, make)
        for _ in range(3):  # a ratio on a busy machine is measured again before it counts
            if ratio <= 3:
                break
            ratio, size, times = min((ratio, size, times), worst_ratio(connection, statement, make))
        worst = max(worst, (ratio, name))
        if ratio > 3:
            failures.append(f'{name}: {size} bytes and twice and four times as many take '
                            + ', '.join(f'{t * 1000:.1f}' for t in times) + ' ms')
    print(f'{count} shapes, {time.process_time() - begin:.0f} s, worst ratio {worst[0]:.2f}: {worst[1]}')
    for failure in failures:
        print(failure)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
