"""Made-up files of offices as they are read: their records, or the question on them."""

from collections.abc import Mapping, Sequence

from data.understanding.rows import home_of_all
from data.understanding.understand import Answers, Question, Understood, understand
from tests.data.sheets_made import TODAY, balance, text_of

LIST = ("S#", "Name", "Department", "District", "Sex")
DAY = "9 May 2023"
TITLE = "Training on referral"
LISTED = ("S#", "Name", "Sex", "District", "Agency")
TRAINING = {"title": "Referral", "date_start": "2023-05-09"}
GROUPED = ("Training", "Date", "District")
ROW = ("Referral", "2023-05-09", "Kasur")
ABOVE = [f"{TITLE}, {DAY}"]


def people(number: int, again: str = "", **changes: str) -> list[list[str]]:
    usual = {"Department": "Police", "District": "Kasur", "Sex": "F"} | changes
    return [[str(n), f"Zarqoon{n}{again} Nobody", *usual.values()] for n in range(1, number + 1)]


def read(content: bytes, fields: Mapping[str, str] | None = None, kind: str = "",
         sheet: Sequence[str] = (), **constants: str) -> Understood | Question:  # fmt: skip
    answers = Answers(fields or {}, constants, kind)
    found = understand([content], TODAY, answers=answers, sheet=sheet or None)
    if isinstance(found, Understood):
        balance(found.checked)
    return found


def figures(found: Understood | Question) -> tuple[int, int]:
    """Return how many trainings and participants were taken in."""
    assert isinstance(found, Understood), found
    return len(found.checked.trainings), found.checked.participants_accepted


def unsure(found: Understood | Question) -> dict[str, str]:
    """Return the columns that are asked about, and what each is proposed to be."""
    assert isinstance(found, Question), found.checked.problems
    assert found.proposal
    return {column.name: column.field for column in found.proposal.columns if not column.sure}


def named(number: int, *more: str, sex: str = "F") -> list[str]:
    return [str(number), f"Zarqoon{number} Nobody", sex, *more]


def understood(content: bytes, **constants: str) -> Understood:
    found = read(content, **constants)
    assert isinstance(found, Understood), found
    return found


def summed(found: Understood, by: str) -> dict[str, int]:
    """Return the participants by a column of attendance."""
    table = found.checked.attendance
    counts = ["participants_f", "participants_m", "participants_unspecified"]
    people_in = table[counts].fillna(0).sum(axis=1).astype(int)
    return {str(key): int(own) for key, own in people_in.groupby(table[by]).sum().items()}


def homes_of(found: Understood | Question) -> dict[str, int] | list[str]:
    """Return the participants by home; what is offered, in its order, where it is asked of all."""
    assert isinstance(found, Understood), found
    asked = [one for one in found.checked.queue if one.reason == home_of_all.OF_NONE]
    if not asked:
        return summed(found, "adm2_pcode")
    [question] = asked
    assert (question.kind, question.value) == ("district", "")
    assert found.checked.participants_accepted == 0
    return [one.answer for one in question.candidates]


def listed(header: list[str], *rows: list[str], above: tuple[list[str], ...] = (ABOVE,)) -> bytes:
    """Return a list of persons who are numbered and have a name each, under texts."""
    numbered = [[str(n), f"Zarqoon{n} Nobody", *row] for n, row in enumerate(rows, start=1)]
    return text_of([*above, [], ["S#", "Name", *header], *numbered]).encode()
