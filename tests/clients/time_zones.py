#!/usr/bin/python3
"""Compares article_date(text, zone) with Python's zoneinfo, an independent reader of the same files.

For each zone: local times around every change of its clocks from 1800 to 2500, gaps and folds included, and random
ones. For local times that occur twice or never, article_date follows the rule of Python's fold=0.
"""

import os
import random
import sqlite3
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

SOURCE = os.environ.get("ARTICLES_SOURCE", ".")
EXTENSION = os.environ.get("ARTICLES_EXTENSION", os.path.join(SOURCE, "build/release/articles"))
SKIPPED = 77

# Zones with unusual histories: war time, daylight-saving time in 1986-91, local mean time, half-hour and negative
# daylight-saving time, skipped days.
MUST = {"America/New_York", "Europe/Berlin", "Asia/Shanghai", "Australia/Lord_Howe", "Africa/Casablanca",
        "Europe/Dublin", "Pacific/Apia", "America/Nuuk", "Africa/Monrovia", "Antarctica/Troll", "Asia/Gaza"}


def changes(zone):
    """The local times, by the clock before the change, of all changes from 1800 to 2500; found by bisection."""
    def offset(moment):
        return moment.astimezone(zone).utcoffset()

    step = timedelta(days=5)
    at = datetime(1800, 1, 1, tzinfo=timezone.utc)
    before = offset(at)
    while at.year < 2500:
        after = offset(at + step)
        if after != before:
            low, high = at, at + step
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
                low, high = (middle, high) if offset(middle) == before else (low, middle)
            yield (high + before).replace(tzinfo=None)
        at, before = at + step, after
        if 2040 < at.year < 2490:  # changes follow a rule: a few years are enough
            at, before = at + timedelta(days=365 * 50), offset(at + timedelta(days=365 * 50))


def clocks(zone, chance):
    for change in changes(zone):
        for minutes in (-180, -61, -60, -59, -31, -30, -1, 0, 1, 15, 29, 30, 31, 59, 60, 61, 119, 120, 180, 1439, 1440):
            yield change + timedelta(minutes=minutes)
        yield change - timedelta(seconds=1)
        yield change + timedelta(seconds=1)
    for _ in range(300):
        yield datetime(chance.randrange(2, 9999), 1, 1) + timedelta(seconds=chance.randrange(366 * 86400))


def main():
    names = sorted(name for name in available_timezones() if "/" in name)
    if not MUST <= set(names):
        print("skipped: this system has no time zone files")
        return SKIPPED
    chance = random.Random(5)
    names = sorted(MUST) + chance.sample([name for name in names if name not in MUST], 25)
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    total = 0
    for name in names:
        zone = ZoneInfo(name)
        texts = [f"{clock.year:04}{clock:-%m-%d %H:%M:%S}" for clock in clocks(zone, chance)]
        got = [row[0] for text in texts for row in db.execute("SELECT article_date(?, ?)", (text, name))]
        for text, instant in zip(texts, got):
            want = datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(timezone.utc)
            want = f"{want.year:04}{want:-%m-%d %H:%M:%S}"
            if instant != want:
                sys.exit(f"{text} in {name}: article_date returns {instant}, Python {want}")
        in_text = db.execute("SELECT article_date(? || ' ' || ?)", (texts[0], name)).fetchone()[0]
        if in_text != got[0]:
            sys.exit(f"{texts[0]} {name}: {in_text} with the zone in the text, {got[0]} with the zone as argument")
        total += len(texts)
    print(f"{total} local times of {len(names)} time zones agree with Python")
    return 0


if __name__ == "__main__":
    sys.exit(main())
