"""Which of a server's models is meant."""

from __future__ import annotations

import time

import pytest

from agent.errors import ModelFault
from agent.models.server.connection import Connection
from agent.models.server.endpoint import Endpoint
from agent.models.server.exchange.faults import AttemptFailed
from agent.models.server.listing import choose, listed
from tests.agent.models.server.faulty import FaultyServer

HANGS = 180.0
"""Seconds after which an answer has failed to come."""


def endpoint(model: str, url: str = "http://127.0.0.1:1/v1") -> Endpoint:
    return Endpoint.of(url, model)


@pytest.mark.parametrize(
    ("wanted", "names", "chosen"),
    [
        ("tiny", ("tiny", "large"), "tiny"),
        ("", ("only",), "only"),
        ("qwen3-vl:8b", ("qwen3-vl:8b",), "qwen3-vl:8b"),
        ("qwen3-vl", ("qwen3-vl:latest", "x"), "qwen3-vl:latest"),
        ("/models/mine", ("tiny",), "/models/mine"),
        ("./mine", ("tiny",), "./mine"),
        ("tiny", None, "tiny"),
        ("tiny", (), "tiny"),
    ],
)
def test_the_one_that_is_meant(wanted: str, names: tuple[str, ...] | None, chosen: str) -> None:
    assert choose(endpoint(wanted), names) == chosen


@pytest.mark.parametrize(
    ("wanted", "names", "said"),
    [
        ("", None, "lists no models; say which: --model http://127.0.0.1:1/v1#MODEL"),
        ("", ("a", "b"), "has 2 models; say which with --model http://127.0.0.1:1/v1#MODEL, such as: a, b"),
        (
            "qwen3-vl-8",
            ("llama", "qwen3-vl-8b"),
            "has no model 'qwen3-vl-8'; of its 2 the nearest: qwen3-vl-8b",
        ),
        ("zzz", tuple("abcdefg"), "of its 7 the nearest: a, b, c, d, e"),
    ],
)
def test_what_is_not_clear_is_asked(wanted: str, names: tuple[str, ...] | None, said: str) -> None:
    with pytest.raises(ModelFault) as fault:
        choose(endpoint(wanted), names)
    assert said in str(fault.value)
    assert len(str(fault.value)) < 400


def test_a_name_from_a_server_is_shown_on_one_line() -> None:
    with pytest.raises(ModelFault) as fault:
        choose(endpoint(""), ("a\nb\x1b[31m", "c" * 500))
    assert str(fault.value).isprintable()


def test_a_server_lists_its_models_or_does_not() -> None:
    for models in (("tiny", "large"), None):
        with FaultyServer(models=models) as server:
            where = endpoint("", server.url)
            connection = Connection(where, HANGS)
            assert listed(connection, where, HANGS, time.monotonic() + HANGS) == models
            connection.close()


def test_a_server_that_is_not_there_is_said() -> None:
    where = endpoint("")
    connection = Connection(where, HANGS)
    with pytest.raises(AttemptFailed, match="can't be reached"):
        listed(connection, where, HANGS, time.monotonic() + HANGS)
    connection.close()
