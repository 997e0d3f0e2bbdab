"""What is trained on and what only the exam shows."""

from __future__ import annotations

from training.screens.splits import HELD_OUT, TRAINED, looks, seed_of


def test_at_least_three_themes_are_never_trained_on() -> None:
    assert len(set(HELD_OUT)) >= 3
    assert not set(HELD_OUT) & set(looks("train"))
    assert set(looks("exam")) == {*TRAINED, *HELD_OUT}


def test_no_seed_of_the_exam_is_trained_on() -> None:
    train = {seed_of("train", look, number) for look in looks("train") for number in range(300)}
    exam = {seed_of("exam", look, number) for look in looks("exam") for number in range(300)}
    assert not train & exam
    assert len(train) == 300 * len(looks("train"))
