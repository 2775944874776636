"""feed.py - is every figure that the sheets show of a feed that of the feed?

    feed.py FEED.csv SHEET.pdf…

FEED.csv has period,partner,flow,value,unit,unit_mult. A sheet's provenance.json lists the figures that it
shows: those that are stated are looked up, and turnover, growth and shares are computed anew from
the feed. The name of a sheet says its partner. Prints how many figures were compared, and each that
differs.
"""

import csv
import json
import pathlib
import sys

import pymupdf


def read_feed(path):
    with open(path, newline="", encoding="utf-8") as file:
        return {(row["partner"], row["flow"], row["period"]): float(row["value"]) for row in csv.DictReader(file)}


def turnover(feed, partner, year):
    exports, imports = (feed.get((partner, flow, year)) for flow in ("exports", "imports"))
    return None if exports is None or imports is None else exports + imports


def value_of(feed, partner, series, year):
    if series == "turnover":
        return turnover(feed, partner, year)
    return feed.get(("WLD" if series == "world" else partner, series.replace("world", "exports"), year))


def expected(feed, partner, figure):
    """What the feed says of a figure in the figure's own unit, None where it says nothing."""
    series, year = figure["series"], figure["period"]
    if series.startswith("growth("):
        inner = series[len("growth("):-1]
        now, before = value_of(feed, partner, inner, year), value_of(feed, partner, inner, str(int(year) - 1))
        return None if now is None or not before else 100 * (now / before - 1)
    if series.startswith("share("):
        part, whole = value_of(feed, partner, "exports", year), value_of(feed, partner, "world", year)
        return None if part is None else 100 * part / whole
    return value_of(feed, partner, series, year)


def compare(feed, path):
    """The number of figures compared, and those that differ."""
    partner = path.stem
    compared, wrong = 0, []
    with pymupdf.open(path) as document:
        figures = json.loads(document.embfile_get("provenance.json"))["figures"]
    for figure in figures:
        if figure.get("value") is None:
            continue
        compared += 1
        value = expected(feed, partner, figure)
        if value is None or abs(value - figure["value"]) > 1e-9 * max(1, abs(value)):
            wrong.append(f"{path}: {figure['series']} {figure['period']} is {figure['value']}, the feed has {value}")
    return compared, wrong


def main():
    feed = read_feed(sys.argv[1])
    compared, wrong = 0, []
    for name in sys.argv[2:]:
        more, faults = compare(feed, pathlib.Path(name))
        compared += more
        wrong += faults
    print(f"feed.py: {compared} figures compared, {len(wrong)} differ", *wrong[:20], sep="\n")
    return bool(wrong) or compared < 10 * len(sys.argv[2:])


sys.exit(main())
