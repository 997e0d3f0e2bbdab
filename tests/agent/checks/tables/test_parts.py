"""Parts of an XLSX file: elements as they come, whatever holds them."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from agent.checks.reading import Unreadable
from agent.checks.tables.parts import Parts

if TYPE_CHECKING:
    from pathlib import Path


def test_elements_come_whole_and_without_namespaces(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("part.xml", '<a xmlns="x" xmlns:p="y"><b p:c="1">t<d>u</d></b><e/><b/></a>')
    parts = Parts(tmp_path / "a.xlsx")
    first, second = parts.elements("part.xml", frozenset({"b"}))
    assert (first.attrib, first.text, first.findtext("d"), len(second)) == ({"c": "1"}, "t", "u", 0)
    with pytest.raises(Unreadable, match=r"it lacks gone\.xml"):
        list(parts.elements("gone.xml", frozenset()))
