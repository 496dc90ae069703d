#!/usr/bin/python3
"""Compares html_each with soupsieve over html5lib's tree: tags and attributes of the matches, in order."""
import json
import os
import re
import sqlite3
import sys
import time
from pathlib import Path

SKIPPED = 77
try:
    import bs4
    import html5lib  # noqa: F401: the parser that bs4 asks for
    import soupsieve
except ImportError as missing:
    print(f"skipped: {missing}; install python3-bs4 python3-soupsieve python3-html5lib")
    sys.exit(SKIPPED)

SOURCE = Path(os.environ["ARTICLES_SOURCE"]).resolve()
CORPORA = os.environ.get("ARTICLES_CORPORA", "")
DOCTYPE = "<!DOCTYPE html>"

# Whole documents, and long parts of pages that hold SVG, tables or nested lists.
GOLANG = """talks/2010/go_talk-20100112.html talks/2010/go_talk-20100121.html
talks/2010/go_talk-20100323.html blog/survey2017/project.html blog/survey2016/project.html
doc/articles/race_detector.html doc/install/gccgo.html doc/index.html doc/manage-install.html
doc/tutorial/add-a-test.html""".split()

# One selector per line, in groups.
SELECTORS = r"""
*
p
P
div
Li
a
html
body
head *
title
x-card
X-Title
svg
linearGradient
lineargradient
foreignObject p
nosuch
h1, h2, h3
li,LI , p
 td 
a,b,i,em,strong,code
p.lead
*.lead

#main
#Main
#MAIN
div#main.box
#top #main
#a\.b
#a\ b
#c\:d
#c\[d\]
#\31 
#\31 a2
#\000031 a2
#\31
#é
#\E9
#\0000e9
#头条
div#头条 > h1
#menu

.lead
.Lead
.lead.Lead.LEAD
.LEAD.lead
.a.b
.b.a.c
.a\:b
.a\.b
.a\3A b
.md\:w-1\/2
.\31 st
.\31st
.-x
.--y
._z
.x\#y
.page-7.wide
.首页
.项.涨
.项:not(.涨)
.涨幅
.\6DA8\5E45
.列表 > .项 .涨幅
.😀
.𠮷.😀
.\1F600
.引用 cite
.p.q
.r
.icon
.odd
.num.up, .num.down

[href]
[HREF]
[title]
[alt=""]
[alt]
[data-z=""]
[data-z]
[class]
[class=""]
[class=" "]
[id]
[viewBox]
[viewbox]
[d="M0 0"]
[contenteditable][hidden]
[ hidden ]
[href="/c?x=1&y=2#z"]
[href='/c?x=1&y=2#z']
[href=""]
[href=d\.pdf\?]
[title="it's"]
[title='say "hi"']
[title="say \"hi\""]
[title="a\\b"]
[title="line\a break"]
[title="tab\9 here"]
[title="\5d"]
[title="]"]
[title="中文 标题"]
[title^="中文"]
[title$='标题']
[title*="文 标"]
[title~=标题]
[data-类别=股票]
[data-\7C7B\522B="股票"]
[title*="<b>"]
[title*=" "]
[data-x=one]
[data-x="One" i]
[data-x="one two" i]
[data-x=ONE i]
[data-x=ONE I]
[data-x~=one]
[data-x~=two]
[data-x~=three]
[data-x~=four]
[data-x~="one two"]
[data-x~=""]
[data-x~=ONE i]
[data-y|=a]
[data-y|="a-b"]
[data-y|=A i]
[data-y|=b]
[data-y|="-"]
[lang|=ZH i]
[lang|="en"]
[lang="en-US"]
[href^=http]
[href^="https://"]
[href^=HTTP i]
[href$=".pdf"]
[href$=".PDF" i]
[href*=example]
[href*="EXAMPLE" i]
[href*="://"]
[href^='#']
a[href*=go]
[src$=".jpg" i], [src$=png]
[ src = 'a.png' ]
[ src ^= "b" i ]
[data-mixed=V]
[DATA-MIXED=V]
[data-mixed=v]
[data-count="3"]
[data-n="-3.5"]
[data-n=\-3\.5]
[data-n^="-"]
[data-n|=""]
[\@click]
[\:key=k]
[v-on\:x\.y=z]
[on-="1"]
[_a="1"]
[type=text]
[type=TEXT]
[type=checkbox][checked]
[type="submit"].btn
[value="istanbul" i]
[class~=lead]
[class*=btn]
[class|=btn]
[class|=box]
[class="box a:b"]
[class^=x]
[id|=a]
[style*=red]
[name="a[]"]
[rel~=nofollow][href]
[rel~="icon"]
[width="10"][height="20"]
[x1][y1], [fill], [width]
[href]:not([href^="#"]):not([href^="/"])

div p
div > p
div>p
body > *
body >*> *
ul li
ul > li > ul > li
ul li li li
ol > li
li + li
li+li+li
li ~ li
li~li~li.on
h2 + p
h2 ~ p
h3 ~ div + p
h3 + p ~ p
dt + dd
dt + dt ~ dd
div div div span
div > div > span, div + span
article article section a
article > section article > section
section > :not(p)
* > * + *
* + * > *
table table td
table tr > td a
td + td + td
tbody > tr + tr
thead ~ tbody td.name
p a, h2 a, li a
pre, pre + p, pre ~ h2
svg g path
svg > *
g > *
math > mi + mo
noscript *
iframe *
video > source ~ track
html > head + body
head + body > :first-child
p:not(:first-child) + p

:root
:root > body
html:root
body:root
:not(:root) > p
:empty
p:empty
li:empty
td:empty
*:not(:empty):first-child
a:empty, span:empty
:first-child
li:first-child
:last-child
li:last-child
p:last-child
:only-child
p:only-child
td:only-child
:first-of-type
p:first-of-type
:last-of-type
h3:last-of-type
:only-of-type
b:only-of-type
:FIRST-CHILD
tr:First-Child
:root:first-child:last-child
:nth-child(1)
:nth-child(odd)
:nth-child(EVEN)
li:nth-child(even)
tr:nth-child(2n+1)
tr:nth-child( 2n + 1 )
tr:nth-child(2N-1)
li:nth-child(3)
li:nth-child(+3)
li:nth-child(-3)
li:nth-child(0)
li:nth-child(n)
li:nth-child(+n)
li:nth-child(-n)
li:nth-child(-n+3)
li:nth-child(-n + 3)
li:nth-child(-2n+7)
li:nth-child(n+4):nth-child(-n+8)
li:nth-child(3n)
li:nth-child(3n-2)
li:nth-child(3n+0)
li:nth-child(0n+2)
li:nth-child(+4n-1)
li:nth-child(10n-1)
li:nth-child(10n+9)
li:nth-child(-n+0)
li:nth-child(5n+100)
p:nth-last-child(1)
p:nth-last-child(2n)
li:nth-last-child(-n+2)
li:nth-last-child(3n+1)
:nth-last-child(odd):nth-child(odd)
td:nth-child(2):nth-last-child(3)
p:nth-of-type(2)
p:nth-of-type(even)
h3:nth-of-type(n+2)
dd:nth-of-type(2n+1)
p:nth-last-of-type(1)
p:nth-last-of-type(-n+2)
i:nth-last-of-type(2)
:nth-of-type(3n+2)
:nth-last-of-type(even)
col:nth-child(2)

:not(p)
:not(p, div, li)
p:not(.lead)
:not(:not(p))
:not(*)
li:not(:first-child):not(:last-child)
a:not([href])
a:not([href*="go"], [title])
:not(div p)
p:not(div > p, li > p)
div:not(#main ~ div)
:is(h1, h2, h3)
:is(p)
:IS(h1,H2)
div:is(#main, .x\#y)
:is(ul, ol) > li
:is(ul, ol) :is(ul, ol) > li
:is(td, th):first-child
:is(div > p, td > a)
:is(:is(p, a):first-child, b)
:where(p, a)
:where(ul ol, ul ul) li
:where(#main) .lead
li:where(.on, :first-child)
:not(:is(div, p, a, li))
:is(:not(p):not(a)):only-child
:has(p)
div:has(p)
div:has(> p)
div:has(>p)
div:has(> p > a, > em)
:has(a[href])
li:has(ul)
li:has(> ul)
li:has(> ul > li.on)
li:has(+ li.on)
li:has(~ li.on)
h2:has(+ p)
h2:has(~ h3 + p)
h3:has(+ p + h3)
:has(> :first-child:last-child)
div:not(:has(p))
ul:not(:has(ul, ol))
:has(:has(span))
:has(> :has(> span))
div:has(> div):has(> span)
li:has(:not(a))
:not(:has(*))
tr:has(td:nth-child(2).name) > td:last-child
table:has(table) > tbody > tr:has(> th)
:is(section, article):has(> p:only-child)
section:has(h3 ~ div)
p:has(+ pre), p:has(~ table)
body:has(:empty) > :has(> a)
dt:has(+ dt)
dt:not(:has(+ dt))
:root:has(title)
:has(+ :last-child)
* :has(> b):not(.box) > b
.项:has(.涨幅):not(:has(+ .跌))
""".split("\n")

# Where soupsieve departs from the standard: selector -> (reason, the selector that soupsieve gets instead).
HTML_CASE = "soupsieve ignores case in the values of type only; HTML has a list of such attributes"
NO_VALUE = "soupsieve matches all; by Selectors 4 an empty value matches nothing"
ABOVE_ROOT = "soupsieve treats the document as an element that * and :not() match"
ELSEWHERE = {
    '[data-x="ONE"i]': ("soupsieve requires a space before the flag", '[data-x="ONE" i]'),
    "  ul   >   li": ("soupsieve rejects two spaces before a combinator", "ul > li"),
    "[rel=stylesheet]": (HTML_CASE, "[rel=stylesheet i]"),
    "[dir=rtl]": (HTML_CASE, "[dir=rtl i]"),
    "[align^=c]": (HTML_CASE, "[align^=c i]"),
    "[http-equiv=refresh]": (HTML_CASE, "[http-equiv=refresh i]"),
    "[hreflang|=EN]": (HTML_CASE, "[hreflang|=en i]"),
    "[method=post]": (HTML_CASE, "[method=POST]"),
    "[lang=ZH-CN]": (HTML_CASE, "[lang=zh-CN]"),
    "[lang|=zh]": (HTML_CASE, "[lang|=zh i]"),
    '[href^=""]': (NO_VALUE, ":not(*)"),
    '[href$=""]': (NO_VALUE, ":not(*)"),
    '[href*=""]': (NO_VALUE, ":not(*)"),
    '[value^="i" i]': ("soupsieve reads U+0130 as i; CSS ignores the case of ASCII only",
                       "[value^=i], [value^=I]"),
    "* * * * * *": (ABOVE_ROOT, "html * * * * *"),
    ":not(ul) > :not(li)": (ABOVE_ROOT, ":not(ul) > :not(li, html)"),
}


def own_pages():
    for path in sorted((SOURCE / "tests/data/selectors").glob("*.html")):
        yield path.name, path.read_text(encoding="utf-8")


def real_pages():
    golang = Path(CORPORA, "golang_site", "_content")
    for name in GOLANG:
        html = (golang / name).read_text(encoding="utf-8")
        yield name, DOCTYPE + re.sub(r"^\s*<!doctype[^>]*>", "", html, flags=re.IGNORECASE)
    for path in sorted(Path(CORPORA, "rsshub").rglob("*.md")):
        parts = re.split(r"^---[ \t]*\n", path.read_text(encoding="utf-8"), 2, flags=re.MULTILINE)
        yield path.name, f"{DOCTYPE}<body>{parts[-1]}"


def parsed(html):
    """Adds a comment at the end of each element. Selectors ignore it, and without it soupsieve 2.3.2 misses
    elements that are the last nodes of their parents in :nth-child(an+b) and similar pseudo-classes."""
    soup = bs4.BeautifulSoup(html, "html5lib", multi_valued_attributes=None)
    for tag in soup.find_all(True):
        tag.append(bs4.Comment(""))
    return soup


def expected(soup, pattern):
    return [(tag.name.lower(), dict(tag.attrs)) for tag in pattern.select(soup)]


def found(connection, html, selector):
    rows = connection.execute("SELECT tag, attributes FROM html_each(?, ?)", (html, selector))
    return [(tag, json.loads(attributes)) for tag, attributes in rows]


def difference(ours, theirs):
    for at, (one, other) in enumerate(zip(ours, theirs)):
        if one != other:
            return f"match {at + 1}: html_each {one!r:.200}, soupsieve {other!r:.200}"
    if len(ours) != len(theirs):
        rest = (ours if len(ours) > len(theirs) else theirs)[min(len(ours), len(theirs))]
        return f"html_each {len(ours)} matches, soupsieve {len(theirs)}; first more: {rest!r:.200}"
    return None


def main():
    begin = time.monotonic()
    connection = sqlite3.connect(":memory:")
    connection.enable_load_extension(True)
    connection.load_extension(os.environ["ARTICLES_EXTENSION"])

    selectors = {line: line for line in SELECTORS if line}
    selectors.update({ours: theirs for ours, (_, theirs) in ELSEWHERE.items()})
    patterns = {ours: soupsieve.compile(theirs) for ours, theirs in selectors.items()}
    pages = list(own_pages())
    if CORPORA and all(os.path.isdir(os.path.join(CORPORA, folder)) for folder in ("golang_site", "rsshub")):
        pages += real_pages()
    else:
        print(f"skipped the real pages: {CORPORA!r} has none")

    failures, elements, unmatched = [], 0, set(selectors)
    for name, html in pages:
        soup = parsed(html)
        for selector, pattern in patterns.items():
            theirs = expected(soup, pattern)
            try:
                wrong = difference(found(connection, html, selector), theirs)
            except sqlite3.Error as error:
                wrong = str(error)
            elements += len(theirs)
            if theirs:
                unmatched.discard(selector)
            if wrong:
                failures.append(f"FAILED {name}: {selector!r}: {wrong}")
    for failure in failures[:200]:
        print(failure)
    print(f"{len(selectors)} selectors ({len(unmatched)} without a match), {len(pages)} pages, "
          f"{elements} elements compared, {len(failures)} differences, "
          f"{time.monotonic() - begin:.1f} s")
    if os.environ.get("SELECTORS_UNMATCHED"):
        print("without a match:", *sorted(unmatched), sep="\n  ")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
