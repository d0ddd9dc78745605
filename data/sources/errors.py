"""Why a source could not be pulled, in words for the person who asked."""

from data.records.errors import Refusal
from geo.words.catalogue import _


class SourceError(Refusal):
    """A source is not described, does not answer, or not as its kind does; nothing has changed."""


class SourceChanged(SourceError):  # noqa: N818 - said of the source, not of an error
    """The source changed while its pages were read, so that they do not fit together."""


class SourceRefused(SourceError):  # noqa: N818 - said of what was asked
    """The source answers, but not this: it has no such thing, not for this token, or otherwise."""


def changed(where: str) -> SourceChanged:
    """Return the fault of pages that do not fit together."""
    what = _("It changed while it was read.")
    return SourceChanged(what, where, _("Nothing was taken in. Pull it again when it rests."))


def other_form(what: str, where: str) -> SourceRefused:
    """Return the fault of an answer that is not as the kind of source gives it."""
    return SourceRefused(what, where, _("Nothing was taken in. Check its kind and address."))
