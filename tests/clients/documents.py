#!/usr/bin/python3
"""Compares the documents with what the extension does.

    documents.py            run every example, compare every table, check links and paths
    documents.py --update   write the actual output and tables into the documents, for review in the diff

Examples. A block fenced with ```console is a session of the sqlite3 shell in the project's top folder; the
blocks of one document are one session. Lines that begin with `sqlite> ` or `   ...> ` are typed, the lines after
them are the output. A block fenced with ```pycon is a session of Python's interpreter, which doctest runs. No
other block may hold SQL.

Tables. The lines between `<!-- help: KIND -->` and `<!-- end -->` in REFERENCE.md are made from articles_help.
"""

import difflib
import doctest
import glob
import json
import os
import re
import subprocess
import sys

SOURCE = os.path.abspath(os.environ.get("ARTICLES_SOURCE", "."))
EXTENSION = os.environ.get("ARTICLES_EXTENSION", os.path.join(SOURCE, "build/release/articles"))
README_LINES = 150
FENCES = {"console", "pycon", "sh", "text"}
DOCUMENTS = ("README.md", "REFERENCE.md", "CONTRIBUTING.md", "CHANGELOG.md",
             *sorted(glob.glob("examples/guides/*.md", root_dir=SOURCE)))
# The tables of REFERENCE.md: the kind of articles_help, the columns of the query, the head of the table.
TABLES = {
    "table": ("usage, meaning", ("table", "meaning")),
    "column": ("name, usage, meaning", ("column", "type, what is read", "meaning")),
    "key": ("name, usage", ("column", "keys of the front matter, in order of preference")),
    "option": ("usage, meaning", ("option", "meaning")),
    "function": ("usage, meaning", ("function", "returns")),
    "tokenizer": ("usage, meaning", ("tokenizer", "meaning")),
}
END = "~~~~ end of the output ~~~~"
failures = []


def check(passed, message):
    if not passed:
        failures.append(message)


def shell(statements):
    """What the sqlite3 shell prints for each of the statements, typed one after the other."""
    typed_in = "".join(f"{statement}\n.print {END}\n" for statement in statements)
    # Unbuffered, so that errors and rows come in the order of the statements.
    done = subprocess.run(["stdbuf", "-o0", "sqlite3", "-batch", "-init", "/dev/null"], input=typed_in, text=True,
                          cwd=SOURCE, timeout=300, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    answers = done.stdout.split(END + "\n")
    if len(answers) != len(statements) + 1:
        sys.exit("the sqlite3 shell ended early:\n" + done.stdout)
    # The line number in a message counts the lines of this script's input; SOURCE depends on the machine.
    return [re.sub(r"(error) near line \d+", r"\1", answer).replace(SOURCE, "/path/to/sqlite-articles")
            for answer in answers[:-1]]


def statements_of(block):
    statements = []
    for line in block.splitlines():
        if line.startswith("sqlite> "):
            statements.append(line)
        elif line.startswith("   ...> "):
            statements[-1] += "\n" + line
    return statements


def all_statements(text):
    return [statement for block in re.findall(r"```console\n(.*?)```", text, flags=re.S)
            for statement in statements_of(block)]


def typed(statement):
    text = re.sub(r"^(sqlite>| {3}\.\.\.>) ", "", statement, flags=re.M)
    return text.replace(".load build/release/articles", f".load '{EXTENSION}'")


def with_output(text):
    """The text with the actual output of each statement of its console blocks."""
    answers = iter(shell([typed(statement) for statement in all_statements(text)]))

    def filled(match):
        lines = "".join(f"{statement}\n{next(answers)}" for statement in statements_of(match.group(1)))
        return f"```console\n{lines}```"

    return re.sub(r"```console\n(.*?)```", filled, text, flags=re.S)


def check_python(name, text):
    """Runs the pycon blocks of a document; returns how many statements they have."""
    blocks = "\n".join(re.findall(r"```pycon\n(.*?)```", text, flags=re.S))
    parsed = doctest.DocTestParser().get_doctest(
        blocks.replace("'build/release/articles'", repr(EXTENSION)), {}, name, name, 0)
    report = []
    result = doctest.DocTestRunner(verbose=False).run(parsed, out=report.append)
    check(result.failed == 0, f"{name}: a Python example prints something else\n" + "".join(report))
    return result.attempted


def from_help(value, condition="true"):
    """The values of an SQL expression for the rows of articles_help that meet the condition."""
    query = f"SELECT json_group_array({value}) FROM articles_help WHERE {condition};"
    return json.loads(shell([f".load '{EXTENSION}'", query])[1])


def help_rows(columns, kind):
    return from_help(f"json_array({columns})", f"kind = '{kind}'")


def help_table(kind):
    columns, head = TABLES[kind]
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    for row in help_rows(columns, kind):
        if kind == "column":
            row[1] = row[1].split(" ", 1)[1]  # the usage begins with the name
        row = [cell.replace("|", "\\|") for cell in row]
        lines.append("| " + " | ".join([f"`{row[0]}`"] + row[1:]) + " |")
    return "\n".join(lines) + "\n"


def with_tables(reference):
    tables = re.findall(r"<!-- help: (\w+) -->", reference)
    kinds = from_help("DISTINCT kind")
    check(sorted(tables) == sorted(kinds), f"REFERENCE.md has the tables {tables}, articles_help the kinds {kinds}")
    return re.sub(r"<!-- help: (\w+) -->\n.*?<!-- end -->",
                  lambda match: f"<!-- help: {match.group(1)} -->\n{help_table(match.group(1))}<!-- end -->",
                  reference, flags=re.S)


def check_help_examples():
    """Every example of articles_help runs; returns how many there are."""
    examples = from_help("example")
    statements = [f".load '{EXTENSION}'"]
    for example in examples:
        statements += [example.replace("'posts'", "'examples/posts'") + ";", "DROP TABLE IF EXISTS temp.news;"]
    for example, answer in zip(examples, shell(statements)[1::2]):
        failed = "rror" in answer.split("\n")[0] and "SELECT error" not in example
        check(not failed, f"the example of articles_help fails:\n{example}\n{answer}")
    return len(examples)


def check_everything_is_shown(reference):
    """Every column, option and function occurs in an executed example of the reference."""
    shown = "\n".join(all_statements(reference))
    for kind in ("column", "option", "function"):
        for name, in help_rows("name", kind):
            check(re.search(rf"(?<![\w']){re.escape(name)}\b", shown),
                  f"REFERENCE.md has no executed example of the {kind} {name}")


def anchor(heading):
    """The name that GitHub gives to a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def check_links(name, texts):
    text = re.sub(r"```.*?```", "", texts[name], flags=re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        file, _, heading = target.partition("#")
        file = os.path.normpath(os.path.join(os.path.dirname(name), file)) if file else name
        if not os.path.exists(os.path.join(SOURCE, file)):
            check(False, f"{name}: the link {target} leads to no file")
        elif heading:
            headings = re.findall(r"^#+ (.*)$", texts.get(file, ""), flags=re.M)
            check(heading in map(anchor, headings), f"{name}: the link {target} leads to no heading")


def check_paths(name, text):
    """Every path of the repository that a document names in backticks is there; `*` and NAME stand for any name."""
    for path in re.findall(r"`((?:ext|include|tests|examples)/[^`\s]*)`", text):
        pattern = re.sub(r"NAME|FOLDER", "*", re.sub(r"\{[^}]*\}", "*", path))
        check(glob.glob(os.path.join(SOURCE, pattern)), f"{name}: there is no {path}")


def check_tests(name, text):
    """A test that a document names behind its file, `tests/FILE.cpp` `SUITE.NAME`, is in that file."""
    for path, test in re.findall(r"`(tests/\S+\.cpp)`\s+`\w+\.(\w+)`", text):
        with open(os.path.join(SOURCE, path), encoding="utf-8") as file:
            check(test in file.read(), f"{name}: there is no test {test} in {path}")


def folders(top):
    """The folders below `top` that hold sources, as paths with a slash at the end."""
    found = []
    for path, _, files in os.walk(os.path.join(SOURCE, top)):
        if any(file.endswith((".h", ".cpp", ".py", ".test", ".mjs")) for file in files):
            found.append(os.path.relpath(path, SOURCE) + "/")
    return sorted(found)


def check_map(contributing):
    """CONTRIBUTING.md's map has every folder of the sources."""
    for folder in folders("ext/core") + folders("ext/sqlite") + folders("tests"):
        named = any(f"`{folder[begin:]}`" in contributing for begin in (0, len("ext/core/"), len("ext/sqlite/"),
                                                                        len("tests/")))
        check(named or "/data/" in folder, f"CONTRIBUTING.md's map lacks {folder}")


def check_stages(contributing):
    """The stages and what each links are those of ext/core/CMakeLists.txt."""
    with open(os.path.join(SOURCE, "ext/core/CMakeLists.txt"), encoding="utf-8") as file:
        calls = re.findall(r"^articles_stage\((\S+)(.*?)\)$", file.read(), flags=re.S | re.M)
    for stage, arguments in calls:
        links = arguments.partition("LINKS")[2].split()
        row = re.search(rf"^\| `{stage}/` \|.*\|([^|]*)\|$", contributing, flags=re.M)
        check(row and sorted(re.findall(r"`(\S+)/`", row.group(1))) == sorted(links),
              f"CONTRIBUTING.md: the stage {stage} links {links}")


def check_fences(name, text):
    for fence, block in re.findall(r"^```(\w*)\n(.*?)^```", text, flags=re.S | re.M):
        check(fence in FENCES, f"{name}: a block is fenced with ```{fence}; use one of {sorted(FENCES)}")
        check(fence == "console" or "sqlite> " not in block,
              f"{name}: SQL stands in a block that is not executed:\n{block}")


def main():
    os.chdir(SOURCE)
    texts = {}
    for name in DOCUMENTS:
        with open(os.path.join(SOURCE, name), encoding="utf-8") as file:
            texts[name] = file.read()
    examples = 0
    for name, text in texts.items():
        check_fences(name, text)
        check_links(name, texts)
        check_paths(name, text)
        check_tests(name, text)
        made = with_output(with_tables(text) if name == "REFERENCE.md" else text)
        examples += len(all_statements(text)) + check_python(name, text)
        if "--update" in sys.argv[1:]:
            with open(os.path.join(SOURCE, name), "w", encoding="utf-8") as file:
                file.write(made)
        else:
            check(made == text, "".join(difflib.unified_diff(
                text.splitlines(True), made.splitlines(True), name, name + " with the actual output")))
    lines = texts["README.md"].count("\n")
    check(lines <= README_LINES, f"README.md has {lines} lines; at most {README_LINES} are allowed")
    check_everything_is_shown(texts["REFERENCE.md"])
    check_map(texts["CONTRIBUTING.md"])
    check_stages(texts["CONTRIBUTING.md"])
    helped = check_help_examples()
    print("\n".join(failures) if failures else
          f"{examples} examples of the documents and {helped} of articles_help give the output shown")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
