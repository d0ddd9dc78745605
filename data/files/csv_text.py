"""Bytes of a CSV file in any encoding and separator of the field -> rows, and what was detected."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from data.files.letters.counts_in_lines import rows_of_counts
from data.files.letters.persons_in_lines import rows_of_persons
from data.files.letters.trainings_in_lines import rows_of_trainings
from data.files.letters.wrapped_lines import unwrapped
from data.files.spaced_text import DRAWN, SpacedRows, spaced_rows
from data.records.errors import ReadingError
from geo.words.catalogue import _
from geo.words.listing import listing

SAVE_AS_CSV = _("Save it as “CSV UTF-8 (comma delimited)” or as an Excel workbook (.xlsx).")
UTF8, WESTERN, ARABIC = "UTF-8", "Windows-1252", "Windows-1256"
UNTOLD_COLUMNS = _("Its columns are set out by spaces, and cannot be told apart here.")
PART_COLUMNS = _("Set two spaces at least, or a tab, between columns, or choose a workbook.")
OTHER_KINDS = {
    b"%PDF": _("It is a PDF document, whatever its name says."),
    b"\x89PNG": _("It is a picture, whatever its name says."),
    b"\xff\xd8\xff": _("It is a picture, whatever its name says."),
    b"{\\rtf": _("It is a text document, whatever its name says."),
    b"<": _("It is a web page or an XML file, whatever its name says."),
    b"\x1f\x8b": _("It is a compressed file, whatever its name says."),
    b"Rar!": _("It is a compressed file, whatever its name says."),
    b"7z\xbc\xaf": _("It is a compressed file, whatever its name says."),
}
SEPARATORS = {",": _("commas"), ";": _("semicolons"), "\t": _("tabs"), "|": _("vertical bars")}
#: What lines of letters list, and what is said of it.
LISTED = (
    (rows_of_counts, _("{where}: numbers of women and men are read of its lines.")),
    (rows_of_persons, _("{where}: each line of its list is read as a person.")),
    (rows_of_trainings, _("{where}: each line of its list is read as a training.")),
)
#: What a mail that is answered has before each of its lines.
_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
#: How much of a text is looked at to find its separator.
LOOKED_AT = 65_536
LOOKED_AT_ROWS = 60

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", UTF8),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
#: Windows-1256 has no Urdu ye, so that whoever writes Urdu in it takes that of Arabic.
_IN_URDU = str.maketrans("\u064a\u0649\u0643", "\u06cc\u06cc\u06a9")
_UTF8_LETTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
#: Western text has its accented letters one by one; another alphabet has whole words of them.
_HIGH_WORD = re.compile(rb"[\xc0-\xff]{3,}")

#: Signs of a text between bars that say how its words are to look: "**All**", "*NGO*", "## May".
_LOOKS = re.compile(
    r"(?<![\w*])(?P<signs>\*{1,3})(?=[^\s*])(?P<text>[^*]+)(?<=\S)(?P=signs)(?![\w*])|^#{1,6}\s+"
)


@dataclass(frozen=True)
class CsvText:
    """A text that is a CSV file: its separator, and sentences on what was detected."""

    text: str
    separator: str
    notes: tuple[str, ...]
    first_row: int = 1

    def rows(self, where: str) -> Iterator[tuple[int, list[str]]]:
        """Return its rows with their numbers; blank ones too.

        Raises
        ------
        ReadingError
            When a row is reached in which a quotation mark is not closed.
        """
        # Four bytes a letter, which a StringIO takes, would be 50 MB of 100,000 rows.
        lines = io.TextIOWrapper(io.BytesIO(self.text.encode()), encoding="utf-8", newline="")
        reader = csv.reader(lines, delimiter=self.separator, strict=True)
        number = 0
        try:
            for number, row in enumerate(reader, start=1):
                if number >= self.first_row:
                    yield number, _between_bars(row) if self.separator == "|" else row
        except csv.Error as error:
            what = _("A quotation mark is not closed, or a cell is far too long.")
            place = _("{where}, after row {row}").format(where=where, row=number)
            raise ReadingError(what, place, SAVE_AS_CSV) from error


def _between_bars(row: Sequence[str]) -> list[str]:
    """Return the cells of a row without what sets them apart; none of a drawn one: "|----|:---:|".

    A row of single dashes, for what is not known, is none of these. Of words to be seen before
    others, none of the signs that say so is left.
    """
    cells = [_LOOKS.sub(r"\g<text>", cell.strip()) for cell in row]
    filled = [cell.strip(":") for cell in cells if cell]
    drawn = all("---" in cell and DRAWN.fullmatch(cell) for cell in filled)
    return [] if filled and drawn else cells


def _none_known(text: str) -> bool:
    """Tell of a text that none of its words is known."""
    return not text


def csv_text(content: bytes, where: str, known: Callable[[str], bool] = _none_known) -> CsvText:
    """Decode a CSV file, or what is no workbook by its first bytes, and find its separator.

    Parameters
    ----------
    known
        Tells of a text whether words of it are known: in Arabic letters, which no other encoding
        would give, they say that it was decoded rightly.

    Raises
    ------
    ReadingError
        If the bytes are another kind of file, or text whose letters cannot be told for certain.
    """
    for start, what in OTHER_KINDS.items():
        if content[:200].lstrip().startswith(start):
            raise ReadingError(what, where, SAVE_AS_CSV)
    text, encoding = decoded(content, where, known)
    if "\0" in text:
        raise ReadingError(_("It is not a text file."), where, SAVE_AS_CSV)
    if not text.strip():
        advice = _("Fill in the template and choose that.")
        raise ReadingError(_("It has no rows."), where, advice)
    separator, first_row, regularity = _separator(text)
    notes = _on_encoding(encoding, where)
    short = len(text) <= LOOKED_AT
    if listed := _of_letter(text, where) if short else None:
        rows, note = listed
        return CsvText(_written(rows), ",", (*notes, note))
    spaced = spaced_rows(text) if short else None
    if spaced and spaced.regularity > 2 * regularity:
        if spaced.untold:
            place = _("{where}, line {line}").format(where=where, line=spaced.untold)
            raise ReadingError(UNTOLD_COLUMNS, place, PART_COLUMNS)
        notes += _on_spaces(spaced, where)
        return CsvText(_written(spaced.rows), ",", tuple(notes))
    if separator != ",":
        words = _("{where}: columns are separated by {signs}.")
        notes.append(words.format(where=where, signs=SEPARATORS[separator]))
        text = _with_whole_sentences(text, separator) if short else text
    return CsvText(text, separator, tuple(notes), first_row)


def _of_letter(text: str, where: str) -> tuple[list[list[str]], str] | None:
    """Return what lines of a letter list as rows, and a sentence on it; None where they do not."""
    text = _QUOTED.sub("", text)
    found = ((read(text), words) for read, words in LISTED)
    return next(((rows, words.format(where=where)) for rows, words in found if rows), None)


def _on_encoding(encoding: str, where: str) -> list[str]:
    """Say in which encoding a file was read, where it is not the usual one."""
    if encoding == UTF8:
        return []
    words = _("{where} was read as {encoding}.")
    if encoding in (WESTERN, ARABIC):
        words = _("{where} was read as {encoding}, because it is not UTF-8.")
    return [words.format(where=where, encoding=encoding)]


def _on_spaces(spaced: SpacedRows, where: str) -> list[str]:
    """Say that spaces part the columns of a text, and of which lines that is less plain."""
    notes = [_("{where}: columns are told apart by spaces.").format(where=where)]
    for numbers, words in (
        (spaced.full, _("{where}: lines where one space alone parts two columns: {lines}.")),
        (spaced.wrapped,
         _("{where}: lines that go on with the row above, and are of it: {lines}.")),
    ):  # fmt: skip
        if numbers:
            lines = listing(map(str, numbers), 20)
            notes.append(words.format(where=where, lines=lines))
    return notes


def _with_whole_sentences(text: str, separator: str) -> str:
    """Return a text with each sentence between the rows of its table in one line."""
    lines = text.split("\n")
    rows = {n for n, line in enumerate(lines) if separator in line}
    return "\n".join(unwrapped(lines, rows)) if '"' not in text else text


def decoded(content: bytes, where: str, known: Callable[[str], bool]) -> tuple[str, str]:
    """Return a text and the encoding it is in; ``known`` as in ``csv_text``.

    Raises
    ------
    ReadingError
        If its letters cannot be told for certain.
    """
    for mark, codec, name in MARKS:
        if content.startswith(mark):
            try:
                return content.decode(codec), name
            except UnicodeDecodeError as error:
                what = _("It says that it is {encoding}, and holds bytes that are not.")
                raise ReadingError(what.format(encoding=name), where, SAVE_AS_CSV) from error
    try:
        return content.decode("utf-8"), UTF8
    except UnicodeDecodeError as error:
        return _of_one_byte(content, where, known, error)


def _of_one_byte(
    content: bytes, where: str, known: Callable[[str], bool], error: UnicodeDecodeError
) -> tuple[str, str]:
    """Decode a text of Windows-1252, or of Windows-1256 where words of it are known.

    One that is damaged UTF-8 or of another alphabet is refused.
    """
    letters = _UTF8_LETTER.findall(content)
    high = len(_HIGH.findall(content))
    line = content.count(b"\n", 0, error.start) + 1
    place = _("{where}, line {line}").format(where=where, line=line)
    if 2 * sum(map(len, letters)) > high:
        what = _("The text is UTF-8, and a letter of it is damaged.")
        advice = _("Save it again from the program that wrote it.")
        raise ReadingError(what, place, advice) from error
    if _HIGH_WORD.search(content):
        if known(text := content.decode("cp1256").translate(_IN_URDU)):
            return text, ARABIC
        what = _("The text is in an encoding that cannot be told (Windows-1256, perhaps).")
        raise ReadingError(what, place, SAVE_AS_CSV) from error
    try:
        return content.decode("cp1252"), WESTERN
    except UnicodeDecodeError:
        what = _("The encoding of the text cannot be told.")
        raise ReadingError(what, place, SAVE_AS_CSV) from error


def _written(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a CSV file."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _separator(text: str) -> tuple[str, int, int]:
    """Return the separator, the first row, and how many cells lie in rows of the usual length.

    A line ``sep=;`` of a spreadsheet says it, and every cell is taken to.
    """
    first = text[:8].lower().lstrip("\ufeff")
    if first.startswith("sep=") and first[4:5] in SEPARATORS:
        return first[4], 2, len(text)
    looked_at = text[:LOOKED_AT]
    if len(text) > LOOKED_AT:
        looked_at = looked_at[: looked_at.rfind("\n") + 1] or looked_at
    scores = {sign: _regularity(looked_at, sign) for sign in SEPARATORS}
    best = max(scores, key=lambda sign: scores[sign])
    return (best if scores[best] else ","), 1, scores[best]


def _regularity(text: str, sign: str) -> int:
    """Return how many cells lie in rows of the usual length, if a sign separates cells.

    One row alone, or two apart, are no table, as the foot of a page: "Annual returns | 12".
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        rows = [len(row) for row in islice(reader, LOOKED_AT_ROWS) if any(map(str.strip, row))]
    except csv.Error:
        return 0
    several = [n for n, width in enumerate(rows) if width > 1]
    if len(several) < min(3, len(rows)) and (len(several) < 2 or several[1] > several[0] + 1):
        return 0
    widths = Counter(rows[n] for n in several)
    return max(((width - 1) * times for width, times in widths.items()), default=0)
