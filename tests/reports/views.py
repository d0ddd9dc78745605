"""Views that files are made of in tests: usual, filtered, empty, full, published, hostile."""

import io
from dataclasses import replace
from datetime import date
from functools import cache

import pandas as pd
from PIL import Image

from data.figures.coverage import coverage
from data.figures.selection import Selection, whole
from data.records.model import ATTENDANCE_COLUMNS, TRAINING_COLUMNS, Records
from data.store.shipped import illustrative, published
from geo.boundaries.boundary_set import embedded
from geo.districts import gazetteer
from reports.exports.files import View
from reports.imprint.logo import Logo, read_logo

HOSTILE = '</script><b onclick="alert(1)">&amp; ${x} `y` =SUM(A1) {{z}} #eval("1") \\u{41}\x01'
URDU = "تربیت کا پروگرام، پنجاب"
MADE_ON = date(2026, 11, 26)
LONG = "Joint training of prosecutors, investigators and social welfare officers " * 6


def _logo() -> Logo:
    file = io.BytesIO()
    Image.new("RGB", (300, 100), "#0b5394").save(file, "PNG")
    return read_logo(file.getvalue())


LOGO = _logo()


def of(records: Records, selection: Selection | None = None, **how: object) -> View:
    """Return a view of records in the outlines that ship."""
    figures = coverage(records, selection or whole(records))
    return View(figures, embedded(), **how)


def everywhere() -> Records:
    """Return records in which somebody serves in each district of the list."""
    trainings = pd.DataFrame([dict.fromkeys(TRAINING_COLUMNS, "")]).assign(
        training_id="T1", title="Everywhere", level="national", status="held",
        venue_adm2_pcode="PK401", date_start=pd.Timestamp("2023-03-01"),
        date_end=pd.Timestamp("2023-03-02"),
    )  # fmt: skip
    trainings["summarises"] = pd.array([pd.NA], dtype="Int64")
    pcodes = list(gazetteer.names())
    attendance = pd.DataFrame({"training_id": "T1", "adm2_pcode": pcodes, "agency": "Police"})
    attendance["participants_f"] = pd.array([1 + n % 40 for n in range(len(pcodes))], dtype="Int64")
    attendance["participants_m"] = pd.array([n % 3 for n in range(len(pcodes))], dtype="Int64")
    attendance["participants_unspecified"] = pd.array([pd.NA] * len(pcodes), dtype="Int64")
    return _made_up(trainings, attendance[list(ATTENDANCE_COLUMNS)])


def with_words(words: str) -> Records:
    """Return the illustrative records with one text wherever records hold one."""
    shipped = illustrative()
    columns = dict.fromkeys(("title", "venue", "donor", "delivered_by"), words)
    return replace(
        shipped,
        title=words[:80],
        notice=words,
        source=words,
        trainings=shipped.trainings.assign(**columns),
        attendance=shipped.attendance.assign(
            agency=shipped.attendance["agency"].replace("Police", words)
        ),
    )


def _made_up(trainings: pd.DataFrame, attendance: pd.DataFrame) -> Records:
    return Records(
        key="yours",
        title="Made up",
        notice="Made up for a test.",
        source="a test",
        as_of=date(2023, 9, 25),
        trainings=trainings,
        attendance=attendance,
    )


@cache
def views() -> dict[str, View]:
    """Return the views that every file is tried on, by what they are; made once for all tests."""
    shown, spring = illustrative(), date(2023, 5, 15)
    first = shown.trainings["date_start"].min().date()
    return {
        "illustrative": of(shown),
        "filtered": of(
            shown, Selection(spring, provinces=("PK6", "PK2"), agencies=("Police", "FIA"))
        ),
        "empty": of(shown, replace(whole(shown), as_of=first.replace(day=1))),
        "published": of(published()),
        "everywhere": of(everywhere()),
    }
