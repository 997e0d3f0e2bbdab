"""Models are run in few threads, which leave the cores to others while they wait."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest

from tools.see.session import MOST_THREADS, Model, open_session


def test_a_session_takes_few_threads_that_sleep_while_they_wait() -> None:
    options = open_session(files("rapidocr") / "models" / "PP-OCRv6_rec_small.onnx").get_session_options()
    assert 1 <= options.intra_op_num_threads <= MOST_THREADS
    assert options.get_session_config_entry("session.intra_op.allow_spinning") == "0"


def test_a_model_that_was_trained_for_something_else_is_refused_at_its_first_run() -> None:
    model = Model(files("tools.see.elements") / "elements.onnx", kinds="button field")
    with pytest.raises(AssertionError, match="was trained with other kinds"):
        model.run(np.zeros((1, 32, 32, 4), np.uint8))
