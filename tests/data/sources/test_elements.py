"""A repeated group: its elements are the rows, or the submission is, and no number counts twice."""

import pytest

from data.sources.errors import SourceError
from data.sources.pulling import READ
from tests.data.sources.pulls import numbers, pulled, source_of, taken
from tests.data.sources.servers import Kobo, kobo_form, kobo_record, odk_server, running


def form(inside, *, around, elements=3, told=None):
    """Return a Kobo form of three trainings, with a repeated group ``list`` of these questions.

    ``inside`` gives by label the answers of the elements, ``around`` those of the submission.
    """
    labels = {"c": "Training ID", "t": "Training title", "d": "Start date"}
    labels |= {f"n{number}": label for number, label in enumerate(around)}
    own = {f"list/q{number}": label for number, label in enumerate(inside)}
    survey = [{"type": "text", "name": name, "label": [one]} for name, one in labels.items()]
    survey.append({"type": "begin_repeat", "name": "list", "label": ["List"]})
    survey += [{"type": "text", "name": path[5:], "label": [one]} for path, one in own.items()]
    survey.append({"type": "end_repeat"})
    listed = [{path: values[n] for path, values in zip(own, inside.values(), strict=True)}
              for n in range(elements)]  # fmt: skip
    usual = {f"n{number}": value for number, value in enumerate(around.values())} | {"list": listed}
    records = [usual | {"_id": n, "c": f"T{n}", "t": f"Training {n}", "d": f"2023-05-0{n}"}
               for n in (1, 2, 3)]  # fmt: skip
    if told is not None:
        records[2]["list"] = told
    return Kobo(survey, [], records)


HOMES = {"District": ("Lahore", "Multan", "Sialkot"), "Agency": ("Police", "Police", "Police")}
ONE_HOME = {"District": "Lahore", "Agency": "Police"}
PERSONS = HOMES | {"Sex": ("Female", "Male", "Male")}
COUNTED = HOMES | {"Women": ("1", "0", "2"), "Men": ("1", "1", "1")}


@pytest.mark.parametrize(
    ("inside", "around", "columns", "people"),
    [
        (PERSONS, {"Women": "1", "Men": "2"}, {"Women": "", "Men": ""}, 3),
        (PERSONS, {"How many ladies": "1"}, {"How many ladies": ""}, 3),
        (COUNTED, {"Total participants": "6"}, {"Total participants": ""}, 6),
        (COUNTED, {"Batch": "7"}, {"Batch": ""}, 6),
    ],
    ids=["persons", "a name that is not known", "groups", "another number"],
)
def test_a_number_that_stands_around_elements_counts_with_none(
    store, inside, around, columns, people
):
    with running(form(inside, around=around)) as address:
        for repeat in ("", "list"):
            with pytest.raises(SourceError, match="A submission tells once") as asked:
                pulled(source_of("kobo", address, repeat=repeat), store)
            assert 'repeat = "none"' in asked.value.what_to_do
            assert str(columns).replace("'", '"').replace(":", " =")[1:-1] in str(asked.value)
        [part] = pulled(source_of("kobo", address, columns=columns), store)
    assert part.state == READ
    assert part.checked.participants_accepted == 3 * people


def test_the_numbers_of_a_submission_count_once_where_it_is_the_row(store):
    server = form({"Where they live": HOMES["District"]}, around={"Women": "10", "Men": "5"})
    with running(server) as address:
        with pytest.raises(SourceError, match="A submission tells once"):
            pulled(source_of("kobo", address), store)
        alone = source_of("kobo", address, repeat="none",
                          all={"agency": "Police", "district": "not recorded"})  # fmt: skip
        taken(alone, store)
    assert numbers(store) == {"T1": 15, "T2": 15, "T3": 15}


@pytest.mark.parametrize("around", [{"Women": "2", "Men": "3"}, {"Sex": "Female"}])
def test_a_group_of_something_else_loses_no_submission_without_an_element(store, around):
    topics = {"Topic": ("Gender", "Law", "Health"), "What was shown": ("a", "b", "c")}
    with running(form(topics, around=ONE_HOME | around, told=[])) as address:
        with pytest.raises(SourceError, match="none"):
            pulled(source_of("kobo", address), store)
        taken(source_of("kobo", address, repeat="none"), store)
    people = 5 if "Women" in around else 1
    assert numbers(store) == {f"T{n}": people for n in (1, 2, 3)}


def test_which_is_meant_is_asked_where_elements_may_be_no_records(store):
    inside = {"Which place do they serve in": HOMES["District"], "How many ladies": ("1", "2", "3")}
    with running(form(inside, around={"Agency": "Police"})) as address:
        with pytest.raises(SourceError, match='repeat = "list" or "none"'):
            pulled(source_of("kobo", address), store)
        columns = {"Which place do they serve in": "district", "How many ladies": "participants_f"}
        for told in ({"columns": columns}, {"columns": columns, "repeat": "list"}):
            [part] = pulled(source_of("kobo", address, **told), store)
            assert part.checked.participants_accepted == 18


@pytest.mark.parametrize("of_photographs", [True, False])
def test_numbers_around_a_repeat_of_odk_are_asked_about(store, of_photographs):
    server = odk_server(4)
    for one in server.tables["Submissions"]:
        one["about"] |= {"women": 10, "men": 5, "district": "Lahore", "agency": "Police"}
    if of_photographs:
        groups = server.tables.pop("Submissions.people")
        photos = [{name: one[name] for name in ("__id", "__Submissions-id")} | {"photo": "x.jpg"}
                  for one in groups]  # fmt: skip
        server.tables["Submissions.photos"] = photos
    with running(server) as address:
        with pytest.raises(SourceError, match="A submission tells once") as asked:
            pulled(source_of("odk", address), store)
        assert '"about/women" = "", "about/men" = ""' in str(asked.value)
        taken(source_of("odk", address, repeat="none"), store)
    assert numbers(store) == dict.fromkeys(("T1", "T2", "T3", "T4"), 15)


def test_a_group_in_a_group_offers_the_outer_one_too(store):
    """Numbers of a group would count with each of its photographs."""
    server = kobo_form([])
    inside = {"who/place": "lhe", "who/body": "pol", "who/w": "1", "who/m": "2",
              "who/pictures": [{"who/pictures/one": "a.jpg"}] * 2}  # fmt: skip
    pictures = [{"type": "begin_repeat", "name": "pictures"}, {"type": "image", "name": "one"},
                {"type": "end_repeat"}]  # fmt: skip
    server.survey[4]["type"], server.survey[9]["type"] = "begin_repeat", "end_repeat"
    server.survey[9:9] = pictures
    usual = {name: one for name, one in kobo_record(1).items() if not name.startswith("who/")}
    server.records.append(usual | {"who": [inside]})
    with running(server) as address:
        with pytest.raises(SourceError, match='repeat = "who" or "none"'):
            pulled(source_of("kobo", address), store)
        taken(source_of("kobo", address, repeat="who"), store)
    assert numbers(store) == {"T1": 3}
