"""Under which headers the answers of a form stand, and where its questions have moved."""

import pytest

from data.sources.answers import headers_of
from data.sources.pulling import READ
from tests.data.sources.pulls import numbers, pulled, source_of, taken
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
    assert part.checked.attendance["adm2_pcode"].notna().all()


def test_a_header_is_a_name_that_nothing_else_is_called():
    names = {"a": "Total", "b": "total", "c": "A", "d": "", "e": "E", "f": "Key", "g": "Men"}
    assert headers_of(names, ["KEY"]) == {
        "a": "a", "b": "b", "c": "c", "d": "d", "e": "E", "f": "f", "g": "Men",
    }  # fmt: skip
