#!/usr/bin/python3
"""Writes the expected texts of the HTML cases: what Chromium makes of each input.

    make_expected.py            fill in every file here
    make_expected.py --check    write nothing; exit 1 if a file would change

A case is a record, the records of a file are separated by one blank line:

    # W3: what is shown, unique among all files
    "the input, <b>a JSON string</b>"
    "the expected text, a JSON string"

To add one, write its name and its input and run this script. Where strip_html()
departs from Chromium on purpose, a line `! reason: decision 3` (or `rule N3`)
follows the name; such an expected text is written by hand and left alone here.

The input becomes the innerHTML of a new div in an empty no-quirks document without
styles, and the div's innerText is the answer. The document lives in a sandboxed
frame that may not run scripts, which is what makes noscript an element like others,
both for the parser and for the style sheet; the script that asks is the outer page's.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--dump-dom",
)

# The answer leaves as ASCII without markup, so that dumping the page cannot alter it.
PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>html cases</title><body>
<iframe sandbox="allow-same-origin" srcdoc="<!DOCTYPE html><body></body>"></iframe>
<script>
const inputs = @INPUTS@;
const frame = document.querySelector("iframe");
function innerText(input) {
  const page = frame.contentDocument;
  const div = page.createElement("div");
  page.body.replaceChildren(div);
  div.innerHTML = input;
  return div.innerText;
}
function ascii(json) {
  return json.replace(/[^ -~]|[<>&]/g, c => "\\\\u" + c.charCodeAt().toString(16).padStart(4, "0"));
}
frame.onload = () => {
  if (frame.contentDocument.compatMode !== "CSS1Compat") throw "quirks mode";
  if (innerText("<noscript><p>a</p>b</noscript>") !== "a\\n\\nb") throw "scripting is on";
  const answer = document.createElement("pre");
  answer.id = "answer";
  answer.textContent = ascii(JSON.stringify(inputs.map(innerText)));
  document.body.replaceChildren(answer);
};
</script>
"""


class Case:
    """One record; `expected` is None until somebody or the browser has said it."""

    def __init__(self, lines, where):
        rest = list(lines)
        if not rest or not rest[0].startswith("# "):
            raise SystemExit(f"{where}: a record begins with `# name`")
        self.name = rest.pop(0)[2:]
        self.reason = None
        if rest and rest[0].startswith("! reason: "):
            self.reason = rest.pop(0)[len("! reason: "):]
        if not 1 <= len(rest) <= 2:
            raise SystemExit(f"{where}: {self.name}: wants an input line and an expected line")
        try:
            values = [json.loads(line) for line in rest]
        except ValueError as problem:
            raise SystemExit(f"{where}: {self.name}: {problem}") from None
        if not all(isinstance(value, str) for value in values):
            raise SystemExit(f"{where}: {self.name}: wants JSON strings")
        self.input = values[0]
        self.expected = values[1] if len(values) == 2 else None
        if self.reason and self.expected is None:
            raise SystemExit(f"{where}: {self.name}: wants an expected text written by hand")

    def lines(self):
        reason = [f"! reason: {self.reason}"] if self.reason else []
        return [f"# {self.name}", *reason, quoted(self.input), quoted(self.expected)]


def quoted(text):
    """A JSON string in which everything a reader could not see is an escape."""

    def shown(char):
        if char in '"\\' or char < " ":
            return json.dumps(char)[1:-1]
        if char == "\x7f":
            return "\\u007f"
        unseen = char != " " and unicodedata.category(char)[0] in "CMZ"
        return json.dumps(char)[1:-1] if unseen or char == "\ufffd" else char

    return '"' + "".join(map(shown, text)) + '"'


def read_cases(path):
    records = re.split(r"\n{2,}", path.read_text(encoding="utf-8").strip("\n"))
    return [Case(record.split("\n"), path.name) for record in records]


def check_unique(cases):
    for what in ("name", "input"):
        seen = set()
        for case in cases:
            value = getattr(case, what)
            if value in seen:
                raise SystemExit(f"{case.name}: another case has this {what}")
            seen.add(value)


def ask_browser(inputs):
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not browser:
        raise SystemExit("no Chromium found: apt-get install chromium")
    literal = json.dumps(inputs).replace("<", "\\u003c")
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder, "cases.html")
        page.write_text(PAGE.replace("@INPUTS@", literal), encoding="utf-8")
        done = subprocess.run(
            [browser, *FLAGS, f"--user-data-dir={folder}/profile", page.as_uri()],
            check=True, capture_output=True, text=True, encoding="utf-8", timeout=300)
    answer = re.search(r'<pre id="answer">(.*?)</pre>', done.stdout)
    if not answer:
        raise SystemExit("Chromium gave no answer:\n" + done.stderr)
    return json.loads(answer[1])


def main(arguments):
    if arguments not in ([], ["--check"]):
        raise SystemExit(__doc__)
    files = {path: read_cases(path) for path in sorted(HERE.glob("*.txt"))}
    cases = [case for group in files.values() for case in group]
    check_unique(cases)
    by_hand = []
    for case, answer in zip(cases, ask_browser([case.input for case in cases]), strict=True):
        if case.reason:
            by_hand.append((case, answer))
        else:
            case.expected = answer

    changed = []
    for path, group in files.items():
        text = "\n\n".join("\n".join(case.lines()) for case in group) + "\n"
        if text != path.read_text(encoding="utf-8"):
            changed.append(path)
            if not arguments:
                path.write_text(text, encoding="utf-8")

    print(f"{len(cases)} cases, {len(by_hand)} of them by hand:")
    for case, answer in by_hand:
        print(f"  {case.reason}: {case.name}: Chromium {quoted(answer)}")
    for path in changed:
        print(("would change: " if arguments else "changed: ") + path.name)
    return 1 if arguments and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
