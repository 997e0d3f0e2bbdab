"""No look is trained on and judged on."""

from __future__ import annotations

from random import Random

from training.pocket.splits import EXAM, PLAIN, PRODUCT, is_trained_on, training_look


def test_what_is_drawn_for_training_is_of_no_exam() -> None:
    chance = Random(0)
    drawn = [training_look(chance) for _ in range(3000)]
    assert all(is_trained_on(look) for look in drawn)
    assert 0.08 < drawn.count(PLAIN) / len(drawn) < 0.16
    assert not any(is_trained_on(look) for look in (*EXAM, *PRODUCT))
    assert not set(EXAM) & set(PRODUCT)
    assert list(PRODUCT) == list(range(31, 51))
