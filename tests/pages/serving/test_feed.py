import base64
import csv
import io
import json
from xml.etree import ElementTree

import pytest

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.store.errors import StoreError
from data.store.shipped import illustrative
from pages.serving.feed import Feed
from reports.exports.feed import EDM, TABLES

TOKEN = "a-token-for-tests"  # noqa: S105 - what it says
BASIC = base64.b64encode(f"anybody:{TOKEN}".encode()).decode()
SIGNED = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def records():
    return illustrative()


@pytest.fixture
def server(streamlit_server, records):
    return Feed(streamlit_server, lambda: TOKEN, lambda: records, "/training")


@pytest.mark.parametrize(
    ("authorization", "status"),
    [
        (f"Bearer {TOKEN}", 200),
        (f"Basic {BASIC}", 200),
        ("", 401),
        ("Bearer ", 401),
        (f"Bearer {TOKEN}x", 401),
        ("Basic !", 401),
        (f"Token {TOKEN}", 401),
        (f"Bearer {TOKEN[:-1]}\u00e9".encode().decode("latin-1"), 401),
    ],
)
def test_only_who_has_the_token_is_answered_and_nothing_is_kept(ask, server, authorization, status):
    headers = {"Authorization": authorization} if authorization else {}
    answer = ask(server, "/training/feed/districts.csv", headers, query_string=b"token=x")
    assert answer.status == status
    assert answer.headers["cache-control"] == "no-store"
    if status == 401:
        assert "www-authenticate" in answer.headers
        assert b"PK" not in answer.body


def test_without_a_token_there_is_no_feed_and_the_rest_is_handed_on(ask, streamlit_server, records):
    closed = Feed(streamlit_server, lambda: "", lambda: records)
    assert ask(closed, "/feed/districts.csv", SIGNED).body == b"behind"
    open_ = Feed(streamlit_server, lambda: TOKEN, lambda: records)
    assert ask(open_, "/feeding", SIGNED).body == b"behind"


def test_the_tables_are_the_figures(ask, server, records):
    figures = coverage(records, whole(records))
    text = ask(server, "/training/feed/districts.csv", SIGNED).body.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 160
    blank = figures.districts["participants"].isna().sum()
    assert [row["participants"] for row in rows].count("") == blank
    people = sum(int(row["participants"] or 0) for row in rows)
    assert people == figures.districts["participants"].sum()
    about = json.loads(ask(server, "/training/feed/about", SIGNED).body)["value"][0]
    assert about["participants"] == figures.headline.participants
    assert about["as_of"] == f"{records.as_of:%Y-%m-%d}"
    assert (about["notice"], about["records"]) == (records.notice, records.title)


def test_odata_lists_describes_and_gives_every_table(ask, server):
    listed = json.loads(ask(server, "/training/feed", SIGNED).body)
    assert [one["name"] for one in listed["value"]] == list(TABLES)
    assert listed["@odata.context"] == "http://localhost/training/feed/$metadata"
    document = ElementTree.fromstring(ask(server, "/training/feed/$metadata", SIGNED).body)  # noqa: S314
    for name in TABLES:
        answer = json.loads(ask(server, f"/training/feed/{name}", SIGNED).body)
        entity = document.find(f".//{{{EDM}}}EntityType[@Name='{name}']")
        columns = [one.get("Name") for one in entity.iter(f"{{{EDM}}}Property")]
        assert columns == list(answer["value"][0])
        key = [one.get("Name") for one in entity.iter(f"{{{EDM}}}PropertyRef")]
        keys = [tuple(row[column] for column in key) for row in answer["value"]]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("districts", b"$top=2&$skip=1&$select=name,status", 200),
        ("districts", b"$filter=name eq 'Lahore'", 501),
        ("districts", b"$top=-1", 400),
        ("districts", b"$top=1_0", 400),
        ("districts", b"$skip=abc", 400),
        ("districts", b"$top=%D9%A3", 400),
        ("districts", b"$select=password", 400),
        ("people.csv", b"", 404),
        ("../records", b"", 404),
    ],
)
def test_what_the_feed_cannot_answer_is_said(ask, server, path, query, status):
    answer = ask(server, f"/training/feed/{path}", SIGNED, query_string=query)
    assert answer.status == status
    if status == 400:
        assert answer.body == f"A value is not right: {query.decode().partition('=')[0]}.".encode()
    if status == 200:
        assert [list(row) for row in json.loads(answer.body)["value"]] == [["name", "status"]] * 2


def test_records_that_cannot_be_read_are_told_without_their_place(ask, streamlit_server):
    def damaged():
        raise StoreError("It is damaged.", "/secret/place", "Restore it.")

    server = Feed(streamlit_server, lambda: TOKEN, damaged)
    answer = ask(server, "/feed/districts.csv", SIGNED)
    assert answer.status == 503
    assert b"secret" not in answer.body
    assert ask(server, "/feed/districts.csv", SIGNED, method="POST").status == 405
