"""What a server answered in JSON, saved as a file, is read as its export would be."""

import json

import pytest

from data.records.errors import ReadingError
from data.understanding.understand import understand
from tests.data.sheets_made import TODAY, checked, counts

FORM = {"training/title": "Referral", "training/date_start": "2023-05-09"}
ROWS = [
    {"_id": 1, **FORM, "p/gender": "male", "p/name": "Made-up One", "p/agency": "police",
     "p/district": "sialkot", "_geolocation": [None, None], "_attachments": [{"id": 7}],
     "_submitted_by": "made.up", "_validation_status": {}, "meta/instanceID": "uuid:1"},
    {"_id": 2, **FORM, "p/gender": "female", "p/name": "Made-up Two", "p/agency": "fia",
     "p/district": "swat", "_geolocation": [None, None], "_attachments": [],
     "_validation_status": {"uid": "validation_status_approved", "by_whom": "made.up"}},
]  # fmt: skip
WANTED = [("PK532", "FIA", 1, 0), ("PK634", "Police", 0, 1)]


def page(rows: list[dict], **more: object) -> bytes:
    return json.dumps({"count": len(rows), "next": None, "results": rows} | more).encode()


def who_came(content: bytes) -> list[tuple]:
    return sorted(tuple(row[1:5]) for row in counts(checked(content)))


PORTAL = {"fields": [{"id": "p/gender"}], "_links": {"next": "/api?offset=100"}, "limit": 100}


def portal(rows: list[dict], **more: object) -> bytes:
    result = PORTAL | {"records": rows} | more
    return json.dumps({"help": "An export", "success": True, "result": result}).encode()


@pytest.mark.parametrize("content", [page(ROWS), json.dumps(ROWS, indent=1).encode(), portal(ROWS),
                                     b"\xef\xbb\xbf" + json.dumps(ROWS).encode()])  # fmt: skip
def test_submissions_of_kobo_of_one_person_each(content: bytes) -> None:
    assert who_came(content) == WANTED


def test_nested_groups_of_odk_and_what_its_review_says() -> None:
    rows = [
        {"__id": f"uuid:{n}", "__system": {"submitterName": "Made Up", "reviewState": state},
         "training": {"title": "Referral", "date_start": "2023-05-09"},
         "p": {"gender": "male", "name": name, "agency": "fia", "district": "Swat"}}
        for n, (state, name) in enumerate([(None, "Made-up One"), ("rejected", "Made-up Two")])
    ]  # fmt: skip
    content = json.dumps({"@odata.context": "x", "value": rows}).encode()
    assert who_came(content) == [("PK532", "FIA", 0, 1)]


def test_a_repeated_group_is_of_its_submission_and_no_number_of_that_counts_again() -> None:
    people = [{f"people/{name.partition('/')[2]}": value for name, value in row.items()
               if name.startswith("p/")} for row in ROWS]  # fmt: skip
    rows = [{"_id": 1, **FORM, "total_participants": 2, "people": people}]
    found = checked(page(rows))
    assert len(found.trainings) == 1
    assert who_came(page(rows)) == WANTED


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (page(ROWS, next="https://server.invalid/?start=2"), "one page of several"),
        (page(ROWS, count=30), "one page of several"),
        (portal(ROWS, total=30), "one page of several"),
        (portal(ROWS, limit=2), "one page of several"),
        (portal(ROWS, items=ROWS), "no list of submissions"),
        (json.dumps({"title": "Referral", "rows": ROWS}).encode(), "no list of submissions"),
        (page([*ROWS, {"_id": 3, "base64EncryptedKey": "x"}]), "encrypted"),
        (
            json.dumps(
                {"value": [*ROWS, {"__id": "a", "__system": {"status": "notDecrypted"}}]}
            ).encode(),
            "encrypted",
        ),
        (page(ROWS)[:-9], "broken off"),
        (json.dumps({"uid": "a", "name": "b"}).encode(), "no list of submissions"),
        (json.dumps([{**ROWS[0], "a": [{"b": 1}], "c": [{"d": 1}]}]).encode(), "several repeated"),
        (json.dumps([{**ROWS[0], "a": [{"b": [{"d": 1}]}]}]).encode(), "several repeated"),
    ],
)
def test_an_answer_that_is_not_whole_is_refused_with_what_to_do(content: bytes, why: str) -> None:
    with pytest.raises(ReadingError, match=why) as refused:
        understand([content], TODAY)
    assert "Export it as CSV" in str(refused.value)
