"""Cases from a CSV file: one run a row, every value as it is written, every fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.errors import BadInput
from agent.task.file import load_task
from agent.task.parts import Foreach
from agent.task.table import MAX_ROWS, read_table

TASK = "instruction: Register ${name} from ${country}.\nforeach: {csv: people.csv}\n"


def runs_of(folder: Path, content: str | bytes, task: str = TASK):
    (folder / "people.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    (folder / "t.yaml").write_text(task)
    return load_task(folder / "t.yaml").runs()


def refused(folder: Path, content: str | bytes, task: str = TASK) -> str:
    with pytest.raises(BadInput) as caught:
        runs_of(folder, content, task)
    return str(caught.value).replace(f"{folder}/", "")


def test_there_is_a_run_for_each_row(tmp_path: Path) -> None:
    content = '\ufeffname,country\r\nAda,UK\r\n\r\n"Zoë, ""Z""",\r\n"two\r\nlines",010\r\nlast,x'
    runs = runs_of(tmp_path, content)
    people = tmp_path / "people.csv"
    assert [(run.where, run.case) for run in runs] == [
        ((people, 2), {"name": "Ada", "country": "UK"}),
        ((people, 4), {"name": 'Zoë, "Z"', "country": ""}),
        ((people, 5), {"name": "two\r\nlines", "country": "010"}),
        ((people, 7), {"name": "last", "country": "x"}),
    ]
    assert runs[0].resolve(Path("w")).label == "t[Ada-UK]"
    assert runs[0].file.variables == {"name", "country"}


def test_delimiter_and_encoding_are_named(tmp_path: Path) -> None:
    task = TASK.replace("people.csv", 'people.csv, delimiter: ";", encoding: cp1252')
    [run] = runs_of(tmp_path, "name;country\nZo\xeb;DE\n".encode("cp1252"), task)
    assert run.values == {"name": "Zoë", "country": "DE"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "people.csv:1:1: the file is empty; its first line names the variables"),
        ("name,country\n", "people.csv:1:1: there are no rows below the header"),
        ("name,country\nAda\n", "people.csv:2:1: 1 value, and the header names 2 variables (name, country)"),
        ("name,country\nAda,UK,x\n", "people.csv:2:1: 3 values, and the header names 2"),
        (
            "name;country\nAda;UK\n",
            'people.csv:1:1: "name;country" is no name; use letters, digits and _; is its',
        ),
        ("name;country\nAda;UK\n", 'write foreach: {csv: people.csv, delimiter: ";"}'),
        ("name\tcountry\nAda\tUK\n", 'delimiter: "\\t"}'),
        ("name,last name\na,b\n", 'people.csv:1:6: "last name" is no name'),
        ("name,name\na,b\n", 'people.csv:1:6: "name" is there twice'),
        ("name,secret\na,b\n", 'people.csv:1:6: "secret" has its own meaning'),
        ('name,country\na,"b\n', "people.csv:2:1: not CSV: unexpected end of data"),
        ('name,country\na,"b"c\n', "people.csv:2:1: not CSV: ',' expected after '\"'"),
        (b"name,country\nZo\xeb,DE\n", "people.csv:2:3: this is not utf-8 text; save the file so, or say"),
        ("name\nAda\n", 't.yaml:1:36: instruction: variable "country" is not set'),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, content: str | bytes, said: str) -> None:
    assert said in refused(tmp_path, content)


@pytest.mark.parametrize(
    ("task", "said"),
    [
        (
            TASK.replace("people", "poeple"),
            "t.yaml:2:11: foreach.csv: poeple.csv can't be read: No such file",
        ),
        (TASK + "cases: [{name: a}]\n", 't.yaml:1:1: give either "cases" or "foreach"'),
        (
            TASK.replace("csv: p", "delimiter: ab, csv: p"),
            "t.yaml:2:11: foreach.delimiter: expected one character",
        ),
        (TASK.replace("csv: p", "encoding: utf-9, csv: p"), 'foreach.encoding: "utf-9" is no encoding'),
        (TASK.replace("csv: p", "encoding: base64, csv: p"), 'foreach.encoding: "base64" is no encoding'),
        (TASK.replace("csv: p", "tsv: p"), "foreach.tsv: unknown key"),
    ],
)
def test_a_wrong_key_is_told(tmp_path: Path, task: str, said: str) -> None:
    assert said in refused(tmp_path, "name,country\na,b\n", task)


def test_too_many_rows_are_told(tmp_path: Path) -> None:
    assert f":{MAX_ROWS + 2}:1: more than {MAX_ROWS} rows" in refused(
        tmp_path, "name\n" + "a\n" * (MAX_ROWS + 1)
    )


@settings(deadline=None)  # a busy machine is no fault
@given(st.binary(max_size=80))
def test_whatever_the_bytes_are_they_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "t.csv"
    path.write_bytes(b"a,b\n" + content)
    try:
        assert read_table(path, Foreach(csv="t.csv"), BadInput)
    except BadInput as refused:
        assert str(path) in str(refused)  # noqa: PT017  (either way is right)
