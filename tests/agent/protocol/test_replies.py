"""Replies as models get them wrong: what is clear is mended, what is not is malformed, with a reason."""

from __future__ import annotations

from typing import Any

import pytest

from agent.errors import MalformedCall
from agent.protocol.toolcall import parse_tool_call
from tests.agent.protocol.corpus import CORPUS

CLEAR = [case for case in CORPUS if "call" in case]
UNCLEAR = [case for case in CORPUS if "malformed" in case]


def named(case: dict[str, Any]) -> str:
    return str(case["form"])


def test_the_corpus_is_large_and_every_case_says_where_it_comes_from() -> None:
    assert len(CORPUS) >= 60
    assert len(CLEAR) + len(UNCLEAR) == len(CORPUS)
    assert all(case["form"] and case["seen"] for case in CORPUS)
    assert len({case["reply"] for case in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize("case", CLEAR, ids=named)
def test_what_a_reply_says_without_doubt_is_done(case: dict[str, Any]) -> None:
    said = parse_tool_call(case["reply"]).model_dump(mode="json", exclude_none=True)
    assert said == case["call"]


@pytest.mark.parametrize("case", UNCLEAR, ids=named)
def test_what_a_reply_leaves_open_is_malformed_with_a_reason(case: dict[str, Any]) -> None:
    with pytest.raises(MalformedCall) as malformed:
        parse_tool_call(case["reply"])
    assert case["malformed"] in str(malformed.value)
    assert len(str(malformed.value)) < 400
    assert str(malformed.value).isprintable()
