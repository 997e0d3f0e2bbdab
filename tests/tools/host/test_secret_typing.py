"""When what shows a secret is hidden, while it is typed."""

from __future__ import annotations

import pytest

from tools.errors import ScreenChanged
from tools.host.secret_typing import holds_secret, type_secret


def told(text: str, broken_off: int | None = None) -> str:
    """The signs that are typed of a text, in capitals once the screen was hidden; `!` hides it."""
    revealed, said = text.replace("${secret.PW}", "secret"), ""

    def hide() -> None:
        nonlocal said
        said += "!"

    def go_on(done: int, _of: int) -> None:
        if done == broken_off:
            raise ScreenChanged("x")

    def type_it(asked: object) -> None:
        nonlocal said
        assert callable(asked)
        for place, sign in enumerate(revealed):
            asked(place, len(revealed))
            said += sign

    try:
        type_secret(text, type_it, go_on, hide)
    except ScreenChanged:
        said += "x"
    return said


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("${secret.PW}", "secret!"),
        ("${secret.PW}\n", "secret!\n"),
        ("${secret.PW}\t\n", "secret!\t\n"),
        ("ada\t${secret.PW}\n", "ada\tsecret!\n"),
        ("${secret.PW} and more", "secret and more!"),
    ],
)
def test_it_is_hidden_before_the_end_that_leads_on(text: str, typed: str) -> None:
    assert told(text) == typed


def test_it_is_hidden_once_wherever_the_typing_breaks_off() -> None:
    assert [told("${secret.PW}\n", at) for at in (0, 3, 6)] == ["!x", "sec!x", "secret!x"]


def test_what_refers_to_a_secret() -> None:
    assert holds_secret("a ${secret.PW}")
    assert not holds_secret("a secret")
