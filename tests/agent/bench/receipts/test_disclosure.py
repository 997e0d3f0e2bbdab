"""What a run discloses of itself."""

from __future__ import annotations

from agent.bench.receipts.disclosure import disclosure
from tests.agent.bench.sets import configured, made


def test_cost_counts_every_try_and_is_told_an_attempt() -> None:
    used = {"prompt": 900, "reply": 100, "cached": 400, "cost": 0.02}
    done = [made("a", tokens=used, seconds={"total": 2.0}), made("b", "failed", seconds={"total": 4.0})]
    tries = [made("a", "environment", tokens=used, seconds={"total": 60.0}), *done]
    cost = disclosure(configured(), done, tries)["cost"]
    assert cost["tokens"] == "1,800 shown, 800 of them kept; 200 written"
    assert cost["tokens an attempt"] == "1,000"
    assert cost["money"] == "0.04, 0.02 an attempt"
    assert cost["seconds"] == "66"
    assert cost["seconds an attempt"] == "median 3.00, longest 4.00"


def test_failures_are_put_down_to_the_model_the_limits_or_the_environment() -> None:
    attempts = [made("a", "failed"), made("b", "stopped"), made("c", "environment"), made("d")]
    told = disclosure(configured(), attempts, attempts)
    assert told["failures"] == {
        "failed": "1 (model)",
        "stopped": "1 (limit or guard)",
        "environment": "1 (environment)",
    }
    assert told["harness"]["tried again"].startswith("1 tries")


def test_settings_of_a_profile_stand_on_one_level() -> None:
    profile = {"sampling": {"temperature": 0.0, "top_k": None}, "edition": "instruct"}
    told = disclosure(configured(profile=profile, limits={"steps": 20}), [], [])
    assert told["inference"] == {"sampling.temperature": "0.0", "edition": "instruct"}
    assert told["harness"]["steps"] == "20"
    assert told["cost"]["seconds an attempt"] == "-"
