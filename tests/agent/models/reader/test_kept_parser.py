"""A grammar's parser is made once, and is the same from its file."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from lark import Lark
from lark.exceptions import UnexpectedInput

from agent.models.reader.kept_parser import Kept, kept, place_of

if TYPE_CHECKING:
    from pathlib import Path

GRAMMAR = 'start: "a" WORD\nWORD: "b"+'
OTHER = GRAMMAR.replace('"b"', '"c"')


def made(grammar: str, cache: Kept | None) -> Lark:
    return Lark(grammar, parser="lalr", cache=cache or False)


@pytest.fixture(autouse=True)
def _keeps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_it_is_read_from_its_file(tmp_path: Path) -> None:
    place = tmp_path / "parser"
    first = kept(place, partial(made, GRAMMAR))
    [file] = tmp_path.iterdir()
    assert file == place
    before = place.stat()
    again = kept(place, partial(made, GRAMMAR))
    assert again.parse("abb") == first.parse("abb")
    with pytest.raises(UnexpectedInput):
        again.parse("ac")
    assert place.stat() == before


@pytest.mark.parametrize("content", [b"", b"\0" * 100])
def test_a_file_that_is_spoiled_is_made_anew(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "parser"
    place.write_bytes(content)
    assert kept(place, partial(made, GRAMMAR)).parse("abb").children == ["bb"]
    assert place.stat().st_size > len(content)


def test_where_nothing_can_be_written_it_is_made_all_the_same(tmp_path: Path) -> None:
    assert kept(tmp_path / "none" / "parser", partial(made, GRAMMAR)).parse("ab").children == ["b"]
    assert not list(tmp_path.iterdir())


def test_where_nothing_compiled_is_kept_it_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept(tmp_path / "parser", partial(made, GRAMMAR)).parse("ab").children == ["b"]
    assert not list(tmp_path.iterdir())


def test_another_grammar_has_another_file() -> None:
    place = place_of(GRAMMAR)
    assert place is not None
    assert place == place_of(GRAMMAR) != place_of(OTHER)
    assert place.parent.name == "__pycache__"


def test_without_a_place_it_is_not_kept() -> None:
    assert kept(None, partial(made, GRAMMAR)).parse("ab").children == ["b"]
