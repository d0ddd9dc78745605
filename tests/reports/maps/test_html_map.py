"""The HTML map: what of it stands in the file itself."""

from data.figures.selection import Selection
from data.store.shipped import illustrative
from reports.maps import html_map
from tests.reports.views import of, views


def test_under_a_filter_its_figures_say_that_a_district_has_no_record_in_it() -> None:
    page = html_map.html_map(
        of(illustrative(), Selection(illustrative().as_of, agencies=("FIA",))).sheet
    ).decode()
    assert '"no record in this selection"' in page
    assert '"no record"' not in page


def test_the_file_says_the_language_of_its_words(monkeypatch) -> None:
    monkeypatch.setattr(html_map, "LANGUAGE", "ur")
    made = html_map.html_map(views()["published"].sheet)
    assert made.count(b'<html lang="ur">') == 1
