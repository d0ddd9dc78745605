"""Mr, Ms, S/O and the like beside the names of a list -> their sexes, where no column tells them.

Only what can be read in one way tells a sex, and only where nearly each name has a form of address:
else those without one would be of the other sex, which nobody said. Names themselves go nowhere.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from data.records.distinct import by_text, filled_texts
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.totals.total_words import is_total
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.names.names_of_sexes import sex_counted
from data.understanding import contents
from data.understanding.contents import SEX_WORDS
from data.understanding.layout.crossed.crossed_columns import NUMBER
from geo.words.catalogue import _

SEX = "Sex of the address"
#: How many of the names have a form of address where it tells the sexes of a list.
NEARLY_ALL = 0.8
LEAST_NAMES = 3
_MEN = r"mr|mister|janab|mohtaram|muhtaram|محترم|جناب"
_WOMEN = r"ms|miss|mrs|mst|musammat|mohtarma|muhtarma|mohtarama|محترمہ|مسماة|مسماۃ"
_NEITHER = r"dr|prof|professor|engr|engineer|adv|advocate|justice|capt|captain|col|major|maj|syed"
_ONE = rf"(?:(?P<f>{_WOMEN})|(?P<m>{_MEN}))"
_FIRST = re.compile(
    rf"(?:\d{{1,3}}[.)]\s*)?(?:(?:{_NEITHER})\b\.?\s*)*\(?{_ONE}(?:\.?\)\s*|\.\s*|\s+)(?=\w)",
    re.IGNORECASE,
)
_LAST = re.compile(rf"\w[^,(]*(?:,\s*|\s*\(){_ONE}\.?\)?", re.IGNORECASE)
#: Whose son, daughter or wife somebody is stands behind the own name, or in a column of its own.
_KIN = re.compile(
    r"(?<![\w/])(?:(?P<f>(?:[dw]|wd)\s?/\s?o|(?:daughter|wife|widow) of|دختر|بنت|زوجہ|بیوہ)"
    r"|(?P<m>s\s?/\s?o|son of|ولد))\b(?=\W*[^\W\d])",
    re.IGNORECASE,
)
_NO_SEX = re.compile(rf"(?:{_NEITHER})\b\.?\s", re.IGNORECASE)
#: What the name of a column of names has beside it: "Name (Mr./Ms./Dr.)", "Name with Mr or Ms".
_ASKED_FOR = re.compile(rf"(?<!\w)(?:{_WOMEN}|{_MEN}|{_NEITHER}|with|or|etc)(?!\w)", re.IGNORECASE)
_ANY = re.compile(rf"(?<!\w)(?:{_WOMEN}|{_MEN})(?!\w)", re.IGNORECASE)
#: Others beside the one who is named, be they named or not.
_AND_MORE = re.compile(r"[\d,;&+/\n]|\b(?:and|or|others?|etc|plus|with|aur)\b|،|اور", re.IGNORECASE)


def with_sexes_in_names(sheet: Sheet) -> Sheet:
    """Return a sheet with a column of the sexes that forms of address before the names tell.

    "S/O" and "D/O" behind a name, or before that of a father beside it, tell them as well.
    """
    names = [n for n, name in enumerate(sheet.header)
             if _is_of_persons(name) or _addresses_each(sheet, n)]  # fmt: skip
    counted = [name for n, name in enumerate(sheet.header)
               if not (n in names or _is_of_course(sheet, n)
                       or contents.contents_of(sheet.cells[n]) == contents.DAYS)]  # fmt: skip
    if len(names) != 1 or any(map(_tells_sex, counted)) or _has_sexes(sheet):
        return sheet
    beside = [n for n, name in enumerate(sheet.header) if field_of_name(name) == "other_personal"]
    all_told = [by_text(sheet.cells[names[0]], address), *(
        by_text(sheet.cells[n], _of_father) for n in beside)]  # fmt: skip
    told = next((one for one in all_told if tell_sexes(one[one != "none"].tolist())), None)
    if told is None:
        return sheet
    listed = told != "none"
    sexes = told.where(told.isin(["Female", "Male"]), "")
    words = _(
        "{where}: no column has a sex: it is read of Mr, Ms, S/O and the like beside the names."
    )
    without = int((listed & (sexes == "")).sum())
    if without:
        words = _(
            "{where}: no column has a sex: it is read of Mr, Ms, S/O and the like beside the "
            "names; of {number:,} that have none it is not recorded."
        )
    note = words.format(where=sheet.where, number=without)
    return sheet.with_columns([(SEX, sexes, "")]).noted(note)


def with_sexes_of_answers(sheet: Sheet, mapping: ColumnMapping) -> tuple[Sheet, ColumnMapping]:
    """Return a list with the sexes that its names tell, and its mapping with them.

    Its names are in a column of which somebody said so: "Issued to". Of a column that may be
    of sexes or counts too, and was left out, nothing is read beside it.
    """
    places = mapping.positions("name_of_person")
    if mapping.kind != PERSONS or len(places) != 1 or mapping.holds("sex", *COUNT_FIELDS):
        return sheet, mapping
    header = sheet.header
    told = with_sexes_in_names(sheet.renamed({places[0]: "Name"}))
    if len(told.header) == len(header):
        return sheet, mapping
    fields = (*mapping.fields, "sex")
    return replace(told, header=(*header, SEX)), replace(mapping, fields=fields)


def tell_sexes(addresses: Sequence[str]) -> bool:
    """Tell whether the addresses of names say the sexes of a list: nearly each has one."""
    number = len(addresses)
    addressed = sum(one != "" for one in addresses)
    sexes = sum(one in ("Female", "Male") for one in addresses)
    return number >= LEAST_NAMES and addressed >= NEARLY_ALL * number and 2 * sexes >= number


def address(text: str) -> str:
    """Return the sex that a form of address beside a name tells, or "S/O": "Female", "Male".

    Blank where there is no such or they contradict each other, "neither" for one of both ("Dr."),
    "none" for a text that names nobody.
    """
    whole = " ".join(text.split())
    if not any(map(str.isalpha, whole)) or is_total(whole):
        return "none"
    kin = list(_KIN.finditer(whole))
    bare = whole[: kin[0].start()].strip() if kin else whole
    found = [one for one in (_FIRST.match(bare) or _LAST.fullmatch(bare), *kin) if one]
    sexes = {"Female" if one["f"] else "Male" for one in found}
    if len(_ANY.findall(bare)) > 1 or len(kin) > 1 or len(sexes) > 1:
        return ""  # "Mr. and Mrs."
    if not sexes:
        return "neither" if _NO_SEX.match(bare) else ""
    return sexes.pop()


def _of_father(text: str) -> str:
    """Return the sex of whose father or husband a text names: "S/O Mr. Nobody" is of a man."""
    begins = _KIN.match(text.strip())
    if not text.strip():
        return "none"
    return address(_ANY.sub("", text)) if begins else ""


def _is_of_persons(name: str) -> bool:
    """Tell whether a column is of names, forms of address in its own name or not: "Name (Mr/Ms)".

    Only what is left beside them counts: "Mr. / Ms." alone is of forms of address.
    """
    called = (name, _ASKED_FOR.sub(" ", name))  # an advocate is who is named, too
    return any("name_of_person" in (field_of_name(one), guessed_field(one)) for one in called)


def _addresses_each(sheet: Sheet, n: int) -> bool:
    """Tell whether "Participants" has one person in each row, with Mr or Ms, and no others."""
    name = sheet.header[n]
    if (field_of_name(name) or guessed_field(name)) not in COUNT_FIELDS:
        return False
    texts = [text for text in filled_texts(sheet.cells[n]) if not is_total(text)]
    alone = not any(map(_AND_MORE.search, texts))
    return alone and tell_sexes([address(text) for text in texts])


def _is_of_course(sheet: Sheet, n: int) -> bool:
    """Tell whether a column has the ticks of those who came to one of several trainings."""
    marks = (contents.TICKS, contents.PRESENCE, contents.ONES)
    cells = sheet.cells[n][~say_total(sheet.cells)] if sheet.header[n] == NUMBER else None
    return cells is not None and contents.contents_of(cells) in marks


def _tells_sex(name: str) -> bool:
    """Tell whether a column is by its name of a sex, or counts or ticks people."""
    fields = {field_of_name(name) or guessed_field(name)}
    return bool(fields & {"sex", *COUNT_FIELDS} or sex_counted(name))


def _has_sexes(sheet: Sheet) -> bool:
    """Tell whether a column of any name holds nothing but sexes, or Mr and Ms."""
    for n in sheet.cells:
        texts = [text.strip() for text in filled_texts(sheet.cells[n])]
        words = {SEX_WORDS.get(text.strip(" .").casefold(), "") for text in texts}
        if words and words <= {"participants_f", "participants_m"}:
            return True
    return False
