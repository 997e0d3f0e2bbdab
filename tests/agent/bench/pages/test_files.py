"""Files that pages are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.bench.pages.files import digest_of_files

if TYPE_CHECKING:
    from pathlib import Path


def test_a_digest_hangs_on_names_and_contents_and_on_no_order(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("a")
    other.write_text("b")
    before = digest_of_files(tmp_path, [one, other])
    assert digest_of_files(tmp_path, [other, one]) == before
    one.write_text("b")
    other.write_text("a")
    assert digest_of_files(tmp_path, [one, other]) != before
