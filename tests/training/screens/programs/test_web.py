"""Web pages: the bundles of libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from training.screens.programs.web.bundles import LIBRARIES, _sources, page_of

if TYPE_CHECKING:
    from pathlib import Path


def test_the_plain_page_needs_no_bundle() -> None:
    assert page_of("plain").read_text().startswith("<!doctype html>")


def test_a_page_that_was_not_built_says_how_it_is_built(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"python -m training\.screens\.programs\.web\.bundles"):
        page_of(LIBRARIES[0], tmp_path)


def test_a_page_that_was_built_is_in_the_cache_until_what_it_is_made_of_changes(tmp_path: Path) -> None:
    page, made_of = tmp_path / f"{LIBRARIES[0]}.html", tmp_path / "made_of"
    page.write_text("")
    made_of.write_text(_sources())
    assert page_of(LIBRARIES[0], tmp_path) == page
    made_of.write_text("older sources")
    with pytest.raises(FileNotFoundError, match="of other sources"):
        page_of(LIBRARIES[0], tmp_path)
