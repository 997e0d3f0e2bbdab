"""What the options of several commands have in common."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

import pytest

from agent.commands.options.shared import count, overrides_of, path_of, positive
from agent.errors import BadInput


def test_a_variable_is_a_name_and_a_value() -> None:
    assert overrides_of(["a=1", "b=", "c=x=y", "a=2"]) == {"a": "2", "b": "", "c": "x=y"}


@pytest.mark.parametrize("given", ["a", "=1", ""])
def test_anything_else_is_none(given: str) -> None:
    with pytest.raises(BadInput, match="write it as NAME=VALUE"):
        overrides_of([given])


def test_a_path_may_not_have_been_named() -> None:
    assert [path_of(name) for name in ("a/b", "", None)] == [Path("a/b"), None, None]


@pytest.mark.parametrize("text", ["0", "-1", "1e9", "nan", "inf", "x"])
def test_a_number_is_above_0_and_finite(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        number(float).parse_args([text])
    assert f'expected a number above 0 and below 1,000,000,000, got "{text}"' in capsys.readouterr().err


@pytest.mark.parametrize("text", ["0.5", "x", "1" * 10, "\u0661"])
def test_a_count_may_be_none(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    parser = ArgumentParser()
    parser.add_argument("times", type=count)
    assert parser.parse_args(["0"]).times == 0
    with pytest.raises(SystemExit):
        parser.parse_args([text])
    assert f'expected a whole number, 0 or above, got "{text}"' in capsys.readouterr().err


def test_a_number_is_of_its_kind() -> None:
    assert number(int).parse_args(["3"]).number == 3
    assert number(float).parse_args(["0.5"]).number == 0.5
    with pytest.raises(SystemExit):
        number(int).parse_args(["0.5"])


def number(kind: type[float]) -> ArgumentParser:
    """Reads one number."""
    parser = ArgumentParser()
    parser.add_argument("number", type=positive(kind))
    return parser
