#!/usr/bin/python3
"""Checks the examples: examples/NAME.sql, run as its comment says, prints examples/NAME.out, and
examples/quickstart.sh prints the same for every directory that it is given; sql/search.sql prints
sql/search.out, and examples/search.sh the first rows of it.

The examples load build/release/articles. They run in a temporary copy of the project's folder, in
which that file is the module under test. Nothing is installed or built there: stand-ins replace the
commands that would do so.
"""
import difflib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
SOURCE = Path(os.environ["ARTICLES_SOURCE"]).resolve()
MODULE = Path(os.environ["ARTICLES_EXTENSION"] + ".so").resolve()
failures = 0


def check(name, passed, detail=""):
    global failures
    print(("ok      " if passed else "FAILED  ") + name)
    if not passed:
        failures += 1
        print(detail)


def check_equal(name, expected, actual):
    lines = difflib.unified_diff(expected.splitlines(), actual.splitlines(),
                                 "expected", "actual", lineterm="")
    check(name, expected == actual, "\n".join(lines) or "differ in line ends only")


def executable(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


def make_top(top):
    for folder in ("examples", "sql"):
        shutil.copytree(SOURCE / folder, top / folder)
    (top / "build/release").mkdir(parents=True)
    (top / "build/release/articles.so").symlink_to(MODULE)
    executable(top / "tests/packages.sh", "#!/bin/sh\n")
    executable(top / "bin/cmake", "#!/bin/sh\n")


def run(command, cwd, top, stdin=None):
    environment = dict(os.environ, HOME=str(top), PATH=f"{top}/bin:{os.environ['PATH']}")
    done = subprocess.run(command, cwd=cwd, env=environment, input=stdin, timeout=120,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def as_columns(tabs):
    done = subprocess.run(["column", "-ts", "\t"], input=tabs.encode(), stdout=subprocess.PIPE,
                          env=dict(os.environ, LC_ALL="C.UTF-8"), check=True)
    return done.stdout.decode()


def tables(output):
    """The table below each '== heading' of the quickstart's output."""
    return [part.split("\n\n")[1].rstrip("\n") + "\n" for part in output.split("\n== ")[1:]]


def check_by_hand(top):
    for sql in sorted((top / "examples").glob("*.sql")):
        code, out, err = run(["sqlite3"], top, top, sql.read_bytes())
        check_equal(f"sqlite3 < examples/{sql.name}", sql.with_suffix(".out").read_text(),
                    out + err + (f"exit code {code}\n" if code else ""))


def check_store(top):
    load = ["-batch", "-init", "/dev/null", "-cmd", ".load build/release/articles"]
    company = [".import --csv --schema temp examples/companies.csv company", ".mode tabs", ".headers on"]
    commands = [word for command in company for word in ("-cmd", command)]
    run(["sqlite3", *load, "news.db", "SELECT articles_sync('news', 'examples/posts')"], top, top)
    queries = (top / "sql/search.sql").read_bytes()
    code, out, err = run(["sqlite3", *load, *commands, "news.db"], top, top, queries)
    check_equal("sqlite3 news.db < sql/search.sql", (top / "sql/search.out").read_text(),
                out + err + (f"exit code {code}\n" if code else ""))

    found = out.split("category\tarticles", 1)[0].splitlines()[1:]
    wanted = "\n\n".join(row.replace("\t", "\n") for row in found) + "\n"
    posts, other = top / "examples/posts", top / "it's 文章"
    shutil.copytree(posts, other)
    script = str(top / "examples/search.sh")
    for name, cwd, arguments in [("no argument", top, []), ("a word", other, ["茅台"]), ("again", top, ["茅台", str(posts)]),
                                 ("another directory", top, ["茅台", other.name])]:
        code, out, err = run(["bash", script, *arguments], cwd, top)
        check_equal(f"search.sh: {name}", wanted, out + err + (f"exit code {code}\n" if code else ""))
    for arguments, message in [(["no such words"], "matches 'no such words'"), (["x", "nowhere"], "'nowhere' is not a directory"),
                               (["x", "build"], "no file in")]:
        code, out, err = run(["bash", script, *arguments], top, top)
        check(f"search.sh: {arguments}", code == 1 and not out and message in err, out + err)


def check_quickstart(top):
    wanted = [as_columns((top / f"examples/{name}.out").read_text())
              for name in ("newest", "categories", "companies")]
    script = str(top / "examples/quickstart.sh")
    odd = top / "else where" / "it's \"my\" 文章; $HOME"
    shutil.copytree(top / "examples/posts", odd)
    cases = [
        ("no argument", top, []),
        ("no argument, elsewhere", odd.parent, []),
        ("absolute directory", top, [str(odd)]),
        ("relative directory", odd.parent, [odd.name]),
    ]
    for name, cwd, arguments in cases:
        code, out, err = run(["bash", script, *arguments], cwd, top)
        check_equal(f"quickstart.sh: {name}", "\n".join(wanted),
                    "\n".join(tables(out)) + err + (f"exit code {code}\n" if code else ""))

    # The lines that the script prints at its end can be typed as they are.
    literal = str(odd).replace("'", "''")
    code, out, err = run(["bash", script, str(odd)], top, top)
    typed = [line.split("sqlite> ", 1)[1] for line in out.splitlines() if "sqlite> " in line]
    check("quickstart.sh: names the directory", f"articles('{literal}')" in out, out + err)
    code, out, err = run(["sqlite3"], top, top, "\n".join(typed).encode())
    check("quickstart.sh: its last lines work", code == 0 and not err and out.count("\n") == 5,
          out + err)

    for name in ("nowhere", "examples/newest.sql", ""):
        code, out, err = run(["bash", script, name], top, top)
        check(f"quickstart.sh: '{name}' is not a directory",
              code == 1 and not out and f"'{name}' is not a directory" in err, out + err)


def main():
    absent = [tool for tool in ("sqlite3", "column", "bash") if not shutil.which(tool)]
    if absent:
        print("skipped, not installed:", " ".join(absent))
        return SKIPPED
    with tempfile.TemporaryDirectory() as directory:
        top = Path(directory).resolve() / "the top"
        make_top(top)
        check_by_hand(top)
        check_store(top)
        check_quickstart(top)
    return 1 if failures else 0


sys.exit(main())
