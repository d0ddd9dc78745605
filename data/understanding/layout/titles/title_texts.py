"""What a text above a table says of a training: its title, its days, its venue and its district."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.records.calendar.dates import is_day, read_day
from data.records.personal_data import looks_personal, shown_day
from data.sheets.fields import plain
from data.sheets.persons.named_persons import BY_PERSON
from data.sheets.sheet import Sheet
from data.sheets.tables.header_rows import of_pivot
from data.sheets.words.day_numbers import DAY_NUMBER, without_day_number
from data.sheets.words.told.blanks_noted import without_blanks_noted
from data.understanding.layout.titles.blocks import GIVEN, ONE_TRAINING, TRAINING, Block
from data.understanding.layout.titles.days_in_texts import (
    day_in,
    days_in,
    is_period,
    without_date,
    without_day_of_position,
)
from geo.names.matching import match

TITLE, DATE = "Title above the rows", "Date above the rows"
VENUE, DISTRICT = "Venue above the rows", "District above the rows"
LEAST_TITLE, LONGEST_TITLE = 8, 200
#: What stands before what a training is on, or those whom it is for.
_SUBJECT = re.compile(
    r"\b(?:on|about|regarding|concerning|against|for)\b|\bپر\b"
    r"|متعلق|بابت|حوالے",
    re.I,
)
#: Words besides of the name of any training of the programme: "AHTC training".
_OF_ANY = frozenset(["ahtc", "ahtcs", "dahtc", "dahtcs", "committee", "committees", "members", "of",
                     "for", "the", "iom", "capacity", "building", "one", "day"])  # fmt: skip
LABELLED = {
    TITLE: re.compile(r"(?:(?:name|title|topic) of (?:the )?(?:training|event|workshop)|title"
                      r"|topic|(?:training )?(?:title|name)|training|event|workshop"
                      r"|(?:name of )?activity)\s*[:=]\s*(.+)",
                      re.I),
    VENUE: re.compile(r"(?:training |name of )?(?:venue|place|location|maqam|مقام)\s*[:=-]\s*(.+)",
                      re.I),
    DISTRICT: re.compile(r"(?:district|\bdistt?\b\.?|\bzill?a\b|ضلع)\s*[:=-]\s*([^,;|()]+)", re.I),
    DATE: re.compile(r"(?:(?:(?:training|workshop|event|course) dates?|dates? of (?:the )?"
                     r"(?:training|workshop|event|course)|held on)\s*[:=-]?"
                     r"|(?:\b(?:dates?|dated|date ?\(s\)|duration|period"
                     r"|t[ae]+r(?:ee|i+)kh|m[aou]+w?[ae]*r+i?kha|تاریخ|مورخ[ہۂ])"
                     r"|^\W*بتاریخ)\s*[:=-])"
                     r"\s*(.+)", re.I),
}  # fmt: skip
#: A label that begins something else ends what stands before it.
_NEXT_LABEL = re.compile(
    r"[,;|]?\s*\b(?:dates?|dated|held on|on|venue|place|location|district|province|duration|from"
    r"|time|(?:conducted|organi[sz]ed|facilitated|delivered) by|(?:master )?trainers?|total"
    r"|participants|(?:resource|focal|contact) persons?|facilitators?|speakers?|moderators?)"
    r"\s*[:=]|[,;|]?\s*\bdate\s+\d",
    re.IGNORECASE,
)
#: What a list says of itself before its training: "List of Participants: Training on ...",
#: "District Kasur – participants of the training on ...".
_LIST_OF = re.compile(
    r"^(?:(?:attendance|nominal|final|complete) )*(?:list|sheet|roll|register|record|attendance) of"
    r" (?:the )?(?:participants|trainees|attendees|officers|officials)\s*[:–—-]\s*"
    r"|^(?:district|distt?\b\.?) [\w. ]+?\s*[:–—-]\s*(?:list of )?(?:the )?"
    r"(?:participants|trainees|attendees) (?:of|in|at) (?:the )?",
    re.IGNORECASE,
)
_HELD_AT = re.compile(
    r"\b(?:held )?at (?!least\b|most\b|once\b|present\b|random\b"
    r"|(?:the|that|this|any) (?:same )?(?:time|moment|stage)\b(?!\s+[A-Z]))(?:the )?"
    r"(.+?)(?=\s+(?:on|from|dated?|during|by)\b|[;|(]|(?<=\w{4})\. |$)",
    re.IGNORECASE,
)
#: For whom it was there, and which of them all it is: "the DC Office for the members of that
#: district", "the respective DC Office", "the DPO office of each district".
_OF_EACH = re.compile(
    r"\s+for (?:the |all |their |its )?(?:\w+ ){0,2}(?:members|officers|officials|staff"
    r"|participants|persons|people|trainees)(?= of\b| from\b|\s*[.,;)]|$).*"
    r"|\s+(?:of|in) (?:(?:each|every|that|their|its|respective|concerned|own|the (?:respective"
    r"|concerned|same|said))\s?)+ (?:district|tehsil|office)s?\b.*"
    r"|^(?:(?:the |their |its )?(?:respective|concerned|own)) ",
    re.IGNORECASE,
)
#: Places that are several, of which none is that of all sessions: "at brick kilns of Kasur".
_SEVERAL_PLACES = re.compile(
    r"\b(?:kilns|bhat+as|bhat+ay|schools|colleges|universities|madrassas|madaris|villages|goths"
    r"|communities|settlements|mohallas|union councils|ucs|tehsils|talukas|districts|divisions"
    r"|offices|departments|courts|hospitals|factories|industries|workplaces|work places|mines"
    r"|farms|markets|bazaars|terminals|stands|adda+s|dhabas|check ?posts|border points|stations"
    r"|shelters|camps|sites|points|spots|venues|places|locations|areas|door ?steps?"
    r"|(?<=\w )levels?(?! ?\d))\b"
    r"(?! (?:hall|house|building|auditorium|complex|ground|campus|training|office"
    r"|department|directorate|association|school|road|board|union)\b)",
    re.IGNORECASE,
)
#: A day beside these words is that of a text and of no training, or of one that is yet to come.
REPORT = re.compile(
    r"\b(?:reports?|(?<!\bon )(?<!\bin )reporting|progress|as (?:of|on)|up ?to|calendar"
    r"|plan(?:ned)?|schedule|proposed|proposal|tentative|nominat\w+|nominees?|invit\w+|summary"
    r"|(?<!\bvictim )(?<!\bvictims )(?<!\bvictim[’'`]s )(?<!\bvictims[’'`] )(?<!\bwitness )"
    r"(?<!\brecording )(?<!\brecording of )statement(?! (?:of|by|from) (?:the )?(?:victim|witness"
    r"|survivor|accused))|(?<!\bfinal )status|updated?|minutes|printed|prepared|issued|letter"
    r"|ref(?:erence)? no|no\. ?\d+[-/]|no\.? ?[\w().-]+/\s?\w|budget|notification)\b|نامزد",
    re.IGNORECASE,
)
_LETTER = r"\b(?:letter|memo(?:randum)?|khat|mura+sla|chit+h?i|hawala|خط|مراسل[ہۂ]|چٹھی|حوال[ہۂ])\b"
#: The number of a letter or a file, in which a branch may be named: "No. 4471-73/Trg".
REFERENCE = re.compile(
    r"(?:(?:\b(?:letter|memo\w*|endst\w*|endorsement|file|f|diary|dispatch)\W{1,3})?"
    r"(?:\bno\b\W{0,3}|\bref(?:erence)?\b\W{1,3}(?:no\b\W{0,3})?)"
    rf"|{_LETTER}\W{{1,3}}(?:(?:no|number|na?mba?r|نمبر)\b\W{{0,3}})?|\bنمبر\W{{0,3}}(?=[^\s\d/]*/))"
    r"(?=[^\s\d/]*[\d/])[^\s:;,]+(?:\s*[/-]\s*[^\s:;,]+)*",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\W*(?:to|from|cc|copy(?: forwarded)? to)\s*[:,]", re.IGNORECASE)
#: What begins a row of whoever signed a list, whose name and post may stand beside it.
SIGNED = re.compile(r"(?:prepared|checked|verified|submitted|compiled|approved|signed) by\b", re.I)
NOTE = re.compile(
    r"(?:prepared|checked|verified|submitted|compiled|approved|signed|signature|signatures|note|notes"
    r"|source|remarks|facilitators?|resource persons?|trainers?|moderators?|organi[sz]ed by"
    r"|(?:it is |this is )?(?:hereby |to )*certif(?:y|ied)|tasdee?q|تصدیق"
    r"|(?:all )?the (?:above|foregoing|aforesaid)"
    r"|n\.?b|narrative|نوٹ|total|grand total|end of|all rights reserved|\*)\b|\*+\s"
    r"|(?:copyright )?(?:©|\(c\) ?\d{4}\b)|copyright \d{4}\b",  # the foot of a page
    re.IGNORECASE,
)


def values_of(
    blocks: Sequence[Block], year: int | None, *, of_name: bool = False
) -> dict[str, list[str]]:
    """Return by name of a column what the texts above each block say; blank where nothing.

    ``of_name``: whether the text is the name of the sheet, which heads nothing. What explains
    blank cells tells of no training.
    """
    blocks = [replace(one, texts=tuple(filter(None, map(without_blanks_noted, one.texts))))
              for one in blocks]  # fmt: skip
    sure = {n for n, one in enumerate(blocks)
            if n or (not of_name and _is_alone(one.texts, year))}  # fmt: skip
    if not of_name and _is_dated_like_others(blocks, year):
        sure.add(0)
        blocks = [replace(blocks[0], texts=blocks[0].texts[-1:]), *blocks[1:]]
    elif not of_name and (own := _lines_like_others(blocks, year)):
        blocks = [replace(blocks[0], texts=blocks[0].texts[-own:]), *blocks[1:]]
    values = {
        DATE: [_first(sorted((_day_told(text, year) for text in
                              sorted(block.texts, key=_date_order)), key=is_period))
               for block in blocks],
        VENUE: [_first(_labelled(VENUE, text) or held_at(text) for text in block.texts)
                for block in blocks],
        DISTRICT: [_first(map(_district, block.texts)) for block in blocks],
        TITLE: [_first(_title(text, year, sure=n in sure)
                       for text in sorted(block.texts, key=_of_several))
                for n, block in enumerate(blocks)],
    }  # fmt: skip
    return {
        name: ["" if looks_personal(one) else one for one in own] for name, own in values.items()
    }


def _is_alone(texts: Sequence[str], year: int | None) -> bool:
    """Tell whether one line alone stands above, with a day and a word more, and is of no report."""
    if len(texts) != 1 or REPORT.search(texts[0]) or NOTE.match(texts[0]):
        return False
    [line] = texts
    day = day_in(line, year)
    return bool(day) and not is_period(day) and line.find(day) > LEAST_TITLE


def _is_dated_like_others(blocks: Sequence[Block], year: int | None) -> bool:
    """Tell whether the line next above the first rows alone has a day, as each other block's has.

    What stands over it is then of all blocks, and it is the title of its own; not so where each
    is a day by its number, and what stands over them is a title.
    """
    if not blocks:
        return False
    first, *others = ([text for text in one.texts if day_in(text, year)] for one in blocks)
    alone = all(len(one.texts) == 1 for one in blocks[1:]) and all(map(len, others))
    lines = [*first, *(text for own in others for text in own)]
    labelled = any(one.match(text) for text in lines for one in LABELLED.values())
    if all(map(DAY_NUMBER.search, lines)):
        labelled |= any(_title(text, year, sure=False) for text in blocks[0].texts[:-1])
    last = len(first) == 1 and first == list(blocks[0].texts[-1:])
    return bool(others) and alone and last and not labelled


def _lines_like_others(blocks: Sequence[Block], year: int | None) -> int:
    """Return how many lines next above the first rows are as those above each other block; else 0.

    They are several, with a day in the same ones, and a title among them: what stands over them
    is of all blocks.
    """
    if len(blocks) < 2:
        return 0
    first, *others = ([bool(day_in(text, year)) for text in one.texts] for one in blocks)
    own = len(others[0])
    alike = own > 1 and any(others[0]) and all(one == others[0] for one in others)
    over = [*[False] * (len(first) - own), *others[0]]
    lines = blocks[0].texts[-own:]
    titled = any(_title(text, year, sure=False) for text in lines)
    return own if alike and len(first) > own and first == over and titled else 0


def _of_another(text: str) -> bool:
    """Tell whether a day in a text is rather that of a letter or a report than of a training."""
    labelled = LABELLED[DATE].search(text) and not REFERENCE.match(text)
    return REPORT.search(text) is not None and not labelled


def _date_order(text: str) -> tuple[bool, bool, bool]:
    """Return by what a day in a text is rather that of the training than one in another text."""
    return _of_another(text), LABELLED[DATE].search(text) is None, GIVEN.search(text) is None


def _of_several(text: str) -> bool:
    """Tell whether a text is rather of all trainings of an office than of the one under it."""
    return TRAINING.search(text) is not None and not ONE_TRAINING.search(text)


def tells_one(titles: Iterable[str], sheet: Sheet, column: str) -> bool:
    """Tell whether titles name one training by its subject, and not the list or its sheet alone.

    "AHTC training", "Trainings of 2024" and the name of a sheet are those of any list; what a
    ``column`` of the file gives is of the training of its row where it is called by more.
    """
    if column != TITLE:
        return all({*plain(TRAINING.sub(" ", text)).split()} - _OF_ANY for text in titles)
    of_sheet = {*plain(sheet.name).split()} - {*plain(" ".join(sheet.above)).split()}
    return all(
        ONE_TRAINING.search(text)
        and _SUBJECT.search(text)
        and not of_sheet & {*plain(text).split()}
        for text in titles
    )


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _labelled(name: str, text: str) -> str:
    """Return what stands behind a label such as "Venue:"; blank where there is none."""
    found = LABELLED[name].search(text)
    value = _NEXT_LABEL.split(found[1])[0].strip(" ,;|-.")[:LONGEST_TITLE] if found else ""
    return value.removesuffix(")") if value.count(")") > value.count("(") else value


def held_at(text: str) -> str:
    """Return where a text says that a training was held; blank where it does not."""
    found = _HELD_AT.search(text) if TRAINING.search(text) else None
    if not found or _SEVERAL_PLACES.search(found[1]):
        return ""
    return _OF_EACH.sub("", found[1]).strip(" .,-")[:LONGEST_TITLE]


def _district(text: str) -> str:
    """Return a district that is labelled as such, or is all that a text says."""
    labelled = _labelled(DISTRICT, text)
    written = labelled or text
    if len(written) >= 60:
        return ""
    found = match(written, alike=False)
    # An office that heads a list, as "RPO Malakand", says nothing of where a training was held.
    of_office = not labelled and found.method == "posting"
    return written if found.adm2_pcode and not of_office else ""


def _day_told(text: str, year: int | None) -> str:
    """Return the first day of a text, as it is written in it again where it can be read two ways.

    "5/6/2024 (5th June)" is of June. What else stands in brackets behind it is no part of it. The
    day up to which a table is, as "position as on 31.12.2024", is none.
    """
    text = without_day_of_position(text, year)
    day = day_in(text, year)
    readings = read_day(day).readings if day else ()
    again = days_in(text, int(readings[0][:4])) if readings else []
    told = [one for one in again if read_day(one).iso in readings]
    bare = shown_day(day)
    return told[0] if len(told) == 1 else bare if is_day(bare) else day


def is_reference(text: str) -> bool:
    """Tell whether a text is the number of a letter, and names no training behind it."""
    return bool(REFERENCE.match(text)) and not TRAINING.search(REFERENCE.sub(" ", text))


def _title(text: str, year: int | None, *, sure: bool) -> str:
    """Return what a text calls the training, without its date and its venue.

    A text between the rows is a title; one above the table only where it has a word for one. The
    number of a letter is none, and no office to which it goes, whatever branch they name; nor is
    what a pivot table counts.
    """
    if (
        of_pivot(text)
        or is_reference(text)
        or _ADDRESSED.match(text)
        or NOTE.fullmatch(text.strip(" .:-–"))
    ):
        return ""
    text = BY_PERSON.sub("", _LIST_OF.sub("", text))
    if labelled := _labelled(TITLE, text):
        return without_day_number(without_date(labelled, year))
    if not sure and (not TRAINING.search(text) or NOTE.match(text)):
        return ""
    placed = LABELLED[VENUE].search(text)
    if placed and TRAINING.search(text[: placed.start()]):
        text = text[: placed.start()]  # "Training of members (venue: Town Hall)"
    elif placed or (sure and _district(text)):
        return ""
    return without_day_number(without_date(_NEXT_LABEL.split(text)[0], year))[:LONGEST_TITLE]


def is_labelled(text: str) -> bool:
    """Tell whether a text has what it tells behind its label: "Venue: Circuit House"."""
    return any(one.match(text) for one in LABELLED.values())
