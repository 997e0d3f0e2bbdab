"""The matrix of a run: what has no regression first, healing told where it made a difference."""

from __future__ import annotations

from agent.bench.realdrift.matrix import matrix
from agent.bench.results.attempt import Attempt


def attempt(regression: str, healing: str, became: str) -> Attempt:
    groups = {"regression": regression, "healing": healing, "recorded": "a-1", "replayed": "a-2"}
    name = f"{regression} {healing}"
    return Attempt(
        item=name,
        repeat=0,
        seed=0,
        outcome="stopped",
        score=0,
        groups=dict(groups),
        details={"became": became},
    )


def test_a_row_says_what_became_of_each_replay_of_a_pair() -> None:
    page = matrix(
        [
            attempt("no row", "with", "stopped"),
            attempt("no row", "without", "silently wrong"),
            attempt("none", "with", "healed"),
            attempt("none", "without", "stopped"),
        ]
    )
    assert page.splitlines() == [
        "| regression | healing | survived | healed | stopped | silently wrong | replays |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        "| none | without | 0 | 0 | 1 | 0 | 1 |",
        "| none | with | 0 | 1 | 0 | 0 | 1 |",
        "| no row | without | 0 | 0 | 0 | 1 | 1 |",
        "| no row | with | 0 | 0 | 1 | 0 | 1 |",
        "",
        "| recorded on | replayed on | none | no row |",
        "| --- | --- | --- | --- |",
        "| a-1 | a-2 | stopped / healed | **WRONG** / stopped |",
    ]
