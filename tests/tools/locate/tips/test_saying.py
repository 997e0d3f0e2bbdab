"""A tip is a name with or without its keys, or a sentence of which nothing but the name counts."""

from __future__ import annotations

import pytest

from tools.geometry import Box
from tools.locate.tips.saying import is_name, may_tell, tells
from tools.see.scene import Line


def tip(*lines: str) -> list[Line]:
    return [Line(line, Box(0, 20 * at, 8 * len(line), 16)) for at, line in enumerate(lines)]


@pytest.mark.parametrize("said", ["Settings", "settings", "Settings (Ctrl+P)", "Settings…"])
def test_a_tip_names_with_or_without_its_keys(said: str) -> None:
    assert is_name(tip(said), "Settings")


@pytest.mark.parametrize("said", ["Setting", "Save the settings", "Settings of the printer"])
def test_a_tip_that_says_more_or_less_names_something_else(said: str) -> None:
    assert not is_name(tip(said), "Settings")


def test_no_tip_says_nothing() -> None:
    assert not is_name([], "Save")
    assert not tells([], "Save")
    assert not may_tell([], "Save")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Save the current document (Ctrl+S)", "Save"),
        ("Save document (Ctrl+S)", "Save"),
        ("Create a new document", "New"),
        ("Undo the last action", "Undo"),
        ("Redo the last undone action", "Redo"),
        ("Copy selection to clipboard (Ctrl+C)", "Copy"),
        ("Reload the current file from disk", "Refresh"),
        ("Save current document as another file", "Save As"),
        ("Search for and replace text", "Find and Replace"),
        ("Add files to the archive", "Add Files"),
        ("Go to the home location", "Home"),
        ("Extract files from the archive", "Extract"),
        ("Go to the home folder", "Home"),
        ("Go up one level", "Up"),
        ("Go to parent Folder", "Up"),
        ("Create new tab for this folder", "New Tab"),
        ("Open the parent folder", "Up"),
        ("Show the current image in fullscreen mode", "Fullscreen"),
        ("Rotate Counterclockwise", "Rotate Left"),
        ("Insert Chart", "Chart"),
        ("Open a file", "Open"),
        ("Save all open files", "Save All"),
        ("Make the window fullscreen", "Fullscreen"),
    ],
)
def test_a_sentence_of_which_nothing_but_the_name_counts_tells_it(said: str, name: str) -> None:
    assert tells(tip(said), name)


def test_a_sentence_may_go_on_in_the_next_line() -> None:
    assert tells(tip("Save the current", "document (Ctrl+S)"), "Save")
    assert not tells(tip("Save the current", "document under another name"), "Save")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Save all documents", "Save"),
        ("Save current document as another file", "Save"),
        ("Search for and replace text", "Find"),
        ("Open a recently used file", "Open"),
        ("Zoom in", "Zoom"),
        ("Rotate Clockwise", "Rotate Left"),
        ("Open new page", "New"),
        ("New window", "New"),
        ("Edit mode", "Edit"),
        ("New folder", "New"),
        ("Undo and close", "Close"),
        ("Clear the selection", "Close"),
        ("Open a file", "File"),
        ("Show the current image", "Image"),
        ("Ungroup selected objects", "Group"),
        ("Save to clipboard", "Save"),
        ("Delete from disk", "Delete"),
        ("Move to archive", "Move"),
        ("Open location", "Open"),
        ("Open last document", "Open"),
        ("Copy location", "Copy"),
        ("Clear selection", "Clear"),
        ("New from clipboard", "New"),
    ],
)
def test_any_other_word_may_make_it_something_else(said: str, name: str) -> None:
    assert not tells(tip(said), name)


def test_one_that_begins_like_it_may_be_meant() -> None:
    assert may_tell(tip("Open a recently used file"), "Open")
    assert not may_tell(tip("Save all documents"), "Save")
    assert not may_tell(tip("Save"), "Save")
