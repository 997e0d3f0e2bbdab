"""Figures: of each breakdown, and never of what must not be counted together."""

from __future__ import annotations

from agent.bench.summary import summary
from tests.agent.bench.sets import configured, made

ATTEMPTS = [
    made("a", "passed", groups={"platform": "web", "types": ("text", "icon"), "words": "old"}),
    made("b", "failed", groups={"platform": "web", "types": ("text",), "words": "new"}),
    made("c", "environment", groups={"platform": "desktop", "types": (), "words": "new"}),
    made("d", "wrong_format", groups={"platform": "desktop", "types": (), "words": "new"}),
]


def test_an_attempt_counts_in_each_of_its_values() -> None:
    [section] = summary(configured(), ATTEMPTS, ATTEMPTS, "").sections
    shares = {
        (group, value): (share.passed, share.of)
        for group, values in section.groups.items()
        for value, share in values.items()
        if group != "words"
    }
    assert shares == {
        ("platform", "desktop"): (0, 1),
        ("platform", "web"): (1, 2),
        ("types", "icon"): (1, 1),
        ("types", "text"): (1, 2),
    }
    assert section.score == 1 / 3
    assert section.outcomes == {"passed": 1, "failed": 1, "wrong_format": 1, "environment": 1}


def test_what_is_apart_is_never_counted_together() -> None:
    found = summary(configured(apart="words"), ATTEMPTS, ATTEMPTS, "")
    assert [(one.name, one.passed.passed, one.passed.of) for one in found.sections] == [
        ("old", 1, 1),
        ("new", 0, 2),
    ]
    assert all("words" not in one.groups for one in found.sections)


def test_without_an_attempt_there_is_no_figure() -> None:
    [section] = summary(configured(), [], [], "").sections
    assert (section.passed.share, section.passed.low, section.score) == (None, None, None)


def test_repeats_are_told_and_their_interval_is_of_items() -> None:
    """Two items, one of which flips; the mean over a breakdown gives each of its values one vote."""
    attempts = [
        made("a", "passed", groups={"place": "web"}),
        made("b", "passed", groups={"place": "desktop"}),
        made("a", "passed", 1, groups={"place": "web"}),
        made("b", "failed", 1, groups={"place": "desktop"}),
        made("c", "failed", groups={"place": "desktop"}),
        made("c", "failed", 1, groups={"place": "desktop"}),
    ]
    [section] = summary(configured(), attempts, attempts, "").sections
    assert (section.passed.passed, section.passed.of, section.passed.method) == (3, 6, "bootstrap")
    assert section.repeats is not None
    assert (section.repeats.flipped, section.repeats.of, section.repeats.runs) == (1, 3, (2 / 3, 1 / 3))
    assert section.means == {"place": (1 + 1 / 4) / 2}


def test_a_mean_is_taken_only_where_every_item_has_one_value() -> None:
    [section] = summary(configured(), ATTEMPTS, ATTEMPTS, "").sections
    assert set(section.means) == {"platform", "words"}
