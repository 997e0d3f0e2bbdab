"""No error brings a secret out."""

from __future__ import annotations

import traceback

import pytest

from agent.errors import BadInput
from agent.redact.errors import hidden_in_errors
from tools.errors import EnvironmentFault

SECRETS = {"TOKEN": "Kestrel-58"}


def told(error: Exception) -> tuple[str, type[Exception]]:
    """What a terminal shows of an error that came from within, and its kind."""
    with pytest.raises(Exception) as caught, hidden_in_errors(SECRETS):  # noqa: PT011
        raise error from KeyError("Kestrel-58")
    return "".join(traceback.format_exception(caught.value)), caught.type


@pytest.mark.parametrize("error", [BadInput("bad: Kestrel-58"), EnvironmentFault("gone")])
def test_an_error_that_was_foreseen_stays_of_its_kind(error: Exception) -> None:
    shown, kind = told(error)
    assert kind is type(error)
    assert "Kestrel-58" not in shown


def test_a_fault_of_our_own_is_told_with_its_whole_traceback() -> None:
    shown, kind = told(ValueError("can't parse Kestrel-58"))
    assert (kind, "Kestrel-58" in shown) == (RuntimeError, False)
    assert "ValueError: can't parse ${secret.TOKEN}" in shown
    assert "KeyError: '${secret.TOKEN}'" in shown


def test_an_error_without_a_secret_is_the_very_same() -> None:
    error = ValueError("plain")
    with pytest.raises(ValueError, match="plain") as caught, hidden_in_errors(SECRETS):
        raise error
    assert caught.value is error
