from concurrent.futures import ThreadPoolExecutor

import pytest
import streamlit_folium
from streamlit_folium import st_folium

from geo.webmap.assets import Assets
from geo.webmap.coverage_map import DistrictValues, base_map

ASSETS = Assets("map-0123456789ab.js", "map-0123456789ab.css")


@pytest.fixture
def sent(monkeypatch):
    """What streamlit-folium sends to the browser for some values: ``sent({"a": 1})``."""
    monkeypatch.setattr(streamlit_folium, "_component_func", lambda **arguments: arguments)

    def sent_(values):
        return st_folium(
            base_map(ASSETS, "../static"),
            key="map",
            returned_objects=[],
            feature_group_to_add=DistrictValues(values),
            render=False,
        )

    return sent_


def test_a_change_sends_other_values_and_the_same_map(sent):
    one, other, again = sent({"participants": [1]}), sent({"participants": [2]}), sent({})
    assert 'paint({"participants":[1]})' in one["feature_group"]
    assert 'paint({"participants":[2]})' in other["feature_group"]
    assert "participants" not in again["feature_group"]
    constant = ("script", "header", "html", "id", "css_links", "js_links", "key")
    assert {name: one[name] for name in constant} == {name: other[name] for name in constant}
    assert "window.coverageMap.mount(map_div);" in one["script"]
    assert "paint(" not in one["script"] + other["script"] + again["script"]
    assert one["js_links"] == ["../static/map-0123456789ab.js"]


def test_visitors_who_change_at_once_get_their_own_values(sent):
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: sent({"n": n}), range(200)))
    assert [
        f'paint({{"n":{n}}})' in answer["feature_group"] for n, answer in enumerate(answers)
    ] == [True] * 200
