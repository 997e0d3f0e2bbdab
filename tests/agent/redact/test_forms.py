"""Forms of a value that programs write."""

from __future__ import annotations

import base64

import pytest

from agent.redact.forms import as_seen, as_written, in_hex


def test_a_short_value_is_looked_for_as_it_is_written_alone() -> None:
    assert as_seen("a b&1") == ()
    assert in_hex("4711") == ()
    assert set(as_written("a&b")) == {"a&b", "a%26b", "a&amp;b"}


@pytest.mark.parametrize("value", ["      ", "'\"'\"'\"+", "\ufffd" * 8, "日本語日本語"])
def test_nothing_too_short_is_looked_for_in_a_folded_text(value: str) -> None:
    assert all(len(form) >= 5 for form in as_seen(value))
    assert "\ufffd" * 6 not in as_seen("日本語日本語")


def test_base64_is_found_behind_any_other_bytes() -> None:
    forms = as_seen("Kestrel-58")
    for before in range(4):
        written = base64.b64encode(b"\0" * before + b"Kestrel-58!").decode().lower()
        assert any(form in written for form in forms)


def test_numbers() -> None:
    assert "107,101,115,116,114,101,108" in as_seen("kestrel")
    assert {b"kestrel".hex(), "kestrel".encode("utf-16-le").hex()} <= set(in_hex("kestrel"))
