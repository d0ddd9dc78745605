"""The day on which a letter was written, and that on which it says that a training was held."""

from collections.abc import Sequence
from datetime import date

import pytest

from data.understanding.layout.titles.blocks import Block
from data.understanding.layout.titles.days.days_above import have_one_day
from data.understanding.layout.titles.days.days_of_letters import without_day_of_letter
from data.understanding.layout.titles.title_texts import DATE, values_of
from data.understanding.understand import Understood, understand

HELD, ASKED = "28 April 2026", ""
KHAT = ["Khat No. SWO/JMS/118      Tareekh: 30 April 2026", "Mauzu: tarbiyat - report"]
SIR = "Janab-e-Aali,"
SUBJECT = "Subject: Training on trafficking"


def day_of(texts: Sequence[str]) -> str:
    """Return the day above a table that is taken for that of its training; blank if it is asked."""
    left = without_day_of_letter(texts)
    [day] = values_of([Block(0, left)], 2026)[DATE]
    return day if have_one_day([left], 2026) else ASKED


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        ([*KHAT, SIR, "Arz hai ke 28 April 2026 ko aik roza tarbiyat munaqid hui."], HELD),
        (["Tareekh: 30 April 2026", "Khat No. 118", SIR, "28 April 2026 ko tarbiyat ka inaqad hua"],
         HELD),
        ([*KHAT, SIR, "Arz hai ke daftar haza mein aik roza tarbiyat munaqid hui."], ASKED),
        (["Tareekh: 30 April 2026", "Mauzu: tarbiyat", SIR, "Tarbiyat munaqid hui."], ASKED),
        (["Mauzu: Insani smuggling par tarbiyat", "Tareekh: 28 April 2026"], HELD),
        (["خط نمبر 118", "مورخہ: 30 اپریل 2026", "جناب عالی", "28 اپریل 2026 کو تربیت منعقد ہوئی"],
         "28 اپریل 2026"),
        (["مراسلہ نمبر 118  تاریخ: 30 اپریل 2026", "جناب عالی", "تربیت منعقد ہوئی"], ASKED),
        (["حاضری شیٹ", "بتاریخ: 28 اپریل 2026", "بمقام: ضلع کونسل ہال"], "28 اپریل 2026"),
        (["بتاریخ: 30 اپریل 2026", "بخدمت جناب ڈپٹی کمشنر", "فہرست"], ASKED),
        (["رپورٹ بتاریخ: 30 اپریل 2026", "فہرست"], ASKED),
        (["No. SWO/118    Date: 30 April 2026", SUBJECT, "On 28 April 2026 we conducted it"],
         HELD),
        (["Memo 118, 30 April 2026", SUBJECT, "28 April 2026: training conducted"], HELD),
        (["No. SWO/118    Date: 30 April 2026", "Training date: 28 April 2026"], HELD),
        (["Date: 30 April 2026", "Dear Sir,", "The training was held in this office."], ASKED),
        (["Date: 30 April 2026", SUBJECT], ASKED),
        ([f"{SUBJECT} HELD ON 28 April 2026", "Reference your letter No. 1/2 dated 2.4.2026. "
          "The following attended the training:"], HELD),
        (["Reference your letter dated 2.4.2026. The following attended the training:"], ASKED),
        (["Date: 28 April 2026", "Venue: Town Hall", SUBJECT], HELD),
        (["From: 28 April 2026", "To: 28 April 2026", "Training on referral"], HELD),
        (["Board meeting 30 April 2026", "Training on referral, 28 April 2026"], HELD),
        (["Training on referral, 28 April 2026", "Date: 27 April 2026"], ASKED),
        (["Tareekh: 30 April 2026", SIR, "Arakeen ki tarbiyat 28 April 2026 ko Kasur mein hui."],
         HELD),
        (["Tareekh: 30 April 2026", SIR, "28 April 2026 ko members ki training ho gayi."], HELD),
        (["Tareekh: 30 April 2026", SIR, "Zila ke afsaran ko 28 April 2026 ko training di gai."],
         HELD),
        (["Tareekh: 30 April 2026", SIR, "28 April 2026 ko members ki training ho gi."], ASKED),
        (["Memo 118, 30 April 2026", "Training (28.4.2026)", "It was held on 28 April 2026."],
         HELD),
        (["Tareekh: 30 April 2026", SIR, "Arkaan ki aik roza training 28 April 2026 ko yahan hui."],
         HELD),
        (["Dated Kasur the 30th April 2026", SUBJECT, "It took place on 28 April 2026."], HELD),
        (["Kasur, 30 April 2026: A training concluded here.", "It was held on 28 April 2026."],
         HELD),
        (["Kasur, 27 April 2026: A training is near.", "It was held on 28 April 2026."], ASKED),
        (["Kasur, 30 April 2026: A training of two days concluded here today."], "30 April 2026"),
    ],
)  # fmt: skip
def test_the_day_of_a_letter_is_that_of_no_training(texts: list[str], day: str) -> None:
    assert day_of(texts) == day


def test_a_letter_in_roman_urdu_tells_the_day_and_the_title_of_its_training() -> None:
    rows = ["No.\tZila\tMehkma\tMard\tKhawateen", "1\tJamshoro\tPolice\t9\t2"]
    held = "Arz hai ke 28 April 2026 ko daftar haza mein aik roza tarbiyat munaqid hui."
    found = understand(["\n".join([*KHAT, "", SIR, held, "", *rows]).encode()], date(2026, 11, 1))
    assert isinstance(found, Understood)
    training = found.checked.trainings.iloc[0]
    assert f"{training['date_start']:%Y-%m-%d}" == "2026-04-28"
    assert training["title"] == "Mauzu: tarbiyat - report"


def test_a_line_of_a_letter_that_breaks_between_two_days_is_read_with_the_next() -> None:
    lines = [
        "No. 118        Dated: 30 April 2026",
        SUBJECT,
        "It is submitted for information that the training was held from 27.04.2026 to",
        "28.04.2026 in this office:",
        "",
        "District\tAgency\tMen",
        "Kasur\tPolice\t9",
    ]
    found = understand(["\n".join(lines).encode()], date(2026, 11, 1))
    assert isinstance(found, Understood)
    [days] = found.checked.trainings[["date_start", "date_end"]].astype(str).to_numpy().tolist()
    assert days == ["2026-04-27", "2026-04-28"]
