"""Secrets that are spelled."""

from __future__ import annotations

from agent.redact.reading import together
from agent.redact.spelled import spelled_in
from tests.tools.scenes import line
from tools.ocrtext.alike import folded

VALUE = folded("Kestrel-Quartz58")


def test_most_of_its_signs_in_cells_are_one_area_and_a_few_are_none() -> None:
    cells = [line(sign, 100 + 40 * place, 20) for place, sign in enumerate("Kestrel-Quartz58")]
    areas = [area for reading in together(cells) for area in spelled_in(reading, VALUE)]
    assert {area.right for area in areas} == {708}
    assert [area for reading in together(cells[:8]) for area in spelled_in(reading, VALUE)] == []
