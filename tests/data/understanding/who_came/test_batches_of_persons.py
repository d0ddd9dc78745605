"""Lists of persons by the batches in which they were trained, with numbers of their rows."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, read, summed, understood, unsure

NAMES = ["Sr.", "S#", "Batch", "Name", "Rank", "Force", "District", "Gender"]
FIRST, SECOND = "Batch I (Lahore, 5 Aug 2023)", "Batch II (Kasur, 19 Aug 2023)"


def listed(
    *below: list[str], names: list[str] = NAMES, batches: tuple[str, str] = (FIRST, SECOND)
) -> bytes:
    """Return a list of two batches, of three and of two."""
    rows = [[str(n + 1), str(n % 3 + 1), batches[n // 3], f"Zarqoon{n} Nobody", "SI", "Police",
             "Kasur", "F"] for n in range(5)]  # fmt: skip
    return text_of([names, *rows, *below]).encode()


@pytest.mark.parametrize(
    ("called", "batches"),
    [("Cohort", (FIRST, SECOND)),
     ("GROUP", ("Group A, held at Kasur on 5 Aug 2023", "Group B, held in Okara on 19 Aug 2023")),
     ("Batch", ("Batch-1 (5-7 Aug 2023)", "Batch-2 (19-21 Aug 2023)")),
          ("Phase", ("1st (5 Aug 2023)", "2nd (19 Aug 2023)"))],
)  # fmt: skip
def test_each_batch_with_its_day_is_a_training(called: str, batches: tuple[str, str]) -> None:
    found = understood(listed(names=[*NAMES[:2], called, *NAMES[3:]], batches=batches))
    assert figures(found) == (2, 5)
    assert found.checked.trainings["date_start"].astype(str).tolist() == ["2023-08-05",
                                                                          "2023-08-19"]  # fmt: skip
    assert any("is a training with its day" in note for note in found.notes)


@pytest.mark.parametrize(
    "batches",
    [("Batch I", SECOND), ("Batch I", "Batch II"),
     ("Batch I (nominated 5 Aug 2023)", "Batch II (nominated 9 Aug 2023)"),
     ("I (nominated 5 Aug 2023)", "II (nominated 9 Aug 2023)")],
)  # fmt: skip
def test_batches_of_which_one_tells_no_day_of_its_own_are_no_trainings(
    batches: tuple[str, str],
) -> None:
    assert isinstance(read(listed(batches=batches)), Question)


@pytest.mark.parametrize("name", ["Training", "Training ID", "Date attended"])
def test_a_batch_beside_what_tells_of_a_training_is_none(name: str) -> None:
    """It tells no day where the other may have another."""
    found = read(listed(names=[*NAMES[:4], name, *NAMES[5:]]))
    assert isinstance(found, Question)
    assert found.proposal
    assert "Date in the title" not in {one.name for one in found.proposal.columns}


def test_of_two_numbers_of_rows_neither_is_asked_about_or_counts() -> None:
    repeated = ["9", "9", SECOND, "Zarqoon4 Nobody", "SI", "Police", "Kasur", "F"]
    found = understood(listed(repeated, ["6", "3", *[""] * 6]))
    assert figures(found) == (2, 5)  # who is in a batch twice is one person


def test_a_note_below_that_names_one_of_two_numbers_leaves_them_open() -> None:
    found = read(listed(["Note: Sr. No. 3 was absent"]))
    assert {"Sr.", "S#"} <= {*unsure(found)}


@pytest.mark.parametrize(("force", "agency"), [("Sindh Police", "Police"), ("", "Not published")])
def test_ranks_of_sindh_are_of_the_police_that_is_named_above(force: str, agency: str) -> None:
    rows = [["Name", "Rank", "Gender", "District"],
            *([f"Zarqoon{n} Nobody", rank, "F", "Badin"]
              for n, rank in enumerate(("ASIP", "WPC", "SIP", "WASI")))]  # fmt: skip
    above = [f"Training on trafficking ({force}), 5 August 2023" if force
             else "Referral training, 5 August 2023"]  # fmt: skip
    found = read(text_of([above, *rows]).encode())
    if force:
        assert summed(found, "agency") == {agency: 4}
    else:
        assert isinstance(found, Question) or set(summed(found, "agency")) != {"Police"}
