"""Agencies by words that stand among others: *police* in *Punjab Police Lines*."""

from collections import defaultdict
from collections.abc import Iterable

from data.review.agencies.societies import SOCIETIES, is_named_for
from geo.names.spelling import runs


class WordsWithin:
    """Words, in their plain form, and the agency that each of them names within a text.

    Attributes
    ----------
    pairs
        The words and their agency, in the order of the list.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.pairs = tuple(pairs)
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, (words, __) in enumerate(self.pairs):
            self._places[words].append(place)
        self._most = max(len(words.split()) for words in self._places)

    def agencies(self, *texts: str) -> dict[str, None]:
        """Return those of words in forms of a text, but for words within others of them.

        Civil society stands beside one whose words are in the name of a society.
        """
        pairs = self._outermost(texts)
        named = {agency: None for __, agency in pairs}
        return named | ({SOCIETIES: None} if self._in_names(texts, pairs) else {})

    def name_society(self, text: str) -> bool:
        """Tell whether a text has words of an agency in the name of a society."""
        return self._in_names([text], self._outermost([text]))

    def _outermost(self, texts: Iterable[str]) -> list[tuple[str, str]]:
        within = {run for text in texts for run in runs(text.split(), self._most)}
        places = sorted(place for run in within for place in self._places.get(run, ()))
        inside = [self.pairs[place] for place in places]
        return [
            (words, agency)
            for words, agency in inside
            if not any(words != other and f" {words} " in f" {other} " for other, __ in inside)
        ]

    @staticmethod
    def _in_names(texts: Iterable[str], pairs: Iterable[tuple[str, str]]) -> bool:
        own = [words for words, agency in pairs if agency != SOCIETIES]
        return any(is_named_for(text, words) for words in own for text in texts)
