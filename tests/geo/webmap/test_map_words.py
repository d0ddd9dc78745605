"""The words of the map's scripts: those that go by a number have the form that is of it."""

from gettext import c2py

import pytest
from babel.messages.plurals import get_plural

from geo.webmap import map_words


@pytest.mark.parametrize("language", ["en", "ur", "fr", "ar", "pl", "ja"])
def test_a_number_of_any_size_has_the_form_of_its_language(language: str, monkeypatch) -> None:
    form = c2py(get_plural(language).plural_expr)
    monkeypatch.setattr(map_words, "ngettext", lambda one, many, number: f"form {form(number)}")
    forms, places = map_words.map_words()["participants"]
    for number in range(3000):
        listed = number if number < len(places) else 100 + number % 100
        assert forms[int(places[listed])] == f"form {form(number)}"


def test_words_are_those_of_the_catalogue(monkeypatch) -> None:
    monkeypatch.setattr(map_words, "_", str.upper)
    monkeypatch.setattr(map_words, "LANGUAGE", "fr")
    words = map_words.map_words()
    assert (words["language"], words["find"]) == ("fr", "FIND A DISTRICT")
