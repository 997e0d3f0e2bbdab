"""Strict YAML: every refusal names file and line, and nothing takes long to refuse."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.errors import BadInput
from agent.task.document import MAX_BYTES, read_document
from agent.task.reading.nodes import MAX_DEPTH, MAX_VALUES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.task.document import Document

    Read = Callable[[str | bytes], Document]

CALLS_A_VALUE = 200
"""Of Python functions that the parser makes, roughly 60 to 120."""


@pytest.fixture
def read(tmp_path: Path):
    """Reads a text as a YAML file."""

    def read_text(text: str | bytes) -> Document:
        path = tmp_path / "task.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_document(path)

    return read_text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("true", True),
        ("FALSE", False),
        ("12:30", "12:30"),
        ("010", 10),
        ("0o10", 8),
        ("0x1F", 31),
        ("-3", -3),
        ("1_000", "1_000"),
        ("2.50", 2.5),
        ("1e3", 1000.0),
        (".nan", ".nan"),
        (".inf", ".inf"),
        ("2026-11-23", "2026-11-23"),
        ("~", None),
        ("", None),
        ("'5'", "5"),
        ("=", "="),
    ],
)
def test_scalars_are_those_of_the_core_schema(read: Read, written: str, meant: object) -> None:
    value = read(f"key: {written}").value["key"]
    assert (value, type(value)) == (meant, type(meant))


def test_every_value_remembers_its_place_and_how_it_was_written(read: Read) -> None:
    document = read("a: 1.50\nb:\n  - x\n  - c:\n      >-\n      text\n")
    assert (document.marks["a",].position, document.marks["a",].text) == ((1, 1), "1.50")
    assert document.position(("b", 1, "c")) == (4, 5)
    assert document.position(("b", 1, "not there")) == (4, 5)
    assert document.position(()) == (1, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "task.yaml:1:1: the file is empty"),
        ("# only a comment\n", "task.yaml:1:1: the file is empty"),
        ("- a\n", "task.yaml:1:1: not a mapping"),
        ("a", "task.yaml:1:1: not a mapping"),
        ("a: 1\nb: 'x\n", "task.yaml:3:1: not YAML"),
        ("a: 1\nb: c: d\n", "task.yaml:2:5: not YAML"),
        ("a:\n\t- x", "task.yaml:2:1: not YAML"),
        ("a: 1\n---\nb: 2", "task.yaml:2:1: not YAML"),
        ("a: 1\nb: 2\na: 3", "task.yaml:3:1: duplicate key 'a', first written in line 1"),
        ("a:\n  b: 1\n  b: 1", "task.yaml:3:3: duplicate key 'b', first written in line 2"),
        ("a: &x 1\nb: *x", "task.yaml:1:4: anchors"),
        ("a: *x", "task.yaml:1:4: anchors"),
        ("a: !!python/object/apply:os.system [id]", "task.yaml:1:4: tags"),
        ("? [a]\n: b", "task.yaml:1:3: a key must be a plain word"),
        ("a: 1\nb: \x07", "task.yaml:2:4: not YAML"),
        (b"a: 1\nb: \xff", "task.yaml:2:4: not YAML: this is not UTF-8"),
        ('a: 1\nb: "\\ud800"', "task.yaml:2:4: half of a surrogate pair"),
        ('"\\udfff": 1', "task.yaml:1:1: half of a surrogate pair"),
        ("a: " + "9" * 5000, "task.yaml:1:4: the number is too long"),
    ],
)
def test_a_refusal_names_file_and_line(read: Read, text: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(text)
    assert said in str(refused.value)


BOMBS = {
    "aliases": "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{'*a,' * 9}]\n" for n in range(9)),
    "deep flow": "a: " + "[" * 400_000,
    "deep block": "- " * 400_000,
    "wide list": "a: [" + "x," * 490_000 + "]",
    "wide mapping": "".join(f"k{n}: 1\n" for n in range(60_000)),
    "deep mapping": "a: " + "{b: " * 200_000,
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_after_bounded_work(read: Read, bomb: str) -> None:
    """Counted in calls of Python functions, which no busy machine can change."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        with pytest.raises(BadInput):
            read(bomb)
    finally:
        sys.setprofile(None)
    assert calls < CALLS_A_VALUE * MAX_VALUES


def test_a_file_above_the_limit_is_not_parsed(read: Read) -> None:
    with pytest.raises(BadInput, match="larger than"):
        read(b"#" * (MAX_BYTES + 1))


def test_depth_up_to_the_limit_is_read(read: Read) -> None:
    levels = MAX_DEPTH - 2  # the mapping itself and the innermost scalar count too
    assert read("a: " + "[" * levels + "1" + "]" * levels).value["a"]


@settings(deadline=None)  # a busy machine is no fault
@given(st.binary(max_size=200) | st.text(alphabet="a:- \n[]{}&*!'\"#|>?%@,\t\\", max_size=60).map(str.encode))
def test_whatever_the_bytes_are_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "task.yaml"
    path.write_bytes(content)
    try:
        assert isinstance(read_document(path).value, dict)
    except BadInput as refused:
        assert str(path) in str(refused)  # noqa: PT017  (either way is right)
