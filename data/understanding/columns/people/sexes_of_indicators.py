"""Indicators of women and of men, alike but for that -> one indicator, and the sex of each row."""

from data.records.distinct import by_text, different_texts
from data.records.personal_data import safe_name
from data.sheets.field_names import field_of_name
from data.sheets.no_records.other_units import is_of_indicators, says_trained
from data.sheets.sheet import Sheet
from data.sheets.words.names.names_of_sexes import sex_counted, without_sex
from geo.words.catalogue import _

SEX = "Sex of the indicator"
#: What is said of a row that counts women and men alike, which may sum up the others.
BOTH = "Both"
_TRAINED = "Number of persons trained"
#: A list of more indicators is none of one table.
MOST_INDICATORS = 100


def with_sexes_of_indicators(sheet: Sheet) -> Sheet:
    """Return a sheet whose indicators of women and of men trained are one, beside their sexes.

    They differ in nothing but the word for the sex; else one may count those of another again.
    """
    places = [n for n, name in enumerate(sheet.header) if is_of_indicators(name, sheet.tags[n])]
    if len(places) != 1 or any(field_of_name(name) == "sex" for name in sheet.header):
        return sheet
    [n] = places
    texts = different_texts(sheet.cells[n], MOST_INDICATORS)
    trained = [text for text in texts if says_trained(text)]
    of_sexes = {text: sex_counted(text) for text in trained if without_sex(text)}
    alike = len({*map(without_sex, of_sexes)}) == 1
    if not alike or len({*of_sexes.values()}) < 2 or len(texts) == MOST_INDICATORS:
        return sheet
    told = dict.fromkeys(trained, BOTH) | of_sexes
    sexes = by_text(sheet.cells[n], lambda text: told.get(text, ""))
    one = by_text(sheet.cells[n], lambda text: _TRAINED if text in told else text)
    words = _("{where}: {column} tells the sex of whom each number counts.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[n]))
    return sheet.with_texts(n, one, said).with_columns([(SEX, sexes, "")])
