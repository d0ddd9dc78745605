"""Rows that wait for their district are in no figure, and every file of the figures says so."""

import io
import zipfile
from dataclasses import replace
from functools import cache

import pytest
from defusedxml import ElementTree as ET  # noqa: N817 - its usual short name

from data.store.shipped import illustrative
from reports.exports.feed import TABLES
from reports.exports.files import FILES, View, report_file
from tests.pdf_reading import pages_of
from tests.reports.deck_reading import slides_of
from tests.reports.views import of

WORDS = "Rows of these records not placed yet, and not counted: 2."
KINDS = [(one.key, one.ending) for one in FILES if one.ending not in ("pptx", "png")]


@cache
def view() -> View:
    return of(replace(illustrative(), rows_not_placed=2))


def text_of(content: bytes, ending: str) -> str:
    if ending == "pdf":
        return " ".join(pages_of(content))
    if ending == "svg":
        return " ".join(" ".join(ET.fromstring(content).itertext()).split())
    if ending == "xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            told = [parts.read(name).decode() for name in parts.namelist() if "xml" in name]
        return " ".join(told)
    return content.decode("utf-8", "ignore")


@pytest.mark.parametrize(("key", "ending"), KINDS, ids=str)
def test_every_file_says_how_many_rows_are_not_counted(key: str, ending: str) -> None:
    assert WORDS in text_of(report_file(key, ending).make(view()), ending)


def test_every_slide_and_the_feed_say_how_many_rows_are_not_counted() -> None:
    cover, *slides = slides_of(report_file("deck", "pptx").make(view()))
    assert WORDS in cover.notes
    for slide in slides:
        assert WORDS in slide.text
        assert "\u2026" not in slide.text.partition(WORDS)[2][:120]
    assert TABLES["about"].make(view().figures)["notice"].item().startswith(WORDS)


def test_nothing_is_said_where_all_rows_are_placed() -> None:
    records = illustrative()
    assert (records.not_placed, records.full_notice) == ("", records.notice)
