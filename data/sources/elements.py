"""The elements of a repeated group as rows: what stands around them is told once, not with each."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from data.files.submissions import Row
from data.sheets.field_names import field_of_name
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    IGNORED,
    PART,
    PLACE_FIELDS,
    PRESENCE,
    is_collectors_own,
    plain,
)
from data.sources.answers import NO_REPEAT
from data.sources.errors import SourceError
from data.sources.settings import FILE_NAME, Source, in_toml
from geo.words.catalogue import _

#: What tells who came: elements with none of these may be of something else, as photographs are.
WHO = {*PLACE_FIELDS, *AGENCY_FIELDS, *COUNT_FIELDS, "sex", PRESENCE, PART, "name_of_person",
       "identity"}  # fmt: skip
#: A number that may be of people: not a telephone, nor a CNIC.
_NUMBER = re.compile(r"\d{1,5}(\.0+)?")


@dataclass
class Elements:
    """A repeated group of which each is a row; blank where the whole submission is.

    Attributes
    ----------
    repeats
        All that the form has.
    inside
        The headers of its own questions, beside those that begin with its path.
    """

    source: Source
    repeat: str
    repeats: Sequence[str]
    inside: Collection[str] = ()
    _asked_in_it: set[str] = field(default_factory=set, init=False)
    _around: dict[str, bool] = field(default_factory=dict, init=False)

    def look(self, rows: Iterable[Row]) -> None:
        """Note what is answered in each element and around it, and where that is numbers alone."""
        group = f"{self.repeat}/"
        for row in rows if self.repeat else ():
            for name, value in row.items():
                if name in self.inside or name.startswith(group):
                    self._asked_in_it.add(name)
                elif value and self._around.get(name, True):
                    self._around[name] = _NUMBER.fullmatch(value) is not None

    def require_told(self) -> None:
        """Refuse numbers that would count with each element, and elements that may be no records.

        A number whose name is not known may be of people too. What ``columns`` says of a number,
        and ``repeat`` of the elements, settles it.

        Raises
        ------
        SourceError
            It offers what can be said.
        """
        around = {name: self._field(name) for name in self._around}
        numbers = [
            name
            for name, known in around.items()
            if known in COUNT_FIELDS
            or (known is None and self._around[name] and not is_collectors_own(name))
        ]
        of_who = WHO.intersection(map(self._field, self._asked_in_it))
        is_plain = bool(of_who) and "sex" not in around.values()
        if numbers:
            self._refuse_numbers(numbers)
        if around and not is_plain and not self.source.repeat:
            what = _("Each of {repeat} may be a record, or the whole submission.")
            advice = _("Say in {file} which is meant: repeat = {names}.")
            self._refuse(what, advice, [*self.repeats, NO_REPEAT])

    def _refuse_numbers(self, numbers: Sequence[str]) -> None:
        what = _("A submission tells once, and not for each of {repeat}: {numbers}.")
        advice = _(
            "Say in {file} what is a record: repeat = {names}; or, if each of {repeat} is, "
            "that these numbers count nobody: columns = {columns}."
        )
        others = [one for one in (*self.repeats, NO_REPEAT) if one != self.repeat]
        ignored = in_toml(dict.fromkeys(numbers, IGNORED))
        self._refuse(what, advice, others, numbers=", ".join(numbers), columns=ignored)

    def _refuse(self, what: str, advice: str, names: Sequence[str], **told: str) -> None:
        offered = _(" or ").join(f'"{one}"' for one in names)
        told |= {"repeat": self.repeat, "names": offered, "file": FILE_NAME}
        raise SourceError(what.format(**told), self.source.where, advice.format(**told))

    def _field(self, name: str) -> str | None:
        """Return the field of a column as it is told, else as its name is known."""
        told = {plain(one): meant for one, meant in self.source.columns.items()}
        return told[plain(name)] if plain(name) in told else field_of_name(name)
