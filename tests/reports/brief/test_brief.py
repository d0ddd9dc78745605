"""The brief has two pages whatever it is of, says what the figures say, and runs nothing."""

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache

import page as pdf_ua
import pandas as pd
import pytest
import typst
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.figures.coverage import coverage
from data.planning.request import Request
from data.planning.settings import Aims
from data.records.model import REACHED, CoverageStatus, Records
from data.records.programme import programme
from data.store.shipped import illustrative, published
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE, BoundarySet, embedded
from geo.districts import gazetteer
from reports.brief import brief
from reports.brief.brief import BriefError, content, write_brief
from reports.brief.figures import chart, covered_lists, provinces, training_rows
from reports.brief.text import BREAK, LONGEST_WORD, drawable
from reports.brief.words import WORDS
from reports.charts.agency_month import MOST_PARTS
from reports.charts.bars import UNPLACED_WORDS
from reports.measures.measures import map_values
from reports.story.story import MEASURE, Story
from reports.story.wording import Wording
from reports.words import fonts, language
from reports.words.headline import headline_figures
from reports.workbook.workbook import need_table
from tests.data.conftest import records_of, view_of, views
from tests.pdf_reading import pages_of, places_in
from tests.reports.brief_reading import (
    alternatives,
    headline_in,
    legend_in,
    opened,
    provinces_in,
    tag_names,
)

HOSTILE = "#panic() $x$ \\ *b* _i_ <img src=x> @ref `raw` ${y} // /* \u202e https://example.org "


@cache
def outlines() -> BoundarySet:
    return embedded()


def everywhere() -> Records:
    """Records of every district of the list, from every agency of the programme."""
    agencies = programme().agencies
    trainings = [{"training_id": f"T{m}", "date_start": date(2023, m, 5)} for m in range(1, 10)]
    rows = [
        (f"T{1 + place % 9}", pcode, agencies[place % len(agencies)], place * 70, 3, None)
        for place, pcode in enumerate(gazetteer.names())
    ]
    return records_of(trainings, rows)


def hostile() -> Records:
    """Every text of the records is an attack, or is as long as nobody would write."""
    agencies = (f"FIA {HOSTILE * 40}", "W" * 10_000, "پولیس")
    rows = [("T1", "PK401", agency, 1, 2, None) for agency in agencies]
    rows += [("T1", "PK617", f"{n} {HOSTILE}", None, None, None) for n in range(40)]
    made = records_of(
        [{"training_id": "T1", "date_start": date(2016, 1, 5), "donor": HOSTILE}], rows
    )
    return replace(made, title=HOSTILE * 9, notice=HOSTILE * 99, source="W" * 10_000)


STORIES = {
    "illustrative": lambda: Story(view_of(illustrative())),
    "published": lambda: Story(view_of(published())),
    "one province": lambda: Story(view_of(illustrative(), provinces=("PK6",))),
    "one agency": lambda: Story(view_of(illustrative(), agencies=("Police",))),
    "nothing": lambda: Story(view_of(illustrative(), provinces=("PK6",), agencies=("Levies",))),
    "no records": lambda: Story(view_of(records_of([], []))),
    "all districts": lambda: Story(view_of(everywhere())),
    "hostile": lambda: Story(view_of(hostile(), donors=(HOSTILE,))),
    "few steps": lambda: Story(view_of(illustrative()), Wording(("growth", "plan"))),
    "own words": lambda: Story(
        view_of(illustrative()),
        Wording(
            titles=dict.fromkeys(("standing", "gaps", "plan"), "W" * 120),
            texts=dict.fromkeys(("standing", "trained", "gaps"), (HOSTILE * 9)[:400]),
        ),
    ),
}


@cache
def made_of(name: str) -> tuple[Story, bytes]:
    """Return a story and its brief; made once, for it takes a moment."""
    story = STORIES[name]()
    return story, write_brief(story, outlines())


@pytest.mark.parametrize("name", STORIES)
def test_two_pages_of_a4_that_hold_the_headline_and_all_text(name: str) -> None:
    story, made = made_of(name)
    told, pages = story.figures.headline, opened(made).pages
    assert len(pages) == 2
    for page, places in zip(pages, places_in(made), strict=True):
        assert [round(float(side)) for side in page.mediabox] == [0, 0, 595, 842]
        assert places
        assert all(
            30 < left < right < 565 and 15 < bottom < 827 for left, bottom, right, _ in places
        )
    assert headline_in(made) == {
        "covered": told.districts_covered,
        "districts": told.districts,
        "trainings": told.trainings,
        "participants": told.participants,
    }


@pytest.mark.parametrize("name", ["published", "one province"])
def test_every_figure_beside_its_claim_and_what_a_reader_has_to_know(name: str) -> None:
    story, made = made_of(name)
    for figure in headline_figures(story.figures):
        for words in (f"{figure.value} {figure.words}", figure.claim, figure.note):
            assert words in pages_of(made)[0]
        if figure.claim and figure.note:
            assert pages_of(made)[0].index(figure.note) < pages_of(made)[0].index(figure.claim)
    assert ("This view only: Punjab" in pages_of(made)[0]) == (name == "one province")


def test_what_a_part_does_not_have_is_not_said_to_be_uncovered() -> None:
    _story, made = made_of("one agency")
    text = " ".join(" ".join(page.split()) for page in pages_of(made)).casefold()
    assert "no one on record in this selection: " in text
    assert "need is that of the whole programme, whatever is filtered" in text
    text = text.replace("uncovered neighbours", "").replace("uncovered districts of the", "")
    for words in ("not covered", "uncovered", "not reached", "covered districts and their"):
        assert words not in text


@pytest.mark.parametrize("name", ["published", "one province", "all districts", "nothing"])
def test_legend_counts_are_those_of_the_map_and_sum_to_the_list(name: str) -> None:
    story, made = made_of(name)
    values = map_values(story.figures, MEASURE)
    counts = legend_in(made, [one.label for one in values.classes])
    assert counts == [one.count for one in values.classes] + [len(gazetteer.names())]
    assert sum(counts[:-1]) == counts[-1]
    assert counts[0] == (story.figures.districts["status"] == CoverageStatus.NO_RECORD).sum()


def test_table_of_provinces_is_that_of_the_figures() -> None:
    story, made = made_of("illustrative")
    frame, told = story.figures.by_province, story.figures.headline
    rows = provinces_in(made, list(frame["province"]))
    for row in frame.to_dict("records"):
        share = f"{row['people_covered'] / row['people']:.0%}" if row["people"] else "no data"
        assert rows[row["province"]] == (
            f"{row['districts_covered']} of {row['districts']} {row['participants']} "
            f"{row['participants_f']} {row['participants_m']} {row['participants_unspecified']} "
            f"{share}"
        )
    assert rows["All"].startswith(f"{told.districts_covered} of {told.districts} ")
    assert rows["All"].endswith(f" {told.share_of_people:.0%}")


def test_the_rows_of_provinces_add_up_where_homes_are_not_recorded() -> None:
    """Women, men and sex of those are in their own row; no share where none is compared."""
    table = provinces(view_of(published()))
    numbers = [
        [int(cell.split()[0].replace(",", "")) if cell[:1].isdigit() else 0 for cell in row[3:6]]
        for row in (*table["rows"], table["total"])
    ]
    assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == numbers[-1]
    assert table["rows"][-1][0] == UNPLACED_WORDS
    assert table["rows"][-1][4] == "72"
    assert {row[-1] for row in table["rows"]} == {""}
    assert table["total"][-1] == "at least 15%"
    assert "not compared" in table["marks"]


def test_trainings_stand_by_the_days_that_are_written() -> None:
    first, *others = [row[0] for row in training_rows(view_of(published()))]
    assert first == "1 Feb to 25 Sep 2023"
    days = [pd.Timestamp(day) for day in others if " to " not in day]
    assert days == sorted(days, reverse=True)


def test_not_recorded_is_neither_zero_nor_no_record() -> None:
    story, made = made_of("published")
    rows = provinces_in(made, list(story.figures.by_province["province"]))
    assert rows["Sindh"] == "0 of 29 ○ – – –"  # Karachi, without a count
    assert rows["Punjab"] == "5 of 36 ○ – – –"  # no share: provinces are not compared
    assert "○ count not published, at least of some; – not recorded" in pages_of(made)[1]


@pytest.mark.parametrize("name", ["illustrative", "all districts"])
def test_every_covered_district_is_named_with_its_count(name: str) -> None:
    story, made = made_of(name)
    page, frame = pages_of(made)[1], story.figures.districts
    reached = frame[frame["status"].isin(REACHED)]
    for district, count in zip(reached["name"], reached["participants"], strict=True):
        assert f"{district} {count:,}" in page


def test_the_lists_of_districts_sum_to_those_of_the_provinces() -> None:
    lists = covered_lists(view_of(illustrative(), provinces=("PK6", "PK7")))
    assert [one["province"] for one in lists] == ["Punjab", "Sindh"]
    assert [len(one["covered"]) + one["without"] for one in lists] == [36, 29]


def test_a_district_has_one_rank_in_the_brief_and_in_the_workbook() -> None:
    story = Story(view_of(illustrative()))
    ranks = need_table(story).set_index("District")["Rank"]
    part = content(story, embedded())["gaps"]
    told = [(rank, name) for rank, name, *_ in part["rows"]]
    assert told == [(str(ranks[name]), name) for name in story.ranked.head(10)["name"]]
    assert int(told[-1][0]) > len(told)
    assert "ranks between are of thin districts" in part["text"]


def test_gaps_committees_and_plan_are_those_of_the_story() -> None:
    story, made = made_of("illustrative")
    page = pages_of(made)[1]
    for row in story.uncovered.head(10).to_dict("records"):
        assert f"{row['rank']} {row['name']} {row['province']}" in page
    for key in ("gaps", "committees", "plan"):
        assert story.step(key).title in page
    assert story.step("plan").text in page
    assert ", ".join(story.plans.best.venues["name"]) in page
    complete = int((story.presence.places["present"] == 6).sum())
    assert f"6 of 6 {complete} " in page


def test_the_key_messages_hold_the_gap_and_the_plan_whatever_else_there_is() -> None:
    told = Story(view_of(illustrative()))
    messages = content(told, outlines())["messages"]
    assert messages == [f"{told.message(key)}." for key in ("trained", "gaps", "plan")]


def test_chart_shows_every_participant_and_marks_what_is_not_published() -> None:
    for figures in (view_of(illustrative()), view_of(published()), view_of(hostile())):
        drawn = chart(figures)
        assert drawn is not None
        parts = [count for month in drawn["months"] for _, count in month["parts"]]
        assert sum(parts) == figures.headline.participants
        assert drawn["axis"][-1][0] >= max(month["sum"] for month in drawn["months"])
        marked = any("○" in month["total"] for month in drawn["months"])
        assert marked == bool(drawn["unknown"]) == bool(figures.headline.rows_without_count)
        assert len(drawn["agencies"]) <= MOST_PARTS  # the rest share one entry
    assert chart(view_of(records_of([], []))) is None


def test_steps_that_are_left_out_are_left_out() -> None:
    story, made = made_of("few steps")
    text = " ".join(pages_of(made))
    assert text.count(story.step("growth").title) == 1
    assert story.step("plan").title in text
    for key in ("trained", "gaps", "committees"):
        assert story.step(key).title not in text


@pytest.mark.parametrize("name", ["illustrative", "published"])
def test_both_pages_say_what_the_records_are(name: str) -> None:
    story, made = made_of(name)
    records, (first, second) = story.figures.records, pages_of(made)
    for page in (first, second):
        assert records.title in page
        assert f"source: {records.source}" in page
        assert "Data as of 25 September 2023" in page
        assert ("llustrative records" in page) == records.illustrative
    assert records.notice in first
    assert LINE_OF_CONTROL_NOTE in first
    assert outlines().title in second
    assert BOUNDARY_NOTE in second


@pytest.mark.parametrize("name", STORIES)
def test_it_is_pdf_ua_whatever_it_is_of(name: str) -> None:
    """By another program than the one that sets it: tags, fonts, language, title, tables."""
    report = pdf_ua.validate_pdf_bytes(made_of(name)[1], profile="pdf-ua-1")
    assert report.rules.total > 100
    assert [(fault.rule_id, fault.message) for fault in report.failures] == []


def test_screen_readers_have_words_for_its_pictures() -> None:
    story, made = made_of("illustrative")
    assert opened(made).root_object["/Lang"] == "en-GB"
    assert opened(made).metadata.title == story.steps[0].title
    map_words, chart_words, committee_words = alternatives(made)
    assert map_words.startswith(
        "Illustrative records. Map of Pakistan: 44 of 160 districts covered."
    )
    assert chart_words.startswith("Stacked bars: 386 participants")
    assert committee_words.startswith("Bars: of 160 districts")
    assert {"/H1", "/H2", "/Table", "/TH", "/Figure"} <= set(tag_names(made))


def test_it_says_the_language_of_its_words(monkeypatch) -> None:
    monkeypatch.setattr(language, "LOCALE", "fr")
    made = write_brief(STORIES["published"](), outlines())
    assert opened(made).root_object["/Lang"] == "fr"


def test_the_same_view_gives_the_same_bytes_with_no_date_of_making() -> None:
    made = made_of("published")[1]
    assert write_brief(STORIES["published"](), outlines()) == made
    assert not {"/CreationDate", "/ModDate"} & set(opened(made).metadata)


def test_hostile_text_is_shown_as_text() -> None:
    made = made_of("hostile")[1]
    text = " ".join(pages_of(made))
    assert "#panic() $x$ \\ *b* _i_ <img src=x> @ref `raw` ${y} // /* https://example.org" in text
    assert "\u202e" not in text
    assert not any("/Annots" in page for page in opened(made).pages)
    assert content(STORIES["hostile"](), outlines())["map"]["total"] == "160"


def test_the_page_reaches_no_file_of_the_machine(monkeypatch, tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for the brief")
    story, _made = made_of("published")
    for path in (str(secret), "../" * 9 + str(secret)[1:], secret.name):
        page = tmp_path / "page.typ"
        page.write_text(f'#read("{path}")', encoding="utf-8")
        monkeypatch.setattr(brief, "PAGE", page)
        with pytest.raises(BriefError, match=r"could not be set.*(not found|escape).*workbook"):
            write_brief(story, outlines())


@settings(max_examples=5, deadline=None)
@given(views())
def test_two_pages_for_every_view(view: tuple) -> None:
    made = write_brief(Story(coverage(*view), aims=Aims(request=Request(n_venues=1))), outlines())
    assert len(opened(made).pages) == 2
    for word in (" nan ", "<NA>", " None "):
        assert word not in " ".join(pages_of(made))


@given(st.text(max_size=300))
@example("\u0300\u00a0\u0500")
def test_only_letters_that_can_be_set_are_left(written: str) -> None:
    shown = drawable(written, most=100)
    assert len(shown.replace(BREAK, "")) <= 100
    assert all(len(part) <= LONGEST_WORD for word in shown.split() for part in word.split(BREAK))
    assert drawable(shown, most=100) == shown


#: Without those that a font of the machine is taken for.
LETTERS = [
    c for c in map(chr, range(0x21, 0x3000)) if drawable(c) == c and not fonts.has_other_letters(c)
]


def set_in(weight: str, words: list[str]) -> bytes:
    """Set texts under the standard and in the fonts of the brief."""
    page = f"""#set document(title: "x")
        #set text(weight: "{weight}", font: ("Libertinus Serif", "DejaVu Sans Mono"))
        #for one in json("words.json") [#one #parbreak()]"""
    files = {"main.typ": page.encode(), "words.json": json.dumps(words).encode()}
    return brief._set(files, machine_fonts=False)


@pytest.mark.parametrize("weight", ["regular", "semibold", "bold"])
def test_every_letter_that_is_left_can_be_set(weight: str) -> None:
    assert len(LETTERS) > 1_400
    assert set_in(weight, LETTERS)
    with pytest.raises(typst.TypstError, match="could not be displayed"):
        set_in(weight, ["ے"])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text() | st.text(st.sampled_from([*LETTERS, "\u0301", "\u0657", "\u0627"]))))
@example(["0\u064b", "a\u064b\u064b\u0627 \u064b"])
def test_any_text_can_be_set(written: list[str]) -> None:
    shown = json.dumps([drawable(one) for one in written], ensure_ascii=False)
    machine = fonts.has_other_letters(shown)
    page = b'#set document(title: "x")\n#for one in json("words.json") [#one #parbreak()]'
    files = {"main.typ": page, "words.json": fonts.printable(shown).encode()}
    assert brief._set(files, machine_fonts=machine)


def test_the_page_says_every_word_and_knows_no_other():
    page = brief.PAGE.read_text(encoding="utf-8")
    assert all(f'"{name}"' in page for name in WORDS)
    assert set(re.findall(r'said\("(\w+)"', page)) <= set(WORDS)
