"""What a function gives is seen where it does nothing else, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.task.own.declared import own_steps
from agent.task.own.plain import sentences_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path

    from agent.task.own.declared import OwnStep


def own(folder: Path, body: str, above: str = "", rest: str = "") -> OwnStep:
    text = f"from agent.steps import step\n@step('Open {{n}}')\n{above}def f(n{rest}):\n    {body}\n"
    (folder / "steps.py").write_text(text)
    return own_steps(folder)[0]


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("yield f'Type \"{n}\"'\n    yield ' Press Enter '", ['Type "A 7"', "Press Enter"]),
        ("'Opens it.'\n    return 'Press ' 'Tab'", ["Press Tab"]),
        ("return ['Press Tab', f'Click \"{n}\"']", ["Press Tab", 'Click "A 7"']),
        ("return ('Press Tab',)", ["Press Tab"]),
    ],
)
def test_texts_that_are_given_one_after_the_other_are_seen(
    tmp_path: Path, body: str, sentences: list[str]
) -> None:
    assert sentences_of(own(tmp_path, body), {"n": "A 7"}) == sentences


@pytest.mark.parametrize(
    "body",
    [
        "pass",
        "return",
        "yield",
        "yield ''",
        "n = 'B'; yield f'Click \"{n}\"'",
        "yield 'Press Tab'; return 'x'",
        "yield f'Click \"{n!r}\"'",
        "yield f'Click \"{n:>9}\"'",
        "yield f'Click \"{n.upper()}\"'",
        "yield f'Click \"{other}\"'",
        "yield 'Click \"' + n + '\"'",
        "yield from ['Press Tab']",
        "return ['Press Tab', 5]",
        "return [*n]",
        "for one in n: yield 'Press Tab'",
    ],
)
def test_all_else_is_left_to_python(tmp_path: Path, body: str) -> None:
    assert sentences_of(own(tmp_path, body), {"n": "A 7"}) is None


def test_what_another_decorator_or_a_coroutine_does_is_left_to_python(tmp_path: Path) -> None:
    assert sentences_of(own(tmp_path, "yield 'Press Tab'", "@twice\n"), {"n": "7"}) is None
    assert sentences_of(own(tmp_path, "return 'Press Tab'", "async "), {"n": "7"}) is None
    assert sentences_of(own(tmp_path, "yield f'Type \"{m}\"'", rest=", m=1"), {"n": "7"}) is None


def test_all_texts_in_a_function_are_seen(tmp_path: Path) -> None:
    body = "for one in n: yield f'Read \"{one + 1}\" as {n}'"
    assert 'Read "value" as total' in list(texts_in(own(tmp_path, body), {"n": "total"}))
