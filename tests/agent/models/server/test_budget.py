"""Tokens and money are counted, cached ones at their price, failed attempts too; a limit stops a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.model import Prompt, Turn
from agent.models.server.exchange.usage import prompt_tokens
from agent.profiles.profile import Images, Price
from agent.usage import Usage
from tests.agent.fakes import click, make_frame, make_task
from tests.agent.models.server.conftest import run
from tests.agent.models.server.faulty import PROMPT_TOKENS, FaultyServer, cut, error, pieces, says

if TYPE_CHECKING:
    from tests.agent.models.server.conftest import Connect

PRICE = Price(prompt=2.0, reply=10.0, cached=0.5)
WRITTEN = len(pieces(click()))


def test_a_reply_costs_what_the_profile_says_cached_tokens_less(connect: Connect) -> None:
    with FaultyServer(says(click(), cached=400)) as server:
        told = run(connect(server.url, price=PRICE), limits={"steps": 1})
    assert told.usage == Usage(
        prompt=PROMPT_TOKENS, cached=400, reply=WRITTEN, cost=(600 * 2 + 400 * 0.5 + WRITTEN * 10) / 1e6
    )


def test_a_limit_on_the_cost_stops_the_run(connect: Connect) -> None:
    with FaultyServer(says(click())) as server:
        told = run(connect(server.url, price=PRICE), limits={"cost": 0.006})
    assert (told.ending.verdict, len(told.steps)) == ("stopped", 3)
    assert told.ending.message.startswith("the limit of 0.006 for the cost is used up (0.00")


def test_failed_attempts_count_against_the_limit(connect: Connect) -> None:
    with FaultyServer(cut(click()[:40]), cut(click()[:40]), says(click())) as server:
        told = run(connect(server.url, price=PRICE), limits={"cost": 0.006})
    assert (told.ending.verdict, len(told.steps)) == ("stopped", 1)
    assert told.usage.cost > 3 * 0.002


def test_a_run_that_ends_in_a_fault_tells_what_its_attempts_cost(connect: Connect) -> None:
    with FaultyServer(cut(click()[:40]), error(400, "no")) as server:
        told = run(connect(server.url, price=PRICE))
    assert (told.ending.verdict, told.steps) == ("model_error", [])
    assert told.ending.usage.cost > 0.002


def test_a_limit_on_the_cost_needs_a_price(connect: Connect) -> None:
    model = connect("http://127.0.0.1:1/v1")
    with pytest.raises(BadInput, match=r"limits.cost: no price of server:tiny is known"):
        model.check(make_task(limits={"cost": 1.0}))


def test_a_count_that_makes_no_sense_is_estimated(connect: Connect) -> None:
    with FaultyServer(says(click(), counts=False)) as server:
        told = run(connect(server.url), limits={"steps": 1})
    assert told.usage == Usage(prompt=prompt_tokens(told.steps[0].prompt, Images()), reply=WRITTEN)


def test_a_picture_is_estimated_by_its_size() -> None:
    def tokens(width: int, height: int) -> int:
        with_picture = Prompt("", (Turn("user", (make_frame(0, width, height),)),))
        return prompt_tokens(with_picture, Images()) - prompt_tokens(
            Prompt("", (Turn("user", ()),)), Images()
        )

    # The processor's own figures for these sizes, and the smallest that it makes of any picture.
    assert abs(tokens(1920, 1080) - 2040) < 30
    assert abs(tokens(2560, 1440) - 3600) < 30
    assert tokens(64, 64) == 66
