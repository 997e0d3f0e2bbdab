"""Rewriting of signs: what is seen of a text, and where each sign of it was written."""

from __future__ import annotations

import pytest

from agent.redact.signs import Signs


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("%61%2Fé", "a/é"),
        ("a%2f%c3%a9", "a/é"),
        ("a\\/\\u00e9\\xe9\\351", "a\\/ééé"),
        ("&#97;/&eacute;&#x1F600;&nonsense;", "a/é😀&nonsense;"),
        ("\\ud83d\\ude00\\U0001f600\\u{1f600}", "😀😀😀"),
        ("%u0061\\x{62}\\000063 d", "abcd"),
        ("100% of & and \\", "100% of & and \\"),
    ],
)
def test_one_layer_of_escapes_is_undone(written: str, plain: str) -> None:
    assert Signs(written).unescaped().text == plain


def test_a_mail_s_escapes_are_undone_apart() -> None:
    assert Signs("a=2F=C3=A9 key=\nword").unescaped_mail().text == "a/é keyword"
    assert Signs("key=Beef99").unescaped().text == "key=Beef99"


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Ab\u200b C\n\td", "abcd"),
        ("\x1b[1;31mA\x1b(B\x1b[mb\x1b]8;;http://x\x07c", "abc"),
        ("_\ba b\bb", "ab"),
        ("it''s \\\"x\\\" + y", "itsxy"),
        ("ab \n> cd |\n| ef", "abcdef"),
        ("STRASSE ﬁ Ａé", "strassefiae"),
        ("straße", "strasse"),
    ],
)
def test_what_is_not_seen_is_left_out(written: str, seen: str) -> None:
    assert Signs(written).folded().text == seen


def test_each_sign_knows_where_it_was_written() -> None:
    text = 'say "\\u0041%20\\x62" C'
    folded = Signs(text).unescaped().folded()
    assert folded.text == "sayabc"
    places = [text[slice(*folded.place(at, at + 1))] for at in range(6)]
    assert places == ["s", "a", "y", "\\u0041", "\\x62", "C"]
    assert [text[slice(*place)] for place in folded.places_of("ab")] == ["\\u0041%20\\x62"]
