"""Reads a brief back: the figures on its pages, and what its tags say."""

import io
import re

import pypdf
from pypdf.generic import DictionaryObject

from tests.pdf_reading import pages_of


def opened(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def headline_in(pdf: bytes) -> dict[str, int]:
    """Return districts covered and in all, trainings and participants of page 1."""
    found = re.search(
        r"(?P<covered>[\d,]+) of (?P<districts>[\d,]+) districts(?: ◇| [^◇]*◇).*?"
        r"(?P<trainings>[\d,]+) trainings?(?: recorded one by one)?(?: ◇| [^◇]*◇).*?"
        r"(?P<participants>[\d,]+) participants?(?: ◇| [^◇]*◇)",
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
    blank = "– – –(?= [A-Z])"  # of provinces that are not compared
    rows = page[page.index("Share of people in covered districts") :]
    found = {}
    for name in [*names, "All"]:
        row = re.search(
            rf"{re.escape(name)} ((?:at least )?\d+ of \d+ .*?(?:%|no data|{blank}))", rows
        )
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
