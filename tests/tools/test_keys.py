from __future__ import annotations

import pytest

from tools.keys import NAMES, canonical, parse_chord


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ctrl", "ctrl"),
        ("Control", "ctrl"),
        ("Control_L", "ctrl"),
        ("return", "enter"),
        ("KP_Enter", "enter"),
        ("esc", "escape"),
        ("page_down", "pagedown"),
        ("Page Down", "pagedown"),
        ("pgdn", "pagedown"),
        ("ArrowLeft", "left"),
        ("F5", "f5"),
        ("win", "super"),
        ("cmd", "super"),
        ("Alt_R", "altgr"),
        ("space", "space"),
        (" ", "space"),
        ("\t", "tab"),
        ("\n", "enter"),
        ("plus", "+"),
        ("minus", "-"),
        ("-", "-"),
        ("_", "_"),
        ("S", "s"),
        ("é", "é"),
        ("KP_7", "7"),
        ("digit5", "5"),
    ],
)
def test_names_become_one(written: str, name: str) -> None:
    assert canonical(written) == name


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_canonical_name_stays(name: str) -> None:
    assert canonical(name) == name


@pytest.mark.parametrize(
    ("wrong", "nearest"), [("entre", "enter"), ("pagedwn", "pagedown"), ("contrl", "ctrl")]
)
def test_an_unknown_name_shows_the_nearest(wrong: str, nearest: str) -> None:
    with pytest.raises(ValueError, match=f"'{wrong}'.*'{nearest}'"):
        canonical(wrong)


@pytest.mark.parametrize("wrong", ["", "zzzzqq", "\x1b", "f25"])
def test_what_is_no_key_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="no key is called"):
        canonical(wrong)


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("Ctrl+Shift+S", ("ctrl", "shift", "s")),
        ("ctrl + alt + del", ("ctrl", "alt", "delete")),
        ("Alt-F4", ("alt", "f4")),
        ("Ctrl++", ("ctrl", "+")),
        ("Ctrl+Shift++", ("ctrl", "shift", "+")),
        ("Ctrl+-", ("ctrl", "-")),
        ("Ctrl--", ("ctrl", "-")),
        ("+", ("+",)),
        ("-", ("-",)),
        ("page-down", ("pagedown",)),
        ("Enter", ("enter",)),
        ("Ctrl+Page Down", ("ctrl", "pagedown")),
    ],
)
def test_chords_are_parsed(written: str, keys: tuple[str, ...]) -> None:
    assert parse_chord(written) == keys


@pytest.mark.parametrize("written", ["Ctrl+", "+S", "Ctrl+Qwertz", "", "Ctrl+++"])
def test_a_chord_with_a_hole_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="no key is called"):
        parse_chord(written)


@pytest.mark.parametrize("written", ["+" * 30_000, "Ctrl+" * 20_000, "9" * 5_000])
def test_a_chord_without_end_is_refused_at_once_and_briefly(written: str) -> None:
    with pytest.raises(ValueError, match="no chord is called") as told:
        parse_chord(written)
    assert len(str(told.value)) < 200
