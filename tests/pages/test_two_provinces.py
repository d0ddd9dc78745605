"""Two people of two provinces do anything: nothing of the other's province is ever received.

``TRAINING_RANDOM_ACTIONS`` is how many each does; 500 take some minutes.
"""

import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import cached_property
from types import SimpleNamespace

import pandas as pd
import pytest
import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from data.access.grants import grant
from data.access.limits import within
from data.figures.selection import as_of_dates, choices
from data.records.model import Records
from data.records.tables import TABLES, typed
from data.store.address import open_store
from data.store.store import Store
from data.writing import export
from pages.session import granted, loading, visitor
from pages.session.sign_in import SignIns
from reports.measures.measures import MEASURES
from reports.story.wording import STEPS, Wording
from tests.data.conftest import records_of
from tests.data.stored import AT, checked, with_tables
from tests.pages.received import words_in, words_of

ACTIONS = int(os.environ.get("TRAINING_RANDOM_ACTIONS", "24"))
SCREENS = ["overview", "gaps", "committees", "participants", "trainings", "present", "records"]
#: A person of each: words and numbers that no other record has, and what they are planted in.
PLANTED = {
    "Punjab": {"code": "PK6", "districts": ("PK634", "PK610"), "word": "Zarqona",
               "numbers": (57731, 61583), "day": "2023-11-23"},
    "Sindh": {"code": "PK7", "districts": ("PK702", "PK715"), "word": "Qumrwal",
              "numbers": (48611, 39119), "day": "2024-03-17"},
}  # fmt: skip


def province_records(name: str) -> tuple[list[dict], list[tuple]]:
    """Return two trainings of a province alone, one of both, and who came; all is planted."""
    one, (first, second) = PLANTED[name], PLANTED[name]["districts"]
    word, (women, men) = one["word"], one["numbers"]
    trainings = [
        {"training_id": f"{name}-{number}", "title": f"{word} referral {number}",
         "date_start": day, "venue": f"{word} hall", "venue_adm2_pcode": first,
         "donor": f"{word} fund", "delivered_by": f"{word} institute", "themes": f"{word} law"}
        for number, day in enumerate(("2023-05-09", one["day"]))
    ]  # fmt: skip
    came = [
        (f"{name}-0", first, "Police", women, men, None),
        (f"{name}-1", second, f"{word} agency", men, None, None),
        ("both", second, "Police", women, None, 7),
    ]
    return trainings, came


def further(name: str) -> dict[str, list[tuple]]:
    one, first = PLANTED[name], PLANTED[name]["districts"][0]
    women, men = map(str, one["numbers"])
    return {
        "assessments": [(f"{name}-0", women, "41", "63", "12", "100")],
        "committees": [("district", one["code"], first, "yes", one["day"])],
        "targets": [(first, men)],
        "layers": [(first, f"{one['word']} index", women, one["word"], "2023", one["word"])],
    }


@pytest.fixture
def shared(tmp_path, monkeypatch) -> Store:
    """The programme's records of both, with everything that can be kept beside them."""
    made = PagesManager.__init__

    def as_in_a_browser(manager: PagesManager, *given: object, **named: object) -> None:
        made(manager, *given, **named)  # with no detour by the folder, which loses a press
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", as_in_a_browser)
    where = str(tmp_path / "records.duckdb")
    monkeypatch.setenv("DATABASE_URL", where)
    monkeypatch.setattr(visitor, "signs_in", lambda: True)
    monkeypatch.setattr(visitor, "sign_ins", SignIns())
    loading.store.clear()
    granted.forget()
    store = open_store(where)
    both = {"training_id": "both", "title": "Of both", "date_start": "2023-06-06"}
    trainings, came = [both], []
    tables: dict[str, list[tuple]] = {}
    for name in PLANTED:
        rows = province_records(name)
        trainings, came = trainings + rows[0], came + rows[1]
        for table, planted in further(name).items():
            tables.setdefault(table, []).extend(planted)
    frames = {
        name: typed(name, pd.DataFrame(rows, columns=list(TABLES[name]), dtype="str"))
        for name, rows in tables.items()
    }
    words = " ".join(one["word"] for one in PLANTED.values())
    whole = with_tables(checked(records_of(trainings, came)), **frames)
    store.add(whole, file_name=f"{words}.xlsx", who=words, at=AT)
    worded = Wording(titles={"standing": words}, texts={"growth": words})
    store.keep_setting("wording:stored", worded.to_json(), words, AT)
    grants = [grant("head", "administrator")]
    grants += [grant(name, "editor", [name]) for name in PLANTED]
    store.people.add(grants, words, AT)
    return store


class Visitor:
    """Somebody of one province, with a browser session of his own, and all that he receives."""

    app: AppTest

    def __init__(self, name: str, other: str, chance: random.Random) -> None:
        self.name, self.other, self.chance = name, PLANTED[other], chance
        self.other_name, self.entered, self.saw_own = other, False, 0
        self.files: list[tuple[str, object]] = []
        self.own = 0
        claims = {"name": f"{name} officer", "sub": name, "groups": [name]}
        claims["iat"] = datetime.now(UTC).timestamp()
        self.user = SimpleNamespace(is_logged_in=True, to_dict=lambda: claims)

    @cached_property
    def forbidden(self) -> re.Pattern[str]:
        """The other's words, and numbers and dates however they are written."""
        women, men = self.other["numbers"]
        # Alone, of a district or the province, with who is not recorded, and of both together.
        sums = {women, men, women + men, women + 7, women + 2 * men, 2 * women + 2 * men + 7}
        sums |= {n + m for one in PLANTED.values() for n in one["numbers"] for m in (women, men)}
        numbers = "|".join(f"{n // 1000},?{n % 1000:03}" for n in sorted(sums))
        day = datetime.fromisoformat(self.other["day"])
        dates = f"{day:%Y-%m-%d}|{day.day} {day:%B %Y}|{day.day} {day:%b %Y}"
        word = self.other["word"]
        return re.compile(rf"{word}|(?<![\w.])(?:{numbers})(?!\w)|{dates}", re.IGNORECASE)

    @cached_property
    def records(self) -> Records:
        """The records of his province, as they are when he first filters."""
        return within(loading.store().records(loading.today()), [PLANTED[self.name]["code"]])

    def enter(self, run_screen: Callable[..., AppTest]) -> str:
        self.entered = True
        self.app = run_screen("overview", query={"records": "stored"})
        return "enter"

    def act(self) -> str:
        """Do something; return what."""
        actions: list[tuple[int, Callable[[], str]]] = [
            (6, self.open_screen),
            (5, self.open_address),
            (7, self.filter),
            (5, self.press),
            (4, self.choose),
            (3, self.open_list),
            (3, self.take_file),
            (2, self.bring_file),
        ]
        weights, ways = zip(*actions, strict=True)
        return self.chance.choices(ways, weights)[0]()

    def open_screen(self) -> str:
        screen = self.chance.choice(SCREENS)
        self.app.switch_page(f"pages/{screen}.py").run()
        return f"open {screen}"

    def open_address(self) -> str:
        """Open a screen at an address that names what is the other's."""
        screen, one = self.chance.choice(SCREENS), self.other
        query = {
            "records": "stored",
            "province": one["code"],
            "district": self.chance.choice(one["districts"]),
            "training": f"{self.other_name}-{self.chance.randrange(2)}",
            "agency": "Police",
            "as_of": self.chance.choice(["2023-05-09", "2023-06-06", "2024-01-01"]),
            "measure": self.chance.choice(MEASURES).key,
            "step": self.chance.choice(list(STEPS)),
            "compare": "2023-05-09",
            "part": self.chance.choice(["need", "plan", "equity"]),
        }
        kept = self.chance.sample(list(query), self.chance.randrange(1, len(query)))
        self.app.query_params.clear()
        for key in {"records", *kept}:
            self.app.query_params[key] = query[key]
        self.app.switch_page(f"pages/{screen}.py").run()
        return f"open {screen} at {kept}"

    def filter(self) -> str:
        own = self.records
        offered = {"provinces": "province", "agencies": "agency", "donors": "donor"}
        key = self.chance.choice([*offered, "as_of", "district", "measure"])
        if key in offered:
            values = choices(own)[offered[key]]
            value = self.chance.sample(values, self.chance.randrange(len(values) + 1))
        elif key == "as_of":
            value = self.chance.choice(as_of_dates(own))
        elif key == "measure":
            value = self.chance.choice(MEASURES).key
        else:  # the map tells of any district
            value = self.chance.choice([*self.other["districts"], *PLANTED[self.name]["districts"]])
        self.app.session_state[key] = value
        self.app.run()
        return f"filter {key} {value}"

    def press(self) -> str:
        buttons = [one for one in self.app.button if one.key not in ("sign_out", "undo_import_now")]
        buttons = [one for one in buttons if not one.proto.disabled]
        if not buttons:
            return self.open_screen()
        button = self.chance.choice(buttons)
        button.click().run()
        return f"press {button.label}"

    def choose(self) -> str:
        boxes = [one for one in self.app.selectbox if len(one.options) and not one.proto.disabled]
        if not boxes:
            return self.open_screen()
        box = self.chance.choice(boxes)
        place = self.chance.randrange(min(len(box.options), 200))
        box.select_index(place).run()
        return f"choose {box.label} {place}"

    def open_list(self) -> str:
        key = self.chance.choice(["take_along", "twin_districts", "twin_agency_month", "audit"])
        self.app.session_state[key] = True
        self.app.run()
        return f"open {key}"

    def take_file(self) -> str:
        """Take along a file that has been offered, now or before."""
        if not self.files:
            return self.open_list()
        label, content = self.chance.choice(self.files[-12:])
        self.receive(f"file {label}", words_in(content() if callable(content) else content))
        return f"take {label}"

    def bring_file(self) -> str:
        """Check a file of one's own, or one that names a training of the other, and add it."""
        app = self.app.switch_page("pages/records.py").run()
        if not app.get("file_uploader"):
            return "no place for a file"
        self.own += 1
        training = self.chance.choice(
            [f"{self.name}-own-{self.own}", f"{self.other_name}-0", "both"]
        )
        district = PLANTED[self.name]["districts"][0]
        row = {"training_id": training, "title": "Brought", "date_start": "2023-07-04"}
        records = records_of(
            [{**row, "venue_adm2_pcode": district}], [(training, district, "Police", 3, 4, None)]
        )
        files = [
            (name, content, "text/csv")
            for name, content in export.csv_files(records).items()
            if name in ("trainings.csv", "attendance.csv")
        ]
        app.get("file_uploader")[0].set_value(files)
        app.run()
        for label in ("Check and open", "Add to the programme records"):
            found = [one for one in app.button if one.label == label and not one.proto.disabled]
            if not found:
                return f"brought {training}, not {label}"
            found[0].click().run()
        return f"brought {training}"

    def receive(self, what: str, words: Iterable[str]) -> None:
        """Look through what he received."""
        own = PLANTED.get(self.name, self.other)["word"]
        saw_own = False
        for text in words:
            found = self.forbidden.search(text)
            assert not found, (
                self.name,
                what,
                text[max(found.start() - 200, 0) : found.end() + 80],
            )
            saw_own |= own in text
        self.saw_own += saw_own


class Room:
    """Where several act by turns: who acts now, what the server sends, what it offers to take."""

    def __init__(self, run_screen: Callable[..., AppTest], patch: pytest.MonkeyPatch) -> None:
        self.run_screen, self.patch = run_screen, patch
        self.acting: Visitor
        self.sent: list[ForwardMsg] = []
        enqueue, offer = LocalScriptRunner._enqueue_forward_msg, st.download_button

        def enqueued(runner: LocalScriptRunner, message: ForwardMsg) -> None:
            self.sent.append(message)
            enqueue(runner, message)

        def offered(label: str, data: object, *rest: object, **looks: object) -> object:
            self.acting.files.append((label, data))
            return offer(label, data, *rest, **looks)

        patch.setattr(LocalScriptRunner, "_enqueue_forward_msg", enqueued)
        patch.setattr(st, "download_button", offered)

    def turn(self, visitor: Visitor) -> str:
        """Let somebody act; return what he did, after all that he received was looked through."""
        self.acting = visitor
        self.patch.setattr(st, "user", visitor.user)
        self.sent.clear()
        did = visitor.act() if visitor.entered else visitor.enter(self.run_screen)
        visitor.receive(did, (text for message in self.sent for text in words_of(message)))
        assert not visitor.app.exception, (visitor.name, did)
        return did


def test_nothing_of_the_others_province_is_received(run_screen, shared, monkeypatch) -> None:
    chance = random.Random(20261126)  # noqa: S311 - to do the same again
    room = Room(run_screen, monkeypatch)
    visitors = [Visitor("Punjab", "Sindh", chance), Visitor("Sindh", "Punjab", chance)]
    did = Counter(room.turn(one).split()[0] for _ in range(ACTIONS) for one in visitors)
    assert len(did) > 6, did
    assert min(one.saw_own for one in visitors) > ACTIONS / 4, did


class Witness(Visitor):
    """Somebody of all provinces: finds what is looked for."""

    def __init__(self) -> None:
        super().__init__("head", "Sindh", random.Random(1))  # noqa: S311 - to do the same again
        self.found: set[str] = set()
        self.screens = iter(SCREENS)

    def act(self) -> str:
        return str(self.app.switch_page(f"pages/{next(self.screens)}.py").run())

    def open_files(self) -> str:
        self.app.switch_page("pages/overview.py").run()
        self.app.session_state["take_along"] = True
        return str(self.app.run())

    def receive(self, what: str, words: Iterable[str]) -> None:
        self.found.update(self.forbidden.findall(" ".join(words)))


def test_what_is_looked_for_is_found_where_somebody_sees_all(
    run_screen, shared, monkeypatch
) -> None:
    room, head = Room(run_screen, monkeypatch), Witness()
    for _ in ("enter", *SCREENS):
        room.turn(head)
    assert {"Qumrwal", "17 March 2024"} <= head.found
    for number in (r"\d{2,3},\d{3}", r"\d{5,6}"):
        assert any(re.fullmatch(number, one) for one in head.found), number
    head.act = head.open_files
    room.turn(head)
    for label in ("PowerPoint", "Brief (PDF)", "Workbook", "Districts (GeoPackage)"):
        head.found.clear()
        head.receive(label, words_in(dict(head.files)[label]()))
        assert head.found, label
