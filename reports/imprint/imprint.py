"""The imprint of a file: what it is called, who answers for it, and where it is alive."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode, urlsplit

from data.figures.coverage import Coverage
from data.records.model import Records, in_words
from data.records.programme import programme
from geo.words.catalogue import _
from reports.imprint.logo import Logo, read_logo

#: The key of records that a visitor has opened in a browser session of their own.
YOURS = "yours"
#: The longest that each text may be, in characters.
LONGEST = {"title": 120, "source": 200, "contact": 160, "address": 400}


class ImprintError(ValueError):
    """An imprint cannot be used; the text says what is wrong and what to do."""


@dataclass(frozen=True)
class Imprint:
    """What a file says of itself, beside its figures; blank is left out, or as the records say it.

    Attributes
    ----------
    title
        Of the document, in place of its usual one.
    source
        Named as the source, in place of that of the records.
    contact
        Whom to ask: an office, an address.
    address
        Where the dashboard runs (``https://...``): files link to the view that they are of.
    logo
        Of who hands the file over.
    made_on
        The day on which the file is made; None where it is not to be said.

    Raises
    ------
    ImprintError
        If a text is too long, or the address is none.
    """

    title: str = ""
    source: str = ""
    contact: str = ""
    address: str = ""
    logo: Logo | None = None
    made_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse what no file can say."""
        for name, most in LONGEST.items():
            if len(getattr(self, name)) > most:
                raise ImprintError(
                    _("The {name} is longer than {most} characters. Shorten it.").format(
                        name=name, most=most
                    )
                )
        parts = urlsplit(self.address)
        if self.address and not (parts.scheme in ("http", "https") and parts.hostname):
            raise ImprintError(
                _(
                    "{address!r} is not an address. Give it in full, such as https://example.org/."
                ).format(address=self.address)
            )

    def source_of(self, records: Records) -> str:
        """Return the source to be named beside figures of some records."""
        return self.source or records.source

    def live_view(self, figures: Coverage) -> str:
        """Return the address at which the view of some figures opens; blank without one.

        Nor have records that one visitor has opened any: nobody else could follow it.
        """
        records = figures.records
        if not self.address or records.key == YOURS:
            return ""
        query = {**figures.selection.to_query(records), "records": [records.key]}
        return f"{self.address.partition('?')[0]}?{urlencode(query, doseq=True)}"

    def citation(self, figures: Coverage) -> str:
        """Return how a file of some figures is cited: programme, records, as-of date, address."""
        words = _("{programme}: {records}, data as of {day}.").format(
            programme=programme().name,
            records=figures.records.title,
            day=in_words(figures.selection.as_of),
        )
        return f"{words} {self.live_view(figures)}".rstrip()

    def by_whom_and_when(self) -> list[str]:
        """Return the date of making and the contact in words, as far as they are to be said."""
        words = []
        if self.made_on:
            words.append(_("Made on {day}").format(day=in_words(self.made_on)))
        if self.contact:
            words.append(_("Contact: {contact}").format(contact=self.contact))
        return words

    def to_json(self) -> str:
        """Return the imprint as it is kept with the records, without the date of making."""
        kept: dict[str, Any] = {name: getattr(self, name) for name in LONGEST}
        if self.logo:
            kept["logo"] = base64.b64encode(self.logo.content).decode("ascii")
        return json.dumps(kept, ensure_ascii=False)


def imprint_from_json(text: str) -> Imprint:
    """Read an imprint that was kept; raises ``ImprintError`` where it is none."""
    try:
        kept: dict[str, Any] = json.loads(text)
        texts = {name: str(kept[name]) for name in LONGEST}
        logo = read_logo(base64.b64decode(kept["logo"], validate=True)) if "logo" in kept else None
        return replace(imprint_of(texts), logo=logo)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as fault:
        raise ImprintError(
            _("The saved cover cannot be read. Fill in its fields and save them again.")
        ) from fault


def imprint_of(texts: Mapping[str, str]) -> Imprint:
    """Return an imprint of texts by their names (``LONGEST``), each on one line."""
    title, source, contact, address = (" ".join(texts.get(name, "").split()) for name in LONGEST)
    return Imprint(title, source, contact, address)


def filled(kept: Imprint, given: Imprint) -> Imprint:
    """Return an imprint in which what is ``given`` replaces what was kept."""
    changed = {one.name: getattr(given, one.name) for one in fields(given)}
    return replace(kept, **{name: value for name, value in changed.items() if value})
