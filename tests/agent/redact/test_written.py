"""Patterns of what programs write for a text."""

from __future__ import annotations

import base64
import re

from agent.redact.written import base64_of, hex_of, signs_of


def test_any_sign_may_be_escaped_and_one_that_is_lost_may_not() -> None:
    pattern = signs_of("a/é", apart=False)
    for written in ("a/é", "%61%2Fé", "a%2f%c3%a9", "a\\/\\u00e9", "&#97;/&eacute;", "a=2F=C3=A9", "a/\\xe9"):
        assert re.fullmatch(pattern, written, re.IGNORECASE), written
    for other in ("aé", "a/", "a /é", "b/é"):
        assert not re.fullmatch(pattern, other), other


def test_signs_may_stand_apart_where_that_is_asked_for() -> None:
    pattern = signs_of("ab c", apart=True)
    for written in ("ab c", "abc", "a b\nc", "ab%20c", "ab+c", "a\x1b[1mb\x1b[0m c", "ab\\ c"):
        assert re.fullmatch(pattern, written), written
    assert not re.fullmatch(pattern, "ab.c")


def test_bytes_are_found_as_numbers_and_in_base64_behind_any_others() -> None:
    assert re.search(hex_of("ab"), "0x61, 0x62")
    pattern = "|".join(base64_of("kestrel"))
    for before in range(4):
        assert re.search(pattern, base64.b64encode(b"\0" * before + b"kestrel!").decode())
