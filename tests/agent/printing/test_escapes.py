"""What a terminal would obey, or a reader would not see, is shown."""

from __future__ import annotations

import json

import pytest

from agent.printing.escapes import as_json, disobeyed, encoded, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zoë 東京 ½ €", "Zoë 東京 ½ €"),
        ("\N{IDEOGRAPHIC SPACE}a\N{NO-BREAK SPACE}b", "\N{IDEOGRAPHIC SPACE}a\N{NO-BREAK SPACE}b"),
        ("\N{HEAVY CHECK MARK}\N{VARIATION SELECTOR-16}", "\N{HEAVY CHECK MARK}\N{VARIATION SELECTOR-16}"),
        ("\x1b[2J\x07\x00\r\n\t\x7f", r"\x1b[2J\x07\x00\r\n\t\x7f"),
        ("\x9b2J\x85", r"\x9b2J\x85"),
        ("a\N{RIGHT-TO-LEFT OVERRIDE}b\N{LEFT-TO-RIGHT ISOLATE}", r"a\u202eb\u2066"),
        ("a\N{ZERO WIDTH SPACE}b\N{SOFT HYPHEN}\N{ZERO WIDTH NO-BREAK SPACE}", r"a\u200bb\xad\ufeff"),
        ("\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}", r"\u2028\u2029"),
        ("\udcff\ud800\ufffe", r"\udcff\ud800\ufffe"),
        ("\N{TAG LATIN SMALL LETTER A}\N{VARIATION SELECTOR-17}", r"\U000e0061\U000e0100"),
        ("\N{HANGUL FILLER}\N{COMBINING GRAPHEME JOINER}\N{BRAILLE PATTERN BLANK}", r"\u3164\u034f\u2800"),
        (r"\x1b", r"\x1b"),
    ],
)
def test_what_is_not_seen_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown


def test_some_signs_may_stay() -> None:
    assert visible("a\n\tb\r", keep="\n\t") == "a\n\tb\\r"


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_json_is_read_back_as_it_was_and_nothing_in_it_is_obeyed(encoding: str) -> None:
    text = "\x1b[31m\x9b\N{RIGHT-TO-LEFT OVERRIDE}\U0001f600\U000e0061 é 東 \x7f\n"
    value = {"a": text, "b": [1, None, 0.5]}
    written = as_json(value, encoding)
    assert written.isprintable()
    assert json.loads(written.encode(encoding).decode(encoding)) == value


def test_json_of_several_lines_is_the_same_value() -> None:
    value = {"a": ["x\ny\x85"]}
    written = as_json(value, indent=1)
    assert len(written.splitlines()) == 5
    assert json.loads(written) == value


def test_half_a_surrogate_pair_is_shown_since_strict_readers_of_json_refuse_it() -> None:
    assert json.loads(as_json("\udcff.yaml")) == r"\udcff.yaml"


def test_what_an_encoding_lacks_is_escaped() -> None:
    assert encoded("é ▶", "utf-8") == "é ▶"
    assert encoded("é ▶", "latin-1") == r"é \u25b6"
    assert encoded("é ▶", "ascii") == r"\xe9 \u25b6"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", r"\x3a:error::x"),
        ("a\n  ::stop-commands::x", "a\n  \\x3a:stop-commands::x"),
        ("said ##[error]x", r"said \x23#[error]x"),
        ("##vso[task.setvariable]x", r"\x23#vso[task.setvariable]x"),
        ("std::vector, 10:: and ## a heading", "std::vector, 10:: and ## a heading"),
    ],
)
def test_what_a_ci_server_would_obey_is_shown(text: str, shown: str) -> None:
    assert disobeyed(text) == shown


def test_json_means_the_same_and_is_not_obeyed() -> None:
    written = as_json({"::a": "::error::x ##[error]y ##vso[z]"})
    assert "##" not in written
    assert json.loads(written) == {"::a": "::error::x ##[error]y ##vso[z]"}
