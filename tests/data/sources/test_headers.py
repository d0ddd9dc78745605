"""Under which headers the answers of a form stand, and where its questions have moved."""

import pytest

from data.sources.answers import headers_of
from data.sources.errors import SourceError
from data.sources.pulling import READ
from tests.data.sources.pulls import TODAY, numbers, pulled, source_of, taken
from tests.data.sources.servers import dhis2_server, kobo_form, kobo_record, running


@pytest.mark.parametrize("label", ["Women", "women", "WOMEN:"])
def test_labels_that_are_one_but_for_capitals_and_signs_go_by_their_paths(store, label):
    server = kobo_form([kobo_record(n, **{"last/w": "7"}) for n in range(1, 4)])
    server.survey.append({"type": "integer", "name": "w", "$xpath": "last/w", "label": [label]})
    columns = {"who/w": "participants_f", "last/w": ""}
    with running(server) as address:
        taken(source_of("kobo", address, columns=columns), store)
    assert numbers(store) == {"T1": 4, "T2": 5, "T3": 6}


def test_an_element_called_as_the_day_or_place_of_an_event_leaves_these_as_they_are(store):
    server = dhis2_server(2)
    server.elements[0]["displayName"] = "org unit"
    with running(server) as address:
        [part] = pulled(source_of("dhis2", address, columns={"Org unit": "district"}), store)
    assert part.state == READ
    assert (part.checked.attendance["adm2_pcode"] != "").all()


def test_a_header_is_a_name_that_nothing_else_is_called():
    names = {"a": "Total", "b": "total", "c": "A", "d": "", "e": "E", "f": "Key", "g": "Men"}
    assert headers_of(names, ["KEY"]) == {
        "a": "a", "b": "b", "c": "c", "d": "d", "e": "E", "f": "f", "g": "Men",
    }  # fmt: skip


def form_whose_district_stood_at(path):
    """Return a form of which earlier submissions have their district there, others in a group."""
    server = kobo_form([kobo_record(n) for n in range(1, 7)])
    for one in server.records[:4]:
        one[path] = one.pop("who/place")
    for one in server.records[4:]:
        one["who/place"] = "mul"
    return server


def test_a_question_that_has_moved_is_asked_about_and_then_is_one_column(store):
    server = form_whose_district_stood_at("place")
    with running(server) as address:
        with pytest.raises(SourceError, match=r'moved = { "place" = "who/place" }'):
            pulled(source_of("kobo", address), store)
        taken(source_of("kobo", address, moved={"place": "who/place"}), store)
        homes = store.records(TODAY).attendance["adm2_pcode"]
        assert homes.value_counts().to_dict() == {"PK617": 4, "PK622": 2}
        # Or it was another question, of which ``columns`` tells.
        [part] = pulled(source_of("kobo", address, columns={"place": ""}), store)
        assert (part.checked.attendance["adm2_pcode"] != "").sum() == 2
        for wrong in ({"place": "who/plaec"}, {"who/place": "who/body"}):
            with pytest.raises(SourceError, match="moved is not from a path"):
                pulled(source_of("kobo", address, moved=wrong), store)


def test_an_answer_of_an_earlier_form_takes_the_place_of_no_other(store):
    """Its path is called as the label of another question by now, and its answer is a code."""
    server = form_whose_district_stood_at("district")
    with running(server) as address:
        with pytest.raises(SourceError, match=r'moved = { "district" = "who/place" }'):
            pulled(source_of("kobo", address, columns={"district": "district"}), store)
        moved = source_of("kobo", address, moved={"district": "who/place"})
        assert (pulled(moved, store)[0].checked.attendance["adm2_pcode"] != "").all()


def test_a_question_that_is_no_more_stays_a_column_of_its_own(store):
    server = kobo_form([kobo_record(1, weather="sunny"), kobo_record(2)])
    with running(server) as address:
        [part] = pulled(source_of("kobo", address), store)
    assert part.state == READ
