#!/usr/bin/python3
"""Holds README.md to what the extension does.

    readme.py            run every example and compare; compare the reference with articles_help
    readme.py --update   write what came into README.md instead, to be read in the diff

A block fenced with ```console is a session of the sqlite3 shell in the project's top folder, all blocks in one: lines
that begin with `sqlite> ` or `   ...> ` are typed, the lines after them are what is shown. A table between
`<!-- help: KIND -->` and `<!-- end -->` is made of articles_help.
"""

import difflib
import os
import re
import subprocess
import sys

SOURCE = os.environ.get("ARTICLES_SOURCE", ".")
EXTENSION = os.environ.get("ARTICLES_EXTENSION", os.path.join(SOURCE, "build/release/articles"))
README = os.path.join(SOURCE, "README.md")
MARK = "~~~~ end of the answer ~~~~"


def shell(statements):
    """What the sqlite3 shell shows for each of the statements, typed one after the other."""
    typed = "".join(f"{statement}\n.print {MARK}\n" for statement in statements)
    # Unbuffered, so that errors and rows come in the order of the statements.
    done = subprocess.run(["stdbuf", "-o0", "sqlite3", "-batch"], input=typed, text=True, cwd=SOURCE, timeout=120,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    answers = done.stdout.split(MARK + "\n")
    if len(answers) != len(statements) + 1:
        sys.exit("the shell ended early:\n" + done.stdout)
    # The number of the typed line in a message is that of this script's input.
    return [re.sub(r"(error) near line \d+", r"\1", answer) for answer in answers[:-1]]


def statements_of(block):
    statements = []
    for line in block.splitlines():
        if line.startswith("sqlite> "):
            statements.append(line)
        elif line.startswith("   ...> "):
            statements[-1] += "\n" + line
    return statements


def typed(statement):
    text = re.sub(r"^(sqlite>| {3}\.\.\.>) ", "", statement, flags=re.M)
    return text.replace(".load build/release/articles", f".load '{EXTENSION}'")


def with_answers(readme):
    blocks = re.findall(r"```console\n(.*?)```", readme, flags=re.S)
    statements = [statement for block in blocks for statement in statements_of(block)]
    if not statements:
        sys.exit("README.md has no examples")
    answers = iter(shell([typed(statement) for statement in statements]))

    def filled(match):
        text = "".join(f"{statement}\n{next(answers)}" for statement in statements_of(match.group(1)))
        return f"```console\n{text}```"

    return re.sub(r"```console\n(.*?)```", filled, readme, flags=re.S), len(statements)


def help_rows(columns, kind):
    query = f"SELECT json_group_array(json_array({columns})) FROM articles_help WHERE kind = '{kind}'"
    import json
    return json.loads(shell([f".load '{EXTENSION}'", f"{query};"])[1])


TABLES = {
    "column": ("name, usage, meaning", "| column | type, what is read | meaning |\n| --- | --- | --- |\n"),
    "key": ("name, usage", "| column | keys of the front matter, the preferred first |\n| --- | --- |\n"),
    "option": ("usage, meaning", "| option | meaning |\n| --- | --- |\n"),
    "function": ("usage, meaning, example", "| function | returns | example |\n| --- | --- | --- |\n"),
}


def with_reference(readme):
    def filled(match):
        kind = match.group(1)
        columns, text = TABLES[kind]
        for row in help_rows(columns, kind):
            cells = [cell.replace("|", "\\|") for cell in row]
            if kind == "column":
                cells = [f"`{cells[0]}`", cells[1].split(" ", 1)[1], cells[2]]
            else:
                cells[0] = f"`{cells[0]}`"
            if kind == "function":
                cells[2] = f"`{cells[2]}`"
            text += "| " + " | ".join(cells) + " |\n"
        return f"<!-- help: {kind} -->\n{text}<!-- end -->"

    made, count = re.subn(r"<!-- help: (\w+) -->\n.*?<!-- end -->", filled, readme, flags=re.S)
    if count != len(TABLES):
        sys.exit("README.md lacks a table of the reference")
    return made


def check_help_examples():
    """Every example of articles_help runs."""
    import json
    query = "SELECT json_group_array(example) FROM articles_help"
    examples = json.loads(shell([f".load '{EXTENSION}'", f"{query};"])[1])
    statements = [f".load '{EXTENSION}'"]
    for example in examples:
        statements += [example.replace("'posts'", "'examples/posts'") + ";", "DROP TABLE IF EXISTS temp.news;"]
    for example, answer in zip(examples, shell(statements)[1::2]):
        if "rror" in answer.split("\n")[0] and "SELECT error" not in example:
            sys.exit(f"the example of articles_help fails:\n{example}\n{answer}")
    return len(examples)


def main():
    with open(README, encoding="utf-8") as file:
        readme = file.read()
    made, count = with_answers(with_reference(readme))
    if "--update" in sys.argv[1:]:
        with open(README, "w", encoding="utf-8") as file:
            file.write(made)
    elif made != readme:
        sys.exit("".join(difflib.unified_diff(readme.splitlines(True), made.splitlines(True), "README.md", "what came")))
    helped = check_help_examples()
    print(f"{count} examples of the README and {helped} of articles_help as shown")


if __name__ == "__main__":
    main()
