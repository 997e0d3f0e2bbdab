"""The least likelihood is judged by screens of which one icon is asked for: found, left, or another one."""

from __future__ import annotations

import numpy as np

from training.icons.asks import ASKED, MANY, answers, outcome


def test_one_that_is_likely_is_found_unless_another_may_be_meant() -> None:
    found, left, rival, astray = (
        np.array(one, np.float32) for one in ([0.97, 0.1], [0.9, 0.1], [0.97, 0.4], [0.2, 0.98])
    )
    assert outcome([found, left, rival, astray], least=0.95, rival=0.3) == (0.25, 0.25)


def test_the_one_that_is_asked_for_comes_first() -> None:
    wanted = np.arange(400) % 5  # the last is none of the concepts
    likely = np.eye(5, dtype=np.float32)[wanted]
    screens = answers(likely, wanted)
    assert len(screens) == ASKED
    assert all(len(one) > MANY and one[0] == 1 and one[1:].max() == 0 for one in screens)
