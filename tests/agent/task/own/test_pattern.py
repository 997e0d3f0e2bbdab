"""Which sentences mean an own step, and what stands for its names."""

from __future__ import annotations

import pytest

from agent.task.own.pattern import Pattern


@pytest.mark.parametrize(
    ("pattern", "sentence", "arguments"),
    [
        ("Open order {number}", "Open order 7", {"number": "7"}),
        ("Open order {number}", 'open  Order "A 7".', {"number": "A 7"}),
        ("Open order {number}", "Open order ${number}", {"number": "${number}"}),
        ("Open order {number}", 'Open order "7 \\"x\\""', {"number": '7 \\"x\\"'}),
        ('Open order "{number}"', 'Open order "A 7"', {"number": "A 7"}),
        ('Open order "{number}"', "Open order 7", None),
        ("Open order {number}", "Open order", None),
        ("Open order {number}", "Open order A 7", None),
        ("Open order {number}", "Reopen order 7", None),
        ("Log in", "log in.", {}),
        ("Log in.", "Log in", {}),
        ("Move {a} to {b}", 'Move "x to y" to z', {"a": "x to y", "b": "z"}),
        ("Add (all) {n}*", "Add (all) 5*", {"n": "5"}),
        ("Type {text} twice", 'Type "" twice', {"text": ""}),
    ],
)
def test_what_a_sentence_means(pattern: str, sentence: str, arguments: dict[str, str] | None) -> None:
    assert Pattern(pattern).arguments(sentence) == arguments


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("", "begin with a word"),
        ("{all}", "begin with a word"),
        ('"{all}"', "begin with a word"),
        ("Open {a b}", "is no name"),
        ("Open {}", "is no name"),
        ("Open {a} and {a}", "is there twice"),
        ("Open {a", "a brace stands alone"),
        ("Open {a}{b}", "between two arguments a word must stand"),
    ],
)
def test_what_can_be_no_pattern(pattern: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Pattern(pattern)


def test_a_long_sentence_takes_no_time() -> None:
    assert Pattern("Open {a} to {b}").arguments("Open " + '"x' * 100_000) is None
    assert Pattern("Open {a} to {b}").arguments("Open " + '\\"' * 4_000) is None
