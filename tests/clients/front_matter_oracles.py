#!/usr/bin/python3
"""Compares front_matter with PyYAML, tomllib and json, key by key, over every file of ARTICLES_CORPORA.

The delimiters of front matter are found by an implementation of their own, after the same rule. YAML scalars are
compared as typed, with their kind (a JSON number, true, false, null or text), TOML values by value. A file passes
if the extension and the oracle read the same, or if the oracle rejects the block and `error` reports a line.
Without the files the test is skipped.
"""

import collections
import datetime
import json
import os
import re
import sqlite3
import sys
import tomllib

import yaml

EXTENSION = os.environ["ARTICLES_EXTENSION"]
CORPORA = os.environ.get("ARTICLES_CORPORA", "")
LEAST_FILES = 6000

# Intended differences from the oracle: the end of a path and the reason. There are none at present.
EXPLAINED = {}

# YAML allows a tab between tokens (1.2, 6.2), PyYAML does not.
TAB_BETWEEN = re.compile(r"(?m)\t(?=#)|(?<=^-)\t")
JSON_SCALAR = re.compile(r"true|false|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?")
NULLS = {"", "~", "null"}
OF_DATES = re.compile(r"line \d+: '[^']*' is (not a date|an? [a-z ]*date)")


class NotRead(Exception):
    """The oracle rejects the block."""


def kind(text):
    """A plain scalar as front_matter shows it: ('as typed', …) for numbers and flags, else text."""
    return ("as typed", text) if JSON_SCALAR.fullmatch(text) else text


def pairs(items):
    """The members of an object. If a key occurs twice, the last value that is not null counts."""
    result = {}
    for key, value in items:
        if key not in result or value is not None:
            result[key] = value
    return result


def of_json(text):
    def number(typed):
        return ("as typed", typed)

    def flags(value):
        if isinstance(value, bool):
            return ("as typed", "true" if value else "false")
        if isinstance(value, list):
            return [flags(item) for item in value]
        if isinstance(value, dict):
            return {key: flags(item) for key, item in value.items()}
        return value

    return flags(json.loads(text, object_pairs_hook=pairs, parse_int=number, parse_float=number))


def of_yaml_node(node, path=()):
    if id(node) in path:
        raise NotRead("a cycle")
    path += (id(node),)
    if isinstance(node, yaml.ScalarNode):
        plain = node.style is None
        if plain and node.value in NULLS:
            return None
        return kind(node.value) if plain else node.value
    if isinstance(node, yaml.SequenceNode):
        return [of_yaml_node(item, path) for item in node.value]
    items, merged = [], []
    for key, value in node.value:
        if key.value == "<<" and not isinstance(value, yaml.ScalarNode):
            sources = value.value if isinstance(value, yaml.SequenceNode) else [value]
            merged += [of_yaml_node(source, path) for source in sources]
        elif not isinstance(key, yaml.ScalarNode):
            raise NotRead("a key that is not text")
        else:
            items.append((key.value or "null", of_yaml_node(value, path)))
    result = pairs(items)
    for source in merged:
        for key, value in source.items():
            result.setdefault(key, value)
    return result


def has_duplicates(node):
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        return len(set(map(str, keys))) < len(keys) or any(has_duplicates(value) for _, value in node.value)
    return isinstance(node, yaml.SequenceNode) and any(has_duplicates(item) for item in node.value)


def of_yaml(block):
    try:
        node = yaml.compose(TAB_BETWEEN.sub(" ", block), yaml.BaseLoader)
    except (yaml.YAMLError, ValueError) as error:
        raise NotRead(str(error)) from error
    if node is None or isinstance(node, yaml.ScalarNode) and node.value in NULLS:
        return {}, False
    if not isinstance(node, yaml.MappingNode):
        raise NotRead("not a map")
    return of_yaml_node(node), has_duplicates(node)


def of_toml(block):
    try:
        return tomllib.loads(block), False
    except tomllib.TOMLDecodeError as error:
        raise NotRead(str(error)) from error


def of_json_block(block):
    try:
        return of_json(block if block.lstrip().startswith("{") else "{" + block + "}"), False
    except ValueError as error:
        raise NotRead(str(error)) from error


def toml_value(text):
    """The TOML value that the text states; the text itself if it is not one."""
    try:
        return tomllib.loads("value = " + text)["value"]
    except tomllib.TOMLDecodeError:
        return text


def same(ours, oracle):
    """Whether both values are equal; numbers, flags and dates of TOML are compared by meaning."""
    if isinstance(oracle, dict):
        return isinstance(ours, dict) and ours.keys() == oracle.keys() and all(same(ours[k], oracle[k]) for k in ours)
    if isinstance(oracle, list):
        return isinstance(ours, list) and len(ours) == len(oracle) and all(map(same, ours, oracle))
    if isinstance(oracle, (bool, int, float, datetime.date, datetime.time)):
        value = toml_value(ours[1] if isinstance(ours, tuple) else ours)
        return type(value) is type(oracle) and value == oracle
    return ours == oracle


def block_of(text):
    """(reader, block, body), or None if there is no front matter; for files with the usual fences."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    text = re.sub(r"\A([ \t]*\n)+", "", text)
    for opener, closer, reader in (
            (r"( {0,3})(-{3,})", r"(?:%s|\.\.\.)", of_yaml), (r"( {0,3})(\+{3})", "%s", of_toml),
            (r"( {0,3})(;{3,})", "%s", of_json_block)):
        start = re.match(opener + r"[ \t]*(?:\n|\Z)", text)
        if not start:
            continue
        marks, rest = re.escape(start[2]), r"[ \t]*(?:\n|\Z)"
        end = re.search("^ {0,%d}" % len(start[1]) + closer % marks + rest, text[start.end():], re.M)
        if end is None:  # indented deeper, or glued to something
            end = re.search("^(?: {0,3}%s%s|%s)" % (marks, rest, re.escape(start[2][:3])), text[start.end():], re.M)
        if end is None:
            return None
        return reader, text[start.end():start.end() + end.start()], text[start.end() + end.end():]
    if text.startswith("<!--{"):
        end = text.index("}-->")
        return of_json_block, text[4:end + 1], text[end + 4:].removeprefix("\n")
    # Hexo's form without an opening line.
    end = re.search(r"^-{3,}[ \t]*(?:\n|\Z)", text, re.M)
    if end and all(re.match(r"[^\s:][^:]*:(\s|$)|[ \t]|#|-(\s|$)", line) for line in text[:end.start()].splitlines()):
        if re.search(r"(?i)^(title|date|layout|tags|categories|permalink) *:", text[:end.start()], re.M):
            return of_yaml, text[:end.start()], text[end.end():]
    return None


def judge(file, text, ours, body, error):
    """Returns equal, salvaged, error, explained or none; or "WRONG: " and the difference."""
    error = "; ".join(one for one in (error or "").split("; ") if not OF_DATES.match(one))
    for end, reason in EXPLAINED.items():
        if file.endswith(end):
            return f"explained: {reason}"
    found = block_of(text)
    if found is None:
        return "none" if ours == "{}" or "not closed" in error else f"WRONG: the extension reads front matter, the rule finds none: {ours[:200]}"
    reader, block, expected_body = found
    try:
        oracle, twice = reader(block)
    except NotRead as reason:
        if error.startswith("line "):
            return "salvaged" if "salvaged" in error.split(";")[0] else "error"
        if ours == "{}" and body.lstrip("\ufeff \t\n").startswith("---"):
            return "none"
        return f"WRONG: the oracle rejects it, the extension does not: {' '.join(str(reason).split())}"
    if ("occurs twice" in error) != twice:
        return f"WRONG: a key occurs twice: {twice}, but error is {error}"
    if error and not twice and "not UTF-8" not in error:
        return f"WRONG: the oracle reads it: {error}"
    if not same(of_json(ours), oracle):
        return f"WRONG: {ours[:300]} is not {str(oracle)[:300]}"
    if body.replace("\r\n", "\n") != expected_body:
        return f"WRONG: the body begins with {body[:60]!r}, not {expected_body[:60]!r}"
    return "equal, with an error reported" if error else "equal"


def main():
    if not os.path.isdir(CORPORA):
        print(f"skipped: no real files at '{CORPORA}'")
        sys.exit(77)
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    files = wrong = 0
    for folder in sorted(name for name in os.listdir(CORPORA) if os.path.isdir(f"{CORPORA}/{name}")):
        counts = collections.Counter()
        query = "SELECT file, front_matter, body, error FROM articles(?, '**/*')"
        for file, ours, body, error in db.execute(query, (f"{CORPORA}/{folder}",)):
            with open(f"{CORPORA}/{folder}/{file}", encoding="utf-8", errors="replace", newline="") as opened:
                verdict = judge(f"{folder}/{file}", opened.read(), ours, body, error)
            files += 1
            if verdict.startswith("WRONG"):
                wrong += 1
                print(f"{folder}/{file}: {verdict}")
            counts[verdict.split(":")[0]] += 1
        print(f"{folder}: " + ", ".join(f"{counts[name]} {name}" for name in sorted(counts)))
    print(f"{files} files, {wrong} wrong")
    sys.exit(0 if wrong == 0 and files >= LEAST_FILES else 1)


if __name__ == "__main__":
    main()
