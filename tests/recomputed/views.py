"""The views that are computed twice: twenty of each shipped set, and made-up ones."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from random import Random

import pandas as pd
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from data.figures.selection import Selection
from data.records.model import LEVELS, Records
from data.store.shipped import illustrative, published
from tests.data.conftest import AS_OF, records_of, views

ANY, CROWDED = 20, 30


@dataclass(frozen=True)
class View:
    """Records, what is selected of them, and another date to compare with."""

    records: Records
    selection: Selection
    other_day: date

    def in_words(self) -> str:
        """Return all that it takes to make the view again."""
        tables = {"trainings": self.records.trainings, "attendance": self.records.attendance}
        written = [
            f"{name}\n{table.to_csv(index=False)}"
            for name, table in (tables | self.records.further).items()
            if len(table) <= 50
        ]
        head = f"{self.records.key}: {self.selection}, other date {self.other_day}"
        return "\n".join([head, *written])


# ------------------------------------------------------------------ shipped sets

SPRING, SUMMER = date(2023, 5, 31), date(2023, 7, 31)
#: Whether a committee is notified, and since when.
NOTIFIED = (
    *((word, pd.NaT) for word in ("yes", "no", "unknown")),
    *(("yes", pd.Timestamp(day)) for day in (SPRING, SUMMER)),
)
ILLUSTRATIVE_FILTERS: tuple[dict, ...] = (
    {},
    {"as_of": date(2023, 2, 13)},
    {"as_of": date(2023, 2, 14)},
    {"as_of": SPRING},
    {"since": SPRING},
    {"since": date(2023, 5, 29), "as_of": date(2023, 8, 22)},
    {"provinces": ("PK6",)},
    {"provinces": ("PK7",), "as_of": SUMMER},
    {"provinces": ("PK1", "PK3")},
    {"provinces": ("PK4",)},
    {"agencies": ("FIA",)},
    {"agencies": ("Police", "Civil society"), "as_of": SUMMER},
    {"agencies": ("Levies",)},
    {"donors": ("Denmark",)},
    {"donors": ("Australia", "EU (GLO.ACT)"), "since": SPRING},
    {"levels": ("district",)},
    {"levels": ("national",), "agencies": ("FIA", "Police")},
    {"levels": ("provincial", "national"), "provinces": ("PK2", "PK5")},
    {"donors": ("Denmark",), "levels": ("district",), "provinces": ("PK6",)},
    {"donors": ("Australia",), "agencies": ("Prosecution",), "provinces": ("PK3",)},
)
PUBLISHED_FILTERS: tuple[dict, ...] = (
    {},
    {"as_of": date(2023, 9, 24)},
    {"as_of": SPRING},
    {"as_of": date(2023, 7, 17)},
    {"since": date(2023, 7, 14)},
    {"since": date(2023, 7, 12), "as_of": date(2023, 7, 18)},
    {"provinces": ("PK7",)},
    {"provinces": ("PK2",)},
    {"provinces": ("PK4", "PK6")},
    {"provinces": ("PK4",), "as_of": SUMMER},
    {"agencies": ("Police",)},
    {"agencies": ("Levies",)},
    {"agencies": ("Not published",)},
    {"agencies": ("FIA", "Police"), "since": SPRING},
    {"donors": ("Not published",)},
    {"donors": ("EU (GLO.ACT)",)},
    {"levels": ("not published",)},
    {"levels": ("not published",), "provinces": ("PK7",)},
    {"donors": ("EU (GLO.ACT)",), "provinces": ("PK4",), "agencies": ("Police",)},
    {"donors": ("EU (GLO.ACT)",), "agencies": ("Levies",), "as_of": SUMMER},
)


def shipped_views() -> list[View]:
    """Return twenty views of the illustrative records, and twenty of what has been published."""
    return [
        View(records, replace(Selection(as_of=records.as_of), **filters), SPRING)
        for records, list_of_filters in (
            (illustrative(), ILLUSTRATIVE_FILTERS),
            (published(), PUBLISHED_FILTERS),
        )
        for filters in list_of_filters
    ]


# ---------------------------------------------------------------- made-up records


def made_up_views() -> list[View]:
    """Make views of records of any kind, which are mostly thin, and the same crowded ones."""
    return _any_views() + [_crowded_view(_chance(seed)) for seed in range(CROWDED)]


def _chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - no secret


def _any_views() -> list[View]:
    """Return drawn views; drawn before all are compared at once, they are not made smaller."""
    drawn: list[View] = []

    @settings(max_examples=ANY, deadline=None, database=None, phases=[Phase.generate])
    @given(views(), st.dates(FIRST_DAY, AS_OF))
    def draw(view: tuple[Records, Selection], other_day: date) -> None:
        records, selection = view
        drawn.append(View(_with_more_tables(records, _chance(len(drawn))), selection, other_day))

    draw()
    return drawn


# Few days, so that a Selection often begins or ends on the day of a training; counts that are
# mostly zero or blank; and each kind of home, together with districts that lie in it.
FIRST_DAY = date(2022, 12, 31)
DAYS = (FIRST_DAY, date(2023, 1, 1), date(2023, 5, 31), date(2023, 6, 1), AS_OF)
COUNTS = ((None, None, None, 0, 0, 1, 7), (0, 1, 7), (None, None, 0), (0, 0, 0, 0, 7))
HOMES = (
    *("PK617", "PK401", "PK305", "PK226", "PK721", "PK729", "PK543", ""),
    *("PK7-Karachi", "PK5-Kohistan", "PK7", "PK6", "PK7-several-districts", "PK999"),
)
COMMITTEE = (
    *("District Administration", "FIA", "Police"),
    *("Social Welfare Department", "Labour Department", "Civil society"),
)
AGENCIES = (*COMMITTEE, "Levies", "Not published")
DONORS = ("Denmark", "Australia", "")
PROVINCES = ("PK2", "PK3", "PK4", "PK5", "PK6", "PK7")


def _crowded_view(chance: Random) -> View:
    trainings = [_training(f"T{n}", chance) for n in range(chance.randint(2, 6))]
    ids = [training["training_id"] for training in trainings]
    keys = list(product(ids, chance.sample(HOMES, 4), AGENCIES))
    chosen = chance.sample(keys, min(len(keys), chance.choice((8, 20, 50, 80))))
    counts = chance.choice(COUNTS)
    attendance = [(*key, *(chance.choice(counts) for _ in range(3))) for key in chosen]
    records = _with_more_tables(records_of(trainings, attendance), chance)
    return View(records, _selection(chance), chance.choice(DAYS))


def _training(training_id: str, chance: Random) -> dict:
    start = chance.choice(DAYS)
    return {
        "training_id": training_id,
        "level": chance.choice(LEVELS[:3]),
        "date_start": start,
        "date_end": start + timedelta(days=chance.choice((0, 1, 151))),
        "venue_adm2_pcode": chance.choice(HOMES),
        "donor": chance.choice(DONORS),
        "status": chance.choice(("held", "held", "held", "held", "planned", "cancelled")),
        "summarises": chance.choice((None, None, 3)),
    }


def _selection(chance: Random) -> Selection:
    offered = {
        "provinces": PROVINCES,
        "agencies": AGENCIES,
        "donors": DONORS,
        "levels": LEVELS[:3],
    }
    filters = chance.sample(list(offered), chance.choice((0, 0, 1, 1, 2)))
    chosen = {key: tuple(chance.sample(offered[key], chance.randint(1, 2))) for key in filters}
    as_of = chance.choice((*DAYS[1:], *[AS_OF] * 3))
    since = chance.choice((*DAYS[1:], *[None] * 10))
    return Selection(as_of, since if since and since <= as_of else None, **chosen)


def _with_more_tables(records: Records, chance: Random) -> Records:
    """Add committees, targets and assessments, or none of one."""
    tables = {
        "committees": _committees(chance),
        "targets": _targets(chance),
        "assessments": _assessments(records.trainings["training_id"], chance),
    }
    return records.having({name: one for name, one in tables.items() if chance.random() < 0.9})


def _committees(chance: Random) -> pd.DataFrame:
    """Return committees of all levels; one that stands twice has been corrected."""
    places = [("district", home) for home in HOMES[:7]]
    places += [("provincial", province) for province in PROVINCES] + [("national", "")]
    rows = [
        (
            level,
            place if level == "provincial" else "",
            place if level == "district" else "",
            *chance.choice(NOTIFIED),
        )
        for level, place in chance.choices(places, k=10)
    ]
    columns = ["level", "adm1_pcode", "adm2_pcode", "notified", "notified_on"]
    return pd.DataFrame(rows, columns=columns)


def _targets(chance: Random) -> pd.DataFrame:
    rows = [(chance.choice(HOMES[:7]), chance.choice((0, 5, 30, None))) for _ in range(8)]
    return pd.DataFrame(rows, columns=["adm2_pcode", "targeted"]).astype({"targeted": "Int64"})


def _assessments(training_ids: pd.Series, chance: Random) -> pd.DataFrame:
    """Return tests of most trainings: on one scale or on two, with pairs and without."""
    scales = chance.choice(((20.0,), (20.0, 50.0)))
    rows = [
        (
            training_id,
            chance.choice((0, 1, 2, 9, 14, None)),
            chance.choice((8.5, 9.0, 10.25, 10.25, None)),
            chance.choice((9.75, 12.5, 13.0, 13.0, None)),
            chance.choice((0.0, 2.5, 3.25, 3.25, None)),
            chance.choice(scales),
        )
        for training_id in training_ids
        if chance.random() < 0.8
    ]
    columns = ["training_id", "paired", "pre_mean", "post_mean", "sd_difference", "scale_max"]
    numbers = dict.fromkeys(columns[2:], "float64") | {"paired": "Int64"}
    return pd.DataFrame(rows, columns=columns).astype(numbers)
