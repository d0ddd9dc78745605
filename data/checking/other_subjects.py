"""Trainings on another subject than the programme's: vaccination, farming, first aid, computers."""

import re

from data.records.distinct import filled_texts
from data.sheets.sheet import Sheet
from data.sheets.totals.total_words import is_total
from data.sheets.words.names.names_of_sexes import sex_counted
from data.sheets.words.names.names_of_who_came import is_planned
from geo.words.catalogue import _

OTHER_SUBJECT = _("What its trainings are on is of another programme, as of health or farming.")
#: What a training of another programme is on; who comes to one may come to ours.
_OTHERS = re.compile(
    r"\b(?:polio(?:myelitis)?|dengue|malaria|measles|larva\w*|vaccination|immuni[sz]ation|covid"
    r"|tuberculosis|hepatitis|breast ?feeding|family planning|first aid|infection control"
    r"|wheat|cotton|sugar ?cane|maize"
    r"|crops?|kharif|silage|fodder|orchards?|horticulture|agronomy|seeds?|fertili[sz]ers?"
    r"|pesticides?|livestock|poultry|dairy|veterinary|artificial insemination|irrigation"
    r"|hand ?pumps?|latrines?|bore ?holes?|tube ?wells?|water (?:quality|supply|filtration)"
    r"|(?:ms|microsoft) (?:office|excel|word)|spread ?sheets?|e-?(?:office|filing)"
    r"|(?:basic )?computer (?:skills|literacy|operations?|training|courses?)"
    r"|road safety|defensive driving|disaster management"
    r"|flood (?:preparedness|relief|response|rescue)|tailoring|embroidery|beautician"
    r"|fire ?(?:fighting|safety|drills?)|food hygiene|telephone manners|housekeeping)\b"
    # What a place is called by: "Held at the Livestock Office Hall".
    r"(?!(?: \w+){0,2} (?:hall|office|hospital|room|centre|center|institute|college|university"
    r"|farm|market|complex|auditorium|dispensary|station)\b)"
    r"|پولیو|ڈینگی|ملیریا|خسرہ|حفاظتی ٹیک|گندم|کپاس|کھاد|مویشی",
    re.IGNORECASE,
)
#: Words of the programme's own, of which one leaves any subject open.
_OWN = re.compile(
    r"traffick|smuggl|migra|exploit|prosecut|investigat|protect|violen|harass|psycho|abuse|passport"
    r"|counsel|begg|victim|survivor|refer|gender|justice|crim|safeguard|labou?r|forced|bonded|kiln"
    r"|\b(?:domestic|tip|som|d?ahtcs?|aht|gbv|fia|police|levies|law|laws|legal|act|rights?|border|courts?"
    r"|child\w*|women|marriages?|committees?|insani)\b"
    r"|سمگلنگ|انسانی|تحفظ|محنت|مشقت|جبری|قانون|حقوق|خواتین|بچ[ےوہ]|ہجرت|متاثرین|پولیس|کمیٹی",
    re.IGNORECASE,
)


def is_of_another_subject(sheet: Sheet) -> bool:
    """Tell whether all that says what the trainings are on has a word of another subject.

    That is each title of a column, or a text above and one of the titles, if there are any; and no
    text, nor the name of a column that no list has but that of a target ("Target children") or of a
    sex ("Women farmers"), has a word of the programme's. Titles that tell no subject leave it open.
    """
    fields = sheet.fields
    told = [(n, one) for n, one in enumerate(fields) if n not in sheet.offered]
    own = [n for n, one in told if one == "title"] or [n for n, one in told if one == "themes"]
    titles = [text for n in own for text in filled_texts(sheet.cells[n]) if not is_total(text)]
    some = any(map(_OTHERS.search, titles)) or not titles
    told = some and (
        any(map(_OTHERS.search, sheet.above)) or (titles and all(map(_OTHERS.search, titles)))
    )
    names = [name for name, one in zip(sheet.header, fields, strict=True)
             if one is None and not is_planned(name) and not sex_counted(name)]  # fmt: skip
    return bool(told) and not any(map(_OWN.search, (*titles, *sheet.beside, *names)))
