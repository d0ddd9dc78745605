"""Answers of an earlier form, at paths that its questions have no more."""

from collections.abc import Collection, Mapping

from data.sheets.fields import is_collectors_own, plain
from data.sources.errors import SourceError
from data.sources.settings import FILE_NAME, Source, in_toml
from geo.words.catalogue import _


def require_paths(headers: Mapping[str, str], source: Source) -> None:
    """Refuse a question that is said to have moved from where one is, or to where none is.

    ``headers`` are those of the questions of the form, by path.
    """
    wrong = (set(source.moved.values()) - set(headers)) | (set(source.moved) & set(headers))
    if wrong:
        what = _("moved is not from a path of an earlier form to one of this: {names}.")
        advice = _("Correct it in {file}.").format(file=FILE_NAME)
        raise SourceError(what.format(names=", ".join(sorted(wrong))), source.where, advice)


def require_placed(earlier: Collection[str], headers: Mapping[str, str], source: Source) -> None:
    """Refuse answers at earlier paths that a question of the form is called like.

    They may be of the same question, before it moved into a group, or of another. One of which
    ``columns`` tells is a column of its own, unless its path is a header by now.
    """
    told = set(map(plain, source.columns))
    alike: dict[str, str] = {}
    for path in sorted(one for one in earlier if not is_collectors_own(one)):
        for now, header in headers.items():
            is_named = _name(now) == _name(path) and plain(path) not in told
            if is_named or plain(header) == plain(path):
                alike.setdefault(path, now)
    if alike:
        what = _("Its form has no {names} by now, and earlier submissions have answers there.")
        advice = _(
            "Say in {file} which question it was: moved = {moved}; or, if none of these, what its "
            "column is: columns = {columns}."
        )
        columns = dict.fromkeys(alike, "")
        raise SourceError(
            what.format(names=", ".join(alike)),
            source.where,
            advice.format(file=FILE_NAME, moved=in_toml(alike), columns=in_toml(columns)),
        )


def _name(path: str) -> str:
    return plain(path.rpartition("/")[2])
