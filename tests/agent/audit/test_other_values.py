"""Other values: plausible, of the same kind, and never the same."""

from __future__ import annotations

import pytest

from agent.audit.other_values import other_texts


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Ada Lovelace", "Ada Lovelaca"),
        ("Berlin", "Berlir"),
        ("BERLIN", "BERLIR"),
        ("Zoë Łukasiewicz", "Zoë Łukasiewicn"),
        ("ada@engine.example", "ade@engine.example"),
        ("note.txt", "nota.txt"),
        ("/tmp/run/out.txt", "/tmp/run/oun.txt"),
        ("+49 30 901820", "+49 30 901821"),
        ("2500", "2501"),
        ("42.09", "42.08"),
        ("Order 4711 is paid.", "Order 4712 is paid."),
        ("2026-03-04", "2026-03-03"),
        ("2026-03-01", "2026-03-02"),
        ("31.12.2025", "30.12.2025"),
        ("01/01/2026", "02/01/2026"),
        ("Ωμέγα", "Ωμέγβ"),
    ],
)
def test_the_likeliest_slip_comes_first(text: str, other: str) -> None:
    assert other_texts(text)[0] == other


@pytest.mark.parametrize(
    "text", ["", "+", "  ", "!?", "9", "a", "漢字", "2026-13-45", "${secret.KEY}", "${order}"]
)
def test_every_text_has_another(text: str) -> None:
    others = other_texts(text)
    assert others
    assert text not in others
    assert len(set(others)) == len(others)


@pytest.mark.parametrize("text", ["${secret.KEY}", "No. ${order} of 12"])
def test_a_reference_stays_whole(text: str) -> None:
    """What it stands for is not known yet: a text behind it is another text whatever it is."""
    assert all(other.startswith(text) for other in other_texts(text))


def test_a_number_stays_one() -> None:
    assert all(other.isdigit() for other in other_texts("2500"))
