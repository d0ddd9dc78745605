"""Columns in which whoever came has signed, by their names."""

from data.sheets.fields import plain

_SIGNED = frozenset(["signature", "signatures", "sig", "sign", "signs", "dastkhat", "dastakhat",
                     "دستخط"])  # fmt: skip
#: What stands beside these, and says nothing else of the column.
_BESIDE = frozenset(["of", "the", "with", "and", "or", "s", "participant", "participants",
                     "trainee", "trainees", "officer", "official", "member", "members", "attendee",
                     "attendees", "thumb", "impression", "initials", "date", "stamp", "in", "ka",
                     "ke", "shuraka", "شرکاء"])  # fmt: skip


def is_signature(name: str) -> bool:
    """Tell whether a name is that of a column in which whoever came has signed."""
    words = {*plain(name).split()}
    return bool(words & _SIGNED) and words <= _SIGNED | _BESIDE
