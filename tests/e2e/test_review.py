"""The review queue in a real browser: a misspelt district is decided once, and taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e

TRAININGS = (
    "training_id,title,level,date_start,date_end,venue,venue_adm2_pcode,themes,delivered_by,"
    "donor,status\nT1,Referral,district,2023-05-02,2023-05-03,,,,,,held\n"
)
ATTENDANCE = (
    "training_id,district,province,agency,participants_f,participants_m,"
    "participants_unspecified\n"
    "T1,Kasur,Punjab,Police,1,2,\nT1,Faislabad,Punjab,Police,3,4,\nT1,FAISLABAD,Punjab,FIA,0,5,\n"
)


def test_a_name_is_decided_for_all_rows_and_taken_back(
    open_screen: Callable, tmp_path: Path
) -> None:
    screen = open_screen("/records")
    page = screen.page
    files = {"trainings.csv": TRAININGS, "attendance.csv": ATTENDANCE}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    page.locator('input[type="file"]').set_input_files([tmp_path / name for name in files])
    page.get_by_role("button", name="Check and open").click()
    expect(page.get_by_role("heading", name="2 rows need a decision")).to_be_visible()
    placed = page.get_by_text("not placed yet, and not counted: 2")
    expect(placed).to_be_visible()
    expect(page.get_by_text("Write your name above first")).to_be_visible()
    screen.resize(400, 850)
    assert placed.evaluate("one => one.scrollWidth <= one.clientWidth"), "the number is not cut"
    screen.resize(1400, 900)

    with screen.run():  # it would close the list that is open
        page.get_by_label("Your name, for the history").fill("M&E officer")
        page.keyboard.press("Tab")
    page.get_by_label("“Faislabad”, Punjab is").click()
    with screen.run():
        page.get_by_role("option").first.click()
    button = page.get_by_role("button", name="Apply to all matching rows: “Faislabad”, Punjab")
    expect(button).to_be_enabled()
    button.press("Enter")
    page.wait_for_selector('[data-test-script-state="running"]')
    page.evaluate("(now => { Date.now = () => now() + 60_000; })(Date.now)")  # it takes its time
    expect(page.get_by_text("Decided: “Faislabad” is Faisalabad")).to_be_visible()
    expect(page.get_by_text("Every row was accepted.")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Checked: 15 of 15")).to_be_visible()
    screen.wait_until_ready()
    # The question is gone, and the keyboard is at what stood before it.
    expect(page.get_by_label("Your name, for the history")).to_be_focused()

    page.get_by_role("button", name="Undo the decision").press("Enter")
    expect(page.get_by_role("heading", name="2 rows need a decision")).to_be_visible()
    screen.wait_until_ready()
    assert page.evaluate("document.activeElement !== document.body")
    assert screen.console_errors == []


def test_people_are_counted_and_never_kept(
    open_screen: Callable, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    screen = open_screen("/records")
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        "Attendance sheet,,,,,,,\n"
        "S.No,Name of participant,CNIC,Department,District,Gender,Training title,Date of training\n"
        "1,Nobody Atall,00000-0000000-0,Police,Lahore,M,Referral of victims,2023-05-02\n"
        "2,Noone Else,00000-0000000-0,Labour Department,Kasur,F,Referral of victims,2023-05-02\n"
        "Total,,,,2,,,\n",
        encoding="utf-8",
    )
    screen.page.locator('input[type="file"]').set_input_files(sheet)
    screen.page.get_by_role("button", name="Check and open").click()
    expect(screen.page.locator(".title .mark")).to_have_text("Your records")
    expect(screen.page.get_by_text("Name of participant, CNIC")).to_be_visible()
    screen.wait_until_ready()
    assert "Atall" not in screen.page.content()
    files = [one for one in tmp_path_factory.getbasetemp().rglob("*") if one.is_file()]
    assert "server.log" in {one.name for one in files}
    assert [one for one in files if one != sheet and b"Atall" in one.read_bytes()] == []
