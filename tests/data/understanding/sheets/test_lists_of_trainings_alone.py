"""Lists of trainings that count nobody, whose titles name agencies."""

from data.understanding.understand import Question
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import read, understood

TITLES = ["Course for police officers", "Tarbiyat for labour inspectors", "FIA refresher course"]


def rows_of(remarks: list[str], days: tuple[str, ...] = ("9", "16", "23")) -> list[list[str]]:
    names = ["Sr", "Workshop", "Date", "District", "Kaifiyat"]
    told = zip(TITLES, days, remarks, strict=True)
    records = [[str(n), title, f"2023-05-{day:0>2}", "Kasur", remark]
               for n, (title, day, remark) in enumerate(told, 1)]  # fmt: skip
    return [["Workshops on trafficking"], names, *records]


def test_each_row_with_its_own_title_and_day_is_a_training() -> None:
    said = ["Multavi (nahin hui)", "Postponed", "Mansookh", "Cancelled",
            "Could not be held, hall not available", "The training was not conducted"]  # fmt: skip
    above, names, *rows = rows_of(["Ho gayi", "", "Ho gayi"])
    open_ = [[str(n), f"Workshop {n}", f"2023-06-{n:0>2}", "Kasur", one]
             for n, one in enumerate(said, start=4)]  # fmt: skip
    found = understood(text_of([above, names, rows[0], *open_, rows[2]]).encode())
    assert found.checked.trainings["status"].eq("held").sum() == 2
    assert not len(found.checked.attendance)
    assert not len(found.checked.problems)


def test_rows_of_one_day_may_be_of_persons() -> None:
    found = read(text_of(rows_of(["", "", ""], days=("9", "9", "23"))).encode())
    assert isinstance(found, Question)
