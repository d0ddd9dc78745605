"""The command that adds P-codes to a file."""

# ruff: noqa: RUF001  names in the Arabic script have letters that look like Latin ones

from __future__ import annotations

import datetime
from pathlib import Path

import pandas as pd
import pytest

from data.__main__ import main
from geo.__main__ import main as geo_main
from tests.data.sheets_made import workbook_of


def command(file: Path, *more: str) -> tuple[int, pd.DataFrame]:
    out = file.with_name("out.csv")
    code = main(["match", str(file), "--name", "District", *more, "--out", str(out)])
    return code, pd.read_csv(
        out, dtype=str, keep_default_na=False
    ) if out.exists() else pd.DataFrame()


def test_rows_keep_their_cells_and_gain_what_was_found(tmp_path, capsys):
    file = tmp_path / "in.csv"
    file.write_text("District,Province,n\nLahore,Punjab,01\nLahroe,Punjab,2\nMurree,Punjab,3\n")
    code, rows = command(file, "--province", "Province")
    assert code == 1
    assert rows.columns.tolist() == [
        *["District", "Province", "n", "adm2_pcode", "method", "score", "reason"],
        *["candidates", "note"],
    ]
    assert rows["n"].tolist() == ["01", "2", "3"]
    assert rows["adm2_pcode"].tolist() == ["PK617", "", "PK630"]
    assert rows["method"].tolist() == ["exact", "none", "successor"]
    assert rows["candidates"][1].startswith("PK617 Lahore (Punjab)")
    assert "counted in Rawalpindi" in rows["note"][2]
    said = capsys.readouterr().out
    assert "3 rows: 2 matched, 1 not matched" in said
    assert "matched by successor: 1" in said
    assert "not matched, no known district: 1" in said


def test_all_matched_ends_well(tmp_path):
    file = tmp_path / "in.csv"
    file.write_text("District,P\nLahore,PK617\n")
    assert command(file, "--code", "P")[0] == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_urdu_is_read_in_any_unicode(tmp_path, encoding):
    file = tmp_path / "in.csv"
    file.write_bytes("District\nلاہور\nضلع سوات\n".encode(encoding))
    code, rows = command(file)
    assert (code, rows["adm2_pcode"].tolist()) == (0, ["PK617", "PK532"])
    assert rows["District"].tolist() == ["لاہور", "ضلع سوات"]


def test_windows_1252_is_read_and_said(tmp_path, capsys):
    file = tmp_path / "in.csv"
    file.write_bytes("District\nChársadda\n".encode("cp1252"))
    assert command(file)[1]["adm2_pcode"].tolist() == ["PK506"]
    assert "Windows-1252" in capsys.readouterr().out


def test_semicolons_are_found_and_said(tmp_path, capsys):
    file = tmp_path / "in.csv"
    file.write_text("District;n\nLahore;1,2\n")
    code, rows = command(file)
    assert (code, rows["n"].tolist()) == (0, ["1,2"])
    assert "semicolons" in capsys.readouterr().out


def test_a_workbook_is_read(tmp_path):
    file = tmp_path / "in.xlsx"
    rows = {"District": ["Lahore", "NA", None], "n": [1, 2, 3]}
    pd.DataFrame(rows).to_excel(file, index=False)
    code, found = command(file)
    assert code == 1
    assert found["reason"].tolist() == ["", "no known district", "blank"]
    assert found["n"].tolist() == ["1", "2", "3"]


def test_cells_of_a_workbook_are_read_as_they_are_shown(tmp_path):
    file = tmp_path / "in.xlsx"
    day = datetime.date(2023, 9, 25)
    cells = ["Lahore", 3.0, 2.5, day, pd.Timestamp("2023-09-25T14:30:00"), True, "007", None]
    headings = ["District", "n", "n", "day", "moment", "held", "text", None]
    pd.DataFrame([headings, cells]).to_excel(file, index=False, header=False)
    code, rows = command(file)
    assert code == 0
    assert rows.iloc[0, :7].tolist() == [
        *("Lahore", "3", "2.5", "2023-09-25", "2023-09-25T14:30:00", "TRUE", "007"),
    ]


def test_a_column_is_named_by_whatever_it_is_called(tmp_path):
    file = tmp_path / "in.csv"
    file.write_text("Loc,n,,,last\nLahore,1,of a longer row\nSwat\n")
    out = tmp_path / "out.csv"
    assert main(["match", str(file), "--name", "Loc", "--out", str(out)]) == 0
    rows = pd.read_csv(out, dtype=str, keep_default_na=False)
    assert rows["adm2_pcode"].tolist() == ["PK617", "PK532"]
    assert "last" in rows
    assert rows.iloc[:, 2].tolist() == ["of a longer row", ""]


def test_a_sheet_is_asked_for_by_name(tmp_path, capsys):
    file = tmp_path / "in.xlsx"
    with pd.ExcelWriter(file) as book:
        pd.DataFrame({"x": [1]}).to_excel(book, sheet_name="About", index=False)
        pd.DataFrame({"District": ["Lahore"]}).to_excel(book, sheet_name="Rows", index=False)
    assert command(file)[0] == 2
    assert "No column is called District" in capsys.readouterr().err
    assert command(file, "--sheet", "Rows")[0] == 0
    assert command(file, "--sheet", "None")[0] == 2
    assert "There is no such sheet." in capsys.readouterr().err


def test_a_workbook_without_a_cell_is_refused(tmp_path, capsys):
    file = tmp_path / "in.xlsx"
    pd.DataFrame().to_excel(file, index=False)
    assert command(file)[0] == 2
    assert capsys.readouterr().err.strip()


def test_a_row_of_tags_is_passed_through(tmp_path, capsys):
    file = tmp_path / "in.csv"
    file.write_text("District,n\n#adm2+name,#reached\nLahore,5\n")
    code, rows = command(file)
    assert (code, rows["adm2_pcode"].tolist()) == (0, ["", "PK617"])
    assert "1 row: 1 matched" in capsys.readouterr().out


def test_a_column_of_the_same_name_is_kept_as_given(tmp_path):
    file = tmp_path / "in.csv"
    file.write_text("District,adm2_pcode\nLahore,PK608\n")
    code, rows = command(file, "--code", "adm2_pcode")
    assert code == 1
    assert rows["adm2_pcode_given"].tolist() == ["PK608"]
    assert rows["reason"].tolist() == ["code and name disagree"]


def test_no_cell_becomes_a_formula(tmp_path):
    file = tmp_path / "in.csv"
    file.write_text('District,n\n"=HYPERLINK(""x"")",-5\n@Lahore,+x\n')
    _, rows = command(file)
    assert rows["District"].tolist() == ['\'=HYPERLINK("x")', "'@Lahore"]
    assert rows["n"].tolist() == ["'-5", "'+x"]


def test_columns_of_persons_are_left_out_and_said(tmp_path, capsys):
    file = tmp_path / "in.csv"
    file.write_text(
        "Name of participant,CNIC,Reach,District,Training name,n\n"
        "Zarqoon Nobody,00000-0000000-0,0300-0000000,Lahore,Referral,1\n"
    )
    code, rows = command(file)
    assert (code, rows.columns.tolist()[:3]) == (0, ["District", "Training name", "n"])
    said = capsys.readouterr().out
    assert "Left out as personal data: Name of participant, CNIC, Reach" in said
    for told in (file.with_name("out.csv").read_text(), said):
        assert not [one for one in ("Zarqoon", "00000-", "0300-") if one in told]


@pytest.mark.parametrize(
    "lines",
    [
        "Attendance 2023\nNot final,,\nDistrict,n\nLahore,5\n",
        "Where,,n\nProvince,District,n\nPunjab,Lahore,5\n",
    ],
)
def test_a_header_under_title_rows_or_in_two(tmp_path, capsys, lines):
    file = tmp_path / "in.csv"
    file.write_text(lines)
    code, rows = command(file)
    assert (code, rows["adm2_pcode"].tolist(), rows["District"].tolist()) == (
        0, ["PK617"], ["Lahore"],
    )  # fmt: skip
    assert "The header is row" in capsys.readouterr().out
    book = tmp_path / "in.xlsx"
    book.write_bytes(workbook_of({"Sheet1": [line.split(",") for line in lines.splitlines()]}))
    assert command(book)[1]["adm2_pcode"].tolist() == ["PK617"]


def test_the_upper_name_of_two_rows_tells_columns_apart(tmp_path):
    file = tmp_path / "in.csv"
    file.write_text("Venue,,Home,\nDistrict,n,District,n\nLahore,1,Swat,2\n")
    out = tmp_path / "out.csv"
    assert main(["match", str(file), "--name", "Home District", "--out", str(out)]) == 0
    assert pd.read_csv(out, dtype=str)["adm2_pcode"].tolist() == ["PK532"]


def test_a_file_without_a_header_shows_nothing_of_its_first_row(tmp_path, capsys):
    file = tmp_path / "in.csv"
    file.write_text("Zarqoon Nobody,Lahore,Male\nNoone Else,Swat,Male\n")
    assert command(file)[0] == 2
    assert "Zarqoon" not in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no rows"),
        (b"District\n", "no rows"),
        (
            b"Tehsil,Province\nx,y\n",
            "No column is called District. The file has: Tehsil, Province.",
        ),
        (b"Loc\nLahore\n", "No column is called District."),
        (b"PK\x03\x04 no workbook at all", "no Excel workbook, or it is damaged"),
        (b"District\n\x81\x8d\n", "encoding of the text cannot be told"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_plainly(tmp_path, capsys, content, said):
    file = tmp_path / "in.csv"
    file.write_bytes(content)
    code, rows = command(file)
    assert code == 2
    assert rows.empty
    assert said in capsys.readouterr().err


def test_a_missing_file_and_the_file_itself_are_refused(tmp_path, capsys):
    assert command(tmp_path / "none.csv")[0] == 2
    file = tmp_path / "out.csv"
    file.write_text("District\nLahore\n")
    assert command(file)[0] == 2
    assert file.read_text() == "District\nLahore\n"
    assert "Traceback" not in capsys.readouterr().err


def test_where_the_command_was_before_it_is_said_where_it_is(capsys):
    with pytest.raises(SystemExit, match="2"):
        geo_main(["match", "in.csv", "--name", "District", "--out", "out.csv"])
    assert "python -m data match" in capsys.readouterr().err
