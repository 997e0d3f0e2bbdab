"""Options of `agent bench` that mean nothing with what is asked for are refused, not passed over."""

from __future__ import annotations

from argparse import ArgumentParser

import pytest

from agent.bench.sets import SETS
from agent.commands.options.bench import BENCH
from agent.commands.options.bench_uses import _OPTIONS, _UNUSED, refuse_unused
from agent.commands.options.results import OF_RESULTS
from agent.errors import BadInput


def parser() -> ArgumentParser:
    made = ArgumentParser()
    made.add_argument("--json", action="store_true")
    BENCH.add_options(made)
    return made


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (["screenspot", "--seeds", "3"], "--seeds"),
        (["osworld-g", "--timeout", "3"], "--timeout"),
        (["screenspot", "--language", "cn"], "--language"),
        (["miniwob", "--data", "x"], "--data"),
        (["componentbench", "--data", "x", "--seeds", "2"], "--seeds"),
        (["verify", "x", "--repeat", "2"], "--repeat"),
        (["rescore", "x", "--model", "m"], "--model"),
        (["compare", "x", "y", "--data", "d"], "--data"),
        (["compare", "x", "y", "-k", "d"], "-k"),
    ],
)
def test_an_option_without_a_use_is_named(words: list[str], option: str) -> None:
    with pytest.raises(BadInput, match=f"{option}: has no use with `agent bench {words[0]}`"):
        refuse_unused(parser().parse_args(words))


def test_what_has_a_use_is_let_pass() -> None:
    for words in (
        ["screenspot", "--data", "x", "--ground", "snap", "--repeat", "2", "--jobs", "2", "-k", "a"],
        ["screenspot-pro", "--data", "x", "--language", "cn"],
        ["miniwob", "--seeds", "2", "--max-steps", "3", "--limit", "3"],
        ["componentbench", "--data", "x", "--max-steps", "3", "--timeout", "9", "--ground", "refine(2)"],
        ["verify", "x", "--data", "d", "--model", "reader"],
        ["compare", "x", "y"],
    ):
        refuse_unused(parser().parse_args(words))


def test_every_option_and_its_default_is_known() -> None:
    defaults = vars(parser().parse_args(["x"]))
    assert {name: otherwise for name, (_, otherwise) in _OPTIONS.items()} == {
        name: value for name, value in defaults.items() if name not in ("name", "folders", "json")
    }
    assert set(_UNUSED) <= {*SETS, *OF_RESULTS}
