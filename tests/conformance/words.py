"""words.py - which words of the sheets do readers of PDF find?

    python words.py FOLDER TABLES [--remake]

FOLDER holds NAME.pdf, NAME.scene (its pages as conformance_pages prints them) and NAME.pdfjs
(its text as pdf.js finds it). The other readers are asked here. What is not found is written to
FOLDER/lost.tsv. TABLES holds the committed counts.tsv: no reader may lose more words or lines
than it says, and browsers none but for their limits. --remake writes it anew.

A word is right where the reader has it, as often as the sheet has it. A line is right where its
words follow each other in the reader's text. Marks of direction are no part of a word.
"""
import collections
import pathlib
import re
import subprocess
import sys
import unicodedata

import pymupdf
import pypdfium2

RUN = re.compile(r'^ *text "((?:[^"\\]|\\.)*)" at (\S+),(\S+) advance (\S+) \S+ \S+ \S+?( right-to-left)?$')
# RLM, LRM, ALM, embeddings, overrides, isolates; the hyphen of a word that a line divides; no width
INVISIBLE = dict.fromkeys([0, 0xAD, 0x200B, 0x200E, 0x200F, 0x061C, 0xFEFF, *range(0x202A, 0x202F), *range(0x2060, 0x206A)])
ADJOINING_PT = 0.05  # dumps have three decimals


def plain(text):
    """The text with single spaces, in one spelling: presentation forms are compatibility characters, and
    capitals may be a matter of look, with the text as it was written behind them."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text.translate(INVISIBLE))).strip().casefold()


def scene_lines(dump):
    """The lines of text of a scene: runs that adjoin, in logical order, are one."""
    lines, pen = [], None
    for row in dump.splitlines():
        run = RUN.match(row)
        if not run:
            pen = None
            continue
        text = re.sub(r"\\(u[0-9A-F]{4}|.)", lambda m: chr(int(m[1][1:], 16)) if len(m[1]) > 1 else m[1], run[1])
        left, baseline, advance = map(float, run.group(2, 3, 4))
        ends = (left, left + advance)
        # A run may stand at either side of the one before it: lines have both directions.
        if pen and pen[0] == baseline and any(abs(a - b) < ADJOINING_PT for a in pen[1] for b in ends):
            lines[-1] += text
        else:
            lines.append(text)
        pen = baseline, ends
    return [line for line in map(plain, lines) if line]


def pdfium(pdf):
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    return "\n".join(pages).replace("\ufffe", "\n")  # it joins the parts of a word that a line divides


def pdfjs(pdf):
    return pdf.with_suffix(".pdfjs").read_text(encoding="utf-8")


def mupdf(pdf):
    with pymupdf.open(pdf) as document:
        return "\n".join(page.get_text() for page in document)


def poppler(pdf):
    return subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True).stdout.decode("utf-8")


READERS = {"PDFium": pdfium, "pdf.js": pdfjs, "MuPDF": mupdf, "poppler": poppler}
BROWSERS = "PDFium", "pdf.js"


# What browsers get wrong in whatever way right-to-left text is written: they mirror brackets, and
# move vowel marks to the line's end. PDFium turns a phrase with signs or spaces around, piece by
# piece, where it runs against its line.
BRACKETS, MARKS = re.compile(r"[()\[\]]"), re.compile(r"[\u064B-\u0652\u0670]")
LEFTWARD, RIGHTWARD = re.compile(r"[\u0590-\u08FF]"), re.compile(r"[0-9A-Za-z]")


def is_limit(reader, word, lines, found):
    """May a browser lose this word?"""
    holding = [line for line in lines if f" {word} " in f" {line} "]
    turned = any(LEFTWARD.search(line) and RIGHTWARD.search(line) for line in holding)
    if any(BRACKETS.search(line) for line in holding) or (turned and reader == "PDFium"):
        return True
    return f" {readable(word)} " in f" {readable(plain(found))} "


def readable(text):
    """The text without marks of vowels, and with the sign for about before its figure: PDFium puts a
    sign without direction behind it, in a line that runs leftward."""
    return re.sub(r"(\S*\d\S*)\u2248(?!\S)", "\u2248\\1", MARKS.sub("", text))


def compare(lines, found):
    """(words right, words, lines right, lines), the words that are not, and the lines."""
    words = collections.Counter(" ".join(lines).split())
    has = collections.Counter(plain(found).split())
    text = f" {plain(found)} "
    lost = words - has
    broken = [line for line in lines if f" {line} " not in text]
    counts = words.total() - lost.total(), words.total(), len(lines) - len(broken), len(lines)
    return counts, sorted(lost.elements()), broken


def read_counts(path):
    rows = [row.split("\t") for row in path.read_text(encoding="utf-8").splitlines()[1:]]
    return {(row[0], row[1]): tuple(map(int, row[2:])) for row in rows}


def write_counts(path, counts):
    rows = ["sheet\treader\twords right\twords\tlines right\tlines"]
    rows += ["\t".join([*key, *map(str, row)]) for key, row in counts.items()]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def print_table(counts):
    print(f"{'words right':16}" + "".join(f"{name:>12}" for name in READERS) + "   lines right")
    for sheet in dict.fromkeys(sheet for sheet, _ in counts):
        rows = [counts[sheet, reader] for reader in READERS]
        print(f"{sheet:16}" + "".join(f"{row[0]:>8}/{row[1]}" for row in rows)
              + "  " + "".join(f"{row[2]:>5}/{row[3]}" for row in rows))


def judge(counts, before):
    """Messages about what is lost beyond what the table says. Sheets that it does not know lose nothing."""
    for key, now in counts.items():
        then = before.get(key, (0, 0, 0, 0))
        for what, i in ("words", 0), ("lines", 2):
            lost, allowed = now[i + 1] - now[i], then[i + 1] - then[i]
            if lost > allowed:
                yield f"{key[0]} in {key[1]}: {lost} {what} are lost, {allowed} were; see lost.tsv"


def main():
    folder, table = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]) / "counts.tsv"
    counts, report, wrong = {}, [], []
    for pdf in sorted(folder.glob("*.pdf")):
        lines = scene_lines(pdf.with_suffix(".scene").read_text(encoding="utf-8"))
        for reader, read in READERS.items():
            found = read(pdf)
            counts[pdf.stem, reader], lost, broken = compare(lines, found)
            if reader in BROWSERS:
                wrong += [f"{pdf.stem} in {reader}: {word} is lost" for word in lost
                          if not is_limit(reader, word, lines, found)]
            report += [f"{pdf.stem}\t{reader}\tword\t{word}\n" for word in lost]
            report += [f"{pdf.stem}\t{reader}\tline\t{line}\n" for line in broken]
    (folder / "lost.tsv").write_text("".join(report), encoding="utf-8")
    print_table(counts)
    if "--remake" in sys.argv:
        write_counts(table, counts)
    wrong += judge(counts, read_counts(table))
    print("".join(f"FAILED: {message}\n" for message in wrong), end="")
    print(f"readers: {max(len(counts) - len(wrong), 0)} right, {len(wrong)} wrong")


if __name__ == "__main__":
    main()
