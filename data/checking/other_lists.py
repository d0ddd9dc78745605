"""Lists of persons for another reason than a training, and whether a table speaks of one."""

import re
from collections.abc import Sequence, Set

from data.sheets.fields import plain
from data.sheets.sheet import Sheet
from geo.words.catalogue import _

#: Words of which one stands in a table of trainings, and those that name one.
TRAININGS = ("training", "workshop", "course", "session", "seminar", "orientation", "participant",
              "trainee", "trained", "attend", "reach", "people", "persons", "beneficiar", "event",
              "activity", "تربیت")  # fmt: skip
OF_COURSES = tuple(one for one in TRAININGS if one not in ("reach", "people", "persons",
                                                             "beneficiar", "event"))  # fmt: skip
LISTS = _(
    "It seems to be a list of voters, of victims, of pupils, of seniority, of pay, of transfers, "
    "of duties, of a meeting or of addresses, and not of trainings."
)
#: Whom an office has lists of, for another reason than that they were trained.
_OTHER_PEOPLE = (
    r"(?:victims|survivors|deportees|accused|offenders|traffickers|smugglers|detainees|prisoners"
    r"|inmates|beggars|patients|pensioners|complainants|job ?seekers|emigrants|passengers"
    r"|beneficiaries of zakat|missing persons|missing children)"
)
#: What the attendance of a school is called: "Class 9", "Class VIII-A".
_OF_SCHOOL = re.compile(
    r"\b(?:class|grade) ?[-–]?(?:\d{1,2}(?:st|nd|rd|th)?|[ivx]{1,4}|nursery|prep|one|two|three|four"
    r"|five|six|seven|eight|nine|ten)\b(?! (?:employees|staff|servants|officials))",
    re.IGNORECASE,
)
#: What such a list of persons is called, and words of trainings that none has.
_OTHER_LISTS = re.compile(
    r"\b(?:voters?|electoral (?:rolls?|lists?)|polling (?:staff|stations?|schemes?)"
    r"|(?:seniority|gradation|merit|promotion|transfers?|deployment) (?:list|order)s?"
    r"|constitution of (?:the )?(?:[\w-]+ ){0,5}committees?|director(?:y|ies) of (?:offices"
    r"|members|officers|focal persons)|addresses for correspondence|(?:contact|telephone) lists?"
    r"|(?:members|composition) of (?:the )?(?:[\w-]+ ){0,6}committees?,? (?:re-?)?(?:notified"
    r"|constituted)"
    r"|duty (?:roster|rota|chart|list)|transfers? ?(?:and|&|/) ?postings?"
    rf"|(?:list|register|record|particulars|detail)s? of (?:[\w-]+ ){{0,3}}{_OTHER_PEOPLE}"
    rf"|{_OTHER_PEOPLE} (?:rescued|recovered|identified|arrested|referred|deported|registered)"
    r"|(?:salary|pay) (?:sheet|bill|slip|roll)s?|payrolls?)\b"
    r"|ووٹر|انتخابی فہرست|سنیارٹی",
    re.IGNORECASE,
)
#: Who sat in a meeting was not trained, though its minutes say who attended.
_MINUTES = re.compile(
    r"\b(?:minutes|proceedings) of (?:the )?(?:[\w-]+ ){0,6}meetings?\b|\bmeeting minutes\b"
    r"|\bijlas ki (?:ka+rr?wa+i|rood?a+d)\b|اجلاس کی (?:کارروائی|کاروائی|روداد)",
    re.IGNORECASE,
)
_OF_MEETINGS = ("participant", "attend")


def is_other_list(sheet: Sheet, fields: Set[str | None]) -> bool:
    """Tell whether persons are listed for something else, and no word speaks of a training.

    ``fields`` are those that the names of the columns mean.
    """
    listed = fields & {"name_of_person", "phone"} and not fields & {
        "title",
        "training_id",
        "presence",
    }
    called = any(map(_OTHER_LISTS.search, (*sheet.header, *sheet.above, sheet.name)))
    if not fields & {"title", "training_id"} and any(map(_OF_SCHOOL.search, sheet.above)):
        words = [one for one in OF_COURSES if one != "attend"]  # its own is of pupils
        return "name_of_person" in fields and not speaks_of_training(sheet, words)
    if listed and any(map(_MINUTES.search, sheet.above)):
        words = [one for one in OF_COURSES if one not in _OF_MEETINGS]
        return not speaks_of_training(sheet, words)
    return bool(listed) and called and not speaks_of_training(sheet, OF_COURSES)


def speaks_of_training(sheet: Sheet, words_of: Sequence[str] = TRAININGS) -> bool:
    """Tell whether the names of columns, or a text beside them, have one of some words."""
    words = f" {plain(' '.join((*sheet.beside, *sheet.header)))} "
    return any(f" {word}" in words for word in words_of)
