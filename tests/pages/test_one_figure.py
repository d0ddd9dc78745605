"""One number, one place: headline, map, table and charts of a screen say the same."""

import re

from tests.in_turn import in_turn
from tests.pages.conftest import bodies, figure, headline, map_payload

SELECTIONS = [
    {},
    {"as_of": "2023-05-31"},
    {"province": "PK6"},
    {"agency": "Police", "as_of": "2023-06-30"},
    {"donor": "Denmark", "level": "district"},
    {"since": "2023-06-01"},
]


@in_turn({"query": SELECTIONS, "shipped": ["illustrative", "published"]})
def test_the_map_the_table_the_charts_and_the_headline_agree(
    run_screen, query: dict, shipped: str
) -> None:
    app = run_screen(
        "overview", query={**query, "records": shipped}, state={"twin_districts": True}
    )
    told, sent, table = headline(app), map_payload(app), app.dataframe[0].value
    reached = [sent["statuses"][one] in ("covered", "reached, count not published")
               for one in sent["status"]]  # fmt: skip
    assert sum(reached) == told_districts(app)
    assert sum(one["count"] for one in sent["classes"]) == len(table) == 160
    of_map = sum(count or 0 for count in sent["participants"])
    assert of_map == table["Participants"].sum()
    assert of_map + unplaced(app) == told["participant"]
    listed = {one["key"]: len(one["places"]) for one in sent["lists"]}
    assert listed["reached"] == sum(reached)

    app.switch_page("pages/participants.py").run()
    assert headline(app) == told
    if told["participant"]:
        assert chart_sum(figure(app, "agency_month")) == told["participant"]


def chart_sum(spec: dict) -> int:
    bars = [trace for trace in spec["data"] if trace["type"] == "bar"]
    return sum(int(value or 0) for trace in bars for value in trace["y"])


def told_districts(app) -> int:
    return next(value for words, value in headline(app).items() if words == "district")


def unplaced(app) -> int:
    """Return what the headline says of participants whose home district is not recorded."""
    body = next(one for one in bodies(app) if 'class="headline"' in one)
    told = re.search(r"<p>[^<]*?([\d,]+) of unknown home district[^<]*</p>", body)
    return int(told[1].replace(",", "")) if told else 0


def test_participants_without_any_count_are_not_called_zero(run_screen) -> None:
    app = run_screen("overview", query={"records": "published", "province": "PK6"})
    body = next(one for one in bodies(app) if 'class="headline"' in one)
    assert "<strong>unknown</strong> <span>number of participants</span>" in body
    assert re.search(r"<p>(?:[^<]+ \u00b7 )?\d+ rows? without a count</p>", body)
