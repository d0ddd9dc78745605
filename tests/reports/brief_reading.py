"""Reads a brief back: its pages as text, the figures on them, and what its tags say."""

import io
import re
from functools import cache

import pypdf
from pypdf.generic import DictionaryObject


def opened(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


@cache
def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page on one line, without places where a word may break."""
    pages = (page.extract_text() for page in opened(pdf).pages)
    return [" ".join(text.replace("\u200b", "").split()) for text in pages]


def places_in(page: pypdf.PageObject) -> list[tuple[float, float]]:
    """Return where each run of text of a page starts, in points from its lower left corner."""
    found: list[tuple[float, float]] = []

    def seen(text: str, matrix: list[float], at: list[float], *_: object) -> None:
        if text.strip():
            found.append((at[4] * matrix[0] + matrix[4], at[5] * matrix[3] + matrix[5]))

    page.extract_text(visitor_text=seen)
    return found


def headline_in(pdf: bytes) -> dict[str, int]:
    """Return districts covered and in all, trainings and participants of page 1."""
    found = re.search(
        r"(?P<covered>[\d,]+) of (?P<districts>[\d,]+) districts(?: ◇| [^◇]*◇).*?"
        r"(?P<trainings>[\d,]+) trainings? ◇.*?(?P<participants>[\d,]+) participants? ◇",
        pages_of(pdf)[0],
    )
    assert found
    return {key: int(value.replace(",", "")) for key, value in found.groupdict().items()}


def legend_in(pdf: bytes, labels: list[str]) -> list[int]:
    """Return how many districts the legend counts in each of its classes, and in all."""
    page = pages_of(pdf)[0]
    legend = page[page.index("Class Districts") :]
    counts = []
    for label in [*labels, "All districts of the list"]:
        found = re.search(rf"{re.escape(label)} ([\d,]+)", legend)
        assert found, label
        counts.append(int(found[1].replace(",", "")))
        legend = legend[found.end() :]
    return counts


def provinces_in(pdf: bytes, names: list[str]) -> dict[str, str]:
    """Return the rest of the row of each province, and of ``All``."""
    page = pages_of(pdf)[1]
    rows = page[page.index("People in covered districts") :]
    found = {}
    for name in [*names, "All"]:
        row = re.search(rf"{re.escape(name)} (\d+ of \d+ .*?(?:%|no data))", rows)
        assert row, name
        found[name] = row[1]
    return found


def alternatives(pdf: bytes) -> list[str]:
    """Return the words for each picture, from the tags."""
    return [str(tag["/Alt"]) for tag in _tags(opened(pdf)) if "/Alt" in tag]


def tag_names(pdf: bytes) -> list[str]:
    return [str(tag["/S"]) for tag in _tags(opened(pdf))]


def _tags(reader: pypdf.PdfReader) -> list[DictionaryObject]:
    found, waiting = [], [reader.root_object["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, DictionaryObject):
            found += [node] if "/S" in node else []
            waiting += [node["/K"]] if "/K" in node else []
    return found
