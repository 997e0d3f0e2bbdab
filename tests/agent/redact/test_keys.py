"""Keys of models are for models alone."""

from __future__ import annotations

import pytest

from agent.redact.keys import is_placeholder, keep, without_keys, without_login

ENVIRON = {"OPENAI_API_KEY": "sk-1", "TEST_KEY": "k-42-sesame", "COPY": "Bearer k-42-sesame", "HOME": "/root"}


def test_a_key_is_taken_out_under_whatever_name_it_stands() -> None:
    assert without_keys(ENVIRON).keys() == {"TEST_KEY", "COPY", "HOME"}
    keep("TEST_KEY", "k-42-sesame")
    assert without_keys(ENVIRON) == {"HOME": "/root"}
    assert without_keys(ENVIRON, ["TEST_KEY"]).keys() == {"TEST_KEY", "HOME"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("server:htp://user:Sup3rPw9@host/v1#m", "server:htp://…@host/v1#m"),
        ("server:user:Sup3rPw9@h", "server:…@h"),
        ("http:/user:Sup3rPw9@h/v1", "…@h/v1"),
        ("http//user:Sup3rPw9@h/v1", "http//…@h/v1"),
        ("ws:user:Sup3rPw9@h", "…@h"),
        ("htp://u:Sup3rPw9#w@h/v1", "htp://…@h/v1"),
        ("htp://token@h/v1", "htp://…@h/v1"),
        ("qwen3-vl-8b@int4", "qwen3-vl-8b@int4"),
    ],
)
def test_the_login_of_a_mistyped_url_is_not_told(name: str, told: str) -> None:
    assert without_login(name) == told


def test_a_word_that_stands_for_no_key_takes_nothing_else_out() -> None:
    keep("OTHER_TEST_KEY", "root")
    assert without_keys({"HOME": "/root", "OTHER_TEST_KEY": "root"}) == {"HOME": "/root"}
    assert all(map(is_placeholder, ("EMPTY", "ollama", "lm-studio", "sk-no-key-required")))
    assert not any(map(is_placeholder, ("sk-4711", "correct-horse-battery-staple")))
