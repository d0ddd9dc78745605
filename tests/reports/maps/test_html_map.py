"""The HTML map: what of it stands in the file itself."""

from reports.maps import html_map
from tests.reports.views import views


def test_the_file_says_the_language_of_its_words(monkeypatch) -> None:
    monkeypatch.setattr(html_map, "LANGUAGE", "ur")
    made = html_map.html_map(views()["published"].sheet)
    assert made.count(b'<html lang="ur">') == 1
