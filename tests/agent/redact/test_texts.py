"""Secrets in texts that come from outside."""

from __future__ import annotations

import base64
import html
import json
import textwrap
from urllib.parse import quote, quote_plus

import pytest

from agent.redact.texts import hide, referred

TOKEN = 'Kestrel "Quartz"-58/é'
SECRETS = {"TOKEN": TOKEN, "PIN": "42", "EMPTY": ""}


@pytest.mark.parametrize(
    "said",
    [
        TOKEN,
        TOKEN.upper(),
        repr(TOKEN),
        json.dumps(TOKEN),
        json.dumps(TOKEN, ensure_ascii=False),
        html.escape(TOKEN),
        f"https://ada:{quote(TOKEN)}@host/",
        f"https://ada:{quote(TOKEN, '')}@host/",
        f"password={quote_plus(TOKEN)}&x=1",
        textwrap.fill(f"the word is {TOKEN}", 14),
        "\n".join(textwrap.wrap(TOKEN, 5)),
        " ".join(TOKEN),
        TOKEN.encode("latin-1").decode(errors="replace"),
        *(
            base64.b64encode(before + TOKEN.encode() + b":x").decode()
            for before in (b"", b"a", b"ad", b"ada")
        ),
    ],
)
def test_a_long_secret_is_hidden_in_whatever_form_it_is_said(said: str) -> None:
    told = hide(f"error: {said}", SECRETS)
    assert "${secret.TOKEN}" in told
    assert not any(piece.lower() in told.lower() for piece in ("Kestrel", "Quartz", "58")), told


def test_a_short_secret_is_hidden_as_it_is_alone() -> None:
    assert hide("PIN 42, rows 4 2", SECRETS) == "PIN ${secret.PIN}, rows 4 2"


def test_one_secret_within_another_is_hidden_with_it() -> None:
    assert hide("hunter2000", {"A": "hunter2", "B": "hunter2000"}) == "${secret.B}"


def test_what_holds_no_secret_stays_as_it_is() -> None:
    assert hide("nothing of that kind", SECRETS | {"BLANK": "      "}) == "nothing of that kind"


def test_a_secret_that_is_the_name_of_another_spoils_no_reference() -> None:
    assert hide("say hunter2000", {"A": "hunter2000", "B": "secret", "C": "A"}) == "say ${secret.A}"


def test_what_is_typed_refers_to_a_secret_only_where_it_is_the_very_same() -> None:
    secrets = {"A": "Hunter2000", "B": "42", "EMPTY": ""}
    assert referred("Hunter2000 x 42", secrets) == "${secret.A} x ${secret.B}"
    assert referred("hunter 2000", secrets) == "${secret.A in another form}"
    assert referred("${secret.A}", secrets | {"C": "secret"}) == "${secret.A}"
