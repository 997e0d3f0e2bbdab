"""XLSX files as tables: what LibreOffice and other programs save, and what nobody should open."""

from __future__ import annotations

import random
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from agent.checks.reading import Unreadable
from agent.checks.tables.workbook import Odd, read_sheet, same_cell

PEOPLE = Path(__file__).with_name("people.xlsx")
"""As LibreOffice 7.4 saved it."""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(path: Path, sheet: str, parts: dict[str, str | bytes] | None = None) -> Path:
    """A minimal workbook whose sheet holds this XML."""
    relation = f'<Relationship Id="%s" Type="{OFFICE}/%s" Target="%s"/>'
    whole = {
        "_rels/.rels": f"<R>{relation % ('a', 'officeDocument', 'xl/workbook.xml')}</R>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="One" sheetId="1" r:id="s1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<R>{relation % ('s1', 'worksheet', 'sheet.xml')}"
        f"{relation % ('t', 'sharedStrings', '/xl/texts.xml')}</R>",
        "xl/sheet.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
        "xl/texts.xml": f'<sst xmlns="{MAIN}"><si><r><t>a</t></r><rPh><t>no</t></rPh>'
        "<r><t>_x0041_b</t></r></si></sst>",
    } | (parts or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            archive.writestr(name, content)
    return path


def refusal(path: Path, sheet: str | None = None) -> str:
    with pytest.raises(Unreadable) as found:
        read_sheet(path, sheet)
    return str(found.value)


def test_every_value_of_a_real_workbook_has_its_type() -> None:
    assert read_sheet(PEOPLE, None).rows == read_sheet(PEOPLE, "People").rows
    assert read_sheet(PEOPLE, "People").rows == {
        1: {0: "Name", 1: "City", 2: "Credit", 3: "Joined"},
        2: {0: "Ada", 1: "Paris", 2: 2500.1, 3: date(1915, 12, 10)},
        3: {0: "Zoë 東京 bold", 2: 7, 3: datetime.fromisoformat("2026-11-27T08:30")},
    }
    assert read_sheet(PEOPLE, "Odd & ends").rows == {
        1: {0: 2507.1, 1: Odd("#DIV/0!"), 2: "ab", 3: True},
        5: {0: time(8, 30), 1: timedelta(hours=30, minutes=15), 2: "007", 3: 0.3},
    }


def test_a_sheet_that_is_not_there_is_told_with_those_that_are() -> None:
    assert refusal(PEOPLE, "Gone") == 'there is no sheet "Gone"; there are People, Odd & ends'


def test_cells_without_names_texts_in_place_and_formulas_without_values(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        '<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t> x </t></is></c></row>'
        '<row><c r="C2"><f>A1</f></c><c r="E2" t="str"><f>A1</f><v></v></c>'
        '<c r="F2" s="9"><v>1.5e1</v></c></row>'
        '<row r="9"><c r="B9" t="b"><v>0</v></c><c t="d"><v>2026-11-27</v></c><c/>'
        '<c t="n"><v>1e300</v></c></row>',
    )
    assert read_sheet(path, None).rows == {
        1: {0: "aAb", 1: " x "},
        2: {2: Odd("a formula that was never calculated"), 4: "", 5: 15},
        9: {1: False, 2: "2026-11-27", 4: 1e300},
    }


HOSTILE = {
    "not a number": '<row><c r="A1"><v>many</v></c></row>',
    "a text that is not there": '<row><c r="A1" t="s"><v>5</v></c></row>',
    "no such cell": '<row><c r="A0"><v>5</v></c></row>',
    "beyond the last column": '<row><c r="ZZZ1"><v>5</v></c></row>',
    "beyond the last row": '<row r="9999999"><c><v>5</v></c></row>',
    "not XML": "<row><c>",
    "deep": "<row>" * 100 + "</row>" * 100,
    "an entity": "<row><c>&lol;</c></row>",
}


@pytest.mark.parametrize("sheet", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_broken_sheet_is_told(tmp_path: Path, sheet: str) -> None:
    assert "is no XLSX file" in refusal(workbook(tmp_path / "a.xlsx", sheet))


def test_entities_and_files_of_the_machine_are_not_looked_into(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("hunter22")
    sheet = (
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
        f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>&e;</v></c></row></sheetData></worksheet>'
    )
    told = refusal(workbook(tmp_path / "a.xlsx", "", {"xl/sheet.xml": sheet}))
    assert "a document type has no place here" in told


def test_an_encoding_that_nobody_knows_is_told(tmp_path: Path) -> None:
    odd = "<?xml version='1.0' encoding='U9-8'?><worksheet/>"
    assert "unknown encoding: U9-8" in refusal(workbook(tmp_path / "a.xlsx", "", {"xl/sheet.xml": odd}))


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", "", {"xl/texts.xml": b" " * 300_000_000})
    assert path.stat().st_size < 1_000_000
    assert "unpacks to more than" in refusal(path)


def test_two_cells_far_apart_take_no_more_than_two_near_ones(tmp_path: Path) -> None:
    rows = "".join(f'<row><c r="A{n}"><v>1</v></c><c r="XFD{n}"><v>2</v></c></row>' for n in (1, 1_048_576))
    table = read_sheet(workbook(tmp_path / "a.xlsx", rows), None)
    assert (table.last, sum(map(len, table.rows.values()))) == (1_048_576, 4)
    assert len(table.told(1)) < 400


def test_more_cells_than_anybody_compares_are_refused(tmp_path: Path) -> None:
    row = f"<row>{'<c><v>1</v></c>' * 16_000}</row>"
    assert "has more than 200000 cells" in refusal(workbook(tmp_path / "a.xlsx", row * 13))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no archive", "is no XLSX file: File is not a zip file"),
        (b"", "is no XLSX file"),
        (b"\xd0\xcf\x11\xe0 and so on", "is an old .xls file, or has a password"),
        (PEOPLE.read_bytes()[:-200], "is no XLSX file"),
        (PEOPLE.read_bytes().replace(b"sharedStrings", b"sharedString5", 1), "is no XLSX file"),
    ],
)
def test_another_file_is_told_as_such(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    assert said in refusal(tmp_path / "a.xlsx")


def test_an_archive_of_something_else_is_told_as_such(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    assert "is no XLSX file: it lacks _rels/.rels" in refusal(tmp_path / "a.xlsx")


MISCHIEF = [
    *(b'"', b"<", b">", b"0", b"-1", b"9" * 20, b"NaN", b"inf", b"1e999", b"&#0;", b't="s"', b's="999"'),
    *(b"../../..", b"_xD800_", b"", b"true", b"utf-7", b"UTF_8"),
]


def test_whatever_is_broken_in_a_workbook_is_told_and_ends_nothing(tmp_path: Path) -> None:
    with zipfile.ZipFile(PEOPLE) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chance, told = random.Random(8), 0
    for number in range(150):
        name = chance.choice(list(parts))
        at = chance.randrange(len(parts[name])) if number else parts[name].index(b"UTF-8")
        broken = parts[name][:at] + chance.choice(MISCHIEF) + parts[name][at + chance.randint(0, 8) :]
        with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
            for other, content in parts.items():
                archive.writestr(other, broken if other == name else content)
        try:
            read_sheet(tmp_path / "a.xlsx", "Odd & ends")
        except Unreadable:
            told += 1
    assert told > 30


@pytest.mark.parametrize(
    ("expected", "actual", "same"),
    [
        ("Ada", "Ada", True),
        (7, 7, True),
        ("7", 7, True),
        ("7.00", 7, True),
        (7, "7", False),
        ("007", "007", True),
        (2507.1, 2507.1, True),
        (0.3, 0.1 + 0.2, True),
        (None, None, True),
        (None, "", True),
        ("", None, True),
        (0, None, False),
        (None, 0, False),
        ("2026-11-27", date(2026, 11, 27), True),
        ("2026-11-28", date(2026, 11, 27), False),
        (46353, date(2026, 11, 27), False),
        ("08:30", time(8, 30), True),
        ("#DIV/0!", Odd("#DIV/0!"), True),
        ("", Odd("#DIV/0!"), False),
        (True, True, True),
        (True, "true", False),
    ],
)
def test_what_a_task_means(expected: object, actual: object, same: object) -> None:
    assert same_cell(expected, actual) is same
