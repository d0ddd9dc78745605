"""Headings between rows under which others stand than participants, or trainings not held."""

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from data.records.problems.of_rows import SAID_ABSENT
from data.sheets.fields import TOLD_BY
from data.sheets.sheet import Sheet
from data.sheets.words.called_off import called_not_held, heads_not_held
from data.sheets.words.not_participants import (
    OF_OTHERS,
    OF_THOSE_WHO_CAME,
    is_of_absent,
    is_of_no_participants,
    may_head_none,
)
from data.understanding.layout.titles.blocks import ONE_TRAINING, TRAINING, Block
from data.understanding.layout.titles.title_texts import NOTE

#: A line to be signed closes what stands above it, and heads nothing: "Signature of trainer: ____".
_SIGNED = re.compile(
    r"^\W*(?:signed\b|signatures?\b|sig\.|sign(?: of| by|\W*$|\W*[:_.])|dasta?khat\b|دستخط)"
    r"|(?:\bsign(?:atures?)?|\bdasta?khat|دستخط)[\W_]*$|_{4,}|\.{6,}|…{2,}",
    re.IGNORECASE,
)
#: A line that closes a letter does so, too: "Submitted for your kind information, please."
_CLOSES = re.compile(
    r"\b(?:submitted|forwarded|furnished|sent)(?: herewith| please|,)*"
    r" for (?:the |your |favou?r of |kind |further )*(?:information|perusal|record|approval|orders?"
    r"|consideration|(?:necessary |n/)a(?:ction|\b))"
    r"|^\W*for (?:your |favou?r of |kind )*(?:information|perusal|record|necessary action)"
    r"(?=\W*(?:$|and\b|please\b))",
    re.IGNORECASE,
)
#: A heading between the rows under which trainings stand that are yet to come.
_TO_COME = re.compile(
    r"\b(?:planned|proposed|upcoming|scheduled|tentative|to be (?:held|conducted)"
    r"|next (?:quarter|month|year))\b",
    re.IGNORECASE,
)
#: What will be done, and is no training that was held.
_WILL_BE = re.compile(
    r"\b(?:(?:will|shall|would|to) be|(?:is|are) (?:planned|scheduled|proposed)"
    r"|will (?:attend|join))\b"
    r"|\bho(?:n)?g[aie]\b|ہو ?(?:گا|گی|ں گے)\b",
    re.IGNORECASE,
)
#: "Trainings postponed", "B. Cancelled sessions": the rows under it were not held.
_MANY = r"(?:trainings|sessions|workshops|courses|activities|events|seminars)"
_NOT_SO = (
    r"(?:(?:cancell?ed|postponed|deferred|not (?:yet )?(?:held|conducted))(?:\s*(?:[/&,]|and|or)\s*"
    r"(?=[cpdn]))?)+"
)
_THOSE_NOT_HELD = re.compile(
    rf"\W*(?:\w{{1,3}}[).:]\s*)?(?:list of )?(?:the )?(?:{_NOT_SO} {_MANY}"
    rf"|{_MANY}(?: which| that)?(?: were| are)? {_NOT_SO})(?: (?:in|during) [\w -]+)?\W*",
    re.IGNORECASE,
)
_CAME = re.compile(r"\b(?:held|conducted|attended|actual|achieved|completed)\b", re.IGNORECASE)


def of_held(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts above some rows without trainings that were not held, if another follows."""
    return tuple(text for n, text in enumerate(texts)
                 if not (_was_not_held(text)
                         and any(map(ONE_TRAINING.search, texts[n + 1 :]))))  # fmt: skip


def _was_not_held(text: str) -> bool:
    return TRAINING.search(text) is not None and heads_not_held(text)


def is_signed(text: str) -> bool:
    """Tell whether a text between the rows is a line to be signed, or the last of a letter.

    Neither heads anything.
    """
    return _SIGNED.search(text) is not None or _CLOSES.search(text) is not None


def notes_what_will_be(text: str) -> bool:
    """Tell whether a text is a note on what is yet to be done: "Note: 12 will be trained"."""
    return bool(NOTE.match(text) and _WILL_BE.search(text))


def with_others(sheet: Sheet, blocks: Sequence[Block]) -> Sheet:
    """Set rows aside that stand under a heading of others than participants, such as trainers.

    Where the line over them may tell who led their own training, each of them is a problem.
    """
    said = [_others(block.texts) for block in blocks[1:]]
    # What stands above all rows is of the first alone where those who came stand below.
    came = any(map(OF_THOSE_WHO_CAME.fullmatch, (text for one in blocks[1:] for text in one.texts)))
    first = came and any(map(_is_of_others, blocks[0].texts[-1:]))
    fields = {*sheet.fields}
    if "name_of_person" in fields and not fields & {*TOLD_BY}:
        first |= any(_was_not_held(text) and (called_not_held(text) or any(map(str.isdigit, text)))
                     for text in blocks[0].texts[-1:])  # fmt: skip
        said = [one or block.texts * any(map(_was_not_held, block.texts))
                for one, block in zip(said, blocks[1:], strict=True)]  # fmt: skip
    of_others = np.array([bool(first), *map(bool, said)])
    if not of_others.any():
        return sheet
    starts = pd.Index([block.first for block in blocks])
    places = starts.searchsorted(sheet.cells.index, side="right") - 1
    under = np.bincount(places, minlength=len(blocks)).tolist()
    plainly = np.array([True, *(not any(may_head_none(text, number) for text in own)
                                for own, number in zip(said, under[1:], strict=True))])  # fmt: skip
    rows, unsure = (sheet.cells.index[(of_others & own)[places]] for own in (plainly, ~plainly))
    return sheet.without(rows, OF_OTHERS).with_faults(unsure, SAID_ABSENT)


def _others(texts: Sequence[str]) -> tuple[str, ...]:
    """Return which of the texts over some rows say that these are of others than participants.

    None that a title of a training follows, or a line to be signed: they close what is above them.
    """
    last = max((n for n, text in enumerate(texts) if ONE_TRAINING.search(text)
                and not _is_of_others(text)), default=0)  # fmt: skip
    return tuple(text for text in texts[last:] if _is_of_others(text) and not is_signed(text))


def _is_of_others(text: str) -> bool:
    """Tell whether under a heading others stand than participants, or trainings not held (yet)."""
    if _THOSE_NOT_HELD.fullmatch(text) or is_of_absent(text):
        return True
    if TRAINING.search(text):  # "One that was planned was cancelled" heads no others
        to_come = _TO_COME.search(text) is not None and not heads_not_held(text)
        return to_come and not _CAME.search(text)
    return is_of_no_participants(text)
