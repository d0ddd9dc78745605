"""Names of files: the parts of OCHA's habit, and only safe characters."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.figures.selection import Selection
from data.planning.settings import USUAL_REQUEST, Aims
from data.planning.weights import Weights
from data.store.shipped import illustrative, published
from reports.exports.files import FILES, file_name
from tests.reports.views import of

AS_OF = date(2023, 9, 25)


def test_a_name_has_country_theme_content_date_and_size():
    name = file_name("Training coverage", published(), AS_OF, "pdf", "A4L")
    assert name == "PAK_AHTC_training-coverage_published_20230925_A4L.pdf"


def test_illustrative_records_say_so_in_the_name():
    name = file_name("Training coverage", illustrative(), AS_OF, "xlsx")
    assert name == "PAK_AHTC_training-coverage_illustrative_20230925.xlsx"


@given(st.text(max_size=300))
def test_any_content_gives_a_safe_name(words):
    name = file_name(words, published(), AS_OF, "pdf")
    assert name.isascii()
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyzPAKHTC0123456789_-.")
    assert len(name) < 125
    assert ".." not in name


def test_a_view_of_one_province_is_named_after_it():
    records = replace(illustrative(), illustrative=False)
    view = of(records, Selection(AS_OF, provinces=("PK6",)))
    names = [one.name(view) for one in FILES]
    assert all("punjab" in name for name in names)


def test_a_view_of_one_donor_says_so_in_every_name():
    records = illustrative()
    view = of(records, Selection(AS_OF, donors=("Denmark",)))
    assert all("denmark" in one.name(view) for one in FILES)


SELECTIONS = [
    Selection(AS_OF),
    Selection(AS_OF, provinces=("PK6",)),
    Selection(AS_OF, provinces=("PK6", "PK2")),
    Selection(AS_OF, provinces=("PK6", "PK7")),
    Selection(AS_OF, provinces=("PK6", "PK2", "PK7")),
    Selection(AS_OF, provinces=("PK6", "PK2", "PK5")),
    Selection(AS_OF, agencies=("Police",)),
    Selection(AS_OF, donors=("Denmark",)),
    Selection(AS_OF, donors=("Denmark", "Australia")),
    Selection(AS_OF, donors=("Denmark", "Australia", "EU (GLO.ACT)")),
    Selection(AS_OF, donors=("EU (GLO.ACT)",)),
    Selection(AS_OF, donors=("EU GLO ACT",)),
    Selection(AS_OF, donors=("ناروے",)),
    Selection(AS_OF, donors=("سویڈن",)),
    Selection(AS_OF, levels=("district",)),
    Selection(AS_OF, since=date(2023, 3, 1)),
    Selection(AS_OF, since=date(2023, 4, 1)),
]


@pytest.mark.parametrize("key", ["deck", "map"])
def test_no_two_filters_give_one_name(key):
    one = next(file for file in FILES if file.key == key)
    views = [of(illustrative(), selection) for selection in SELECTIONS]
    if key == "map":
        views.append(of(illustrative(), measure="agencies"))
    names = [one.name(view) for view in views]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) < 125


def test_no_two_files_of_a_view_have_one_name():
    view = of(illustrative())
    names = [one.name(view) for one in FILES]
    assert len(names) == len(set(names))


def test_files_of_two_sets_have_two_names():
    shown = illustrative()
    sets = [replace(shown, key=key, illustrative=False)
            for key in ("stored", "yours", "folder", "published")]  # fmt: skip
    names = [file_name("Training coverage", one, AS_OF, "pdf") for one in [shown, *sets]]
    assert names[1] == "PAK_AHTC_training-coverage_20230925.pdf"
    assert names[2] == "PAK_AHTC_training-coverage_own-file_20230925.pdf"
    assert len({*names}) == len(names)


@pytest.mark.parametrize("key", ["deck", "brief", "workbook"])
def test_a_file_of_a_chosen_plan_has_a_name_of_its_own(key):
    one = next(file for file in FILES if file.key == key)
    usual = Aims(request=replace(USUAL_REQUEST, radius=float(USUAL_REQUEST.radius)))
    chosen = [
        Aims(by_score=True),
        Aims(request=replace(USUAL_REQUEST, minimum=(("PK2", 3),))),
        Aims(Weights(population=50)),
    ]
    names = [one.name(of(published(), aims=aims)) for aims in [Aims(), *chosen]]
    assert one.name(of(published(), aims=usual)) == names[0]
    assert len({*names}) == len(names)
    # What has no effect, as the weight of a layer that there is none of, and no plan, none either.
    none = of(published(), aims=Aims(Weights(vulnerability=0)))
    assert one.name(none) == names[0]
    the_map = next(file for file in FILES if file.key == "map")
    assert the_map.name(of(published(), aims=chosen[0])) == the_map.name(of(published()))


@pytest.mark.parametrize("one", FILES, ids=lambda one: f"{one.key}.{one.ending}")
def test_every_file_ends_as_it_says(one):
    assert one.name(of(published())).endswith(
        f"20230925{one.paper and '_'}{one.paper}.{one.ending}"
    )
