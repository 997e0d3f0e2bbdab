"""What is entered into a field, and the forms in which it may show it."""

from __future__ import annotations

import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.entering import Entering
from tests.agent.models.reader.paper import PaperParser, form
from tools.locate.fields import find_field
from tools.locate.locator import Locator
from tools.locate.look import Look

NAME = Locator("Name")


def entering(text: str, held: str) -> tuple[Entering, Look]:
    """A text for a field that holds another one."""
    parser = PaperParser()
    look = Look(parser.paint(form(text=held)), parser)
    return Entering(text, find_field(look.scene, NAME), NAME, look), look


@pytest.mark.parametrize(
    ("text", "held", "form_of_it"),
    [
        ("250", "5 pcs", "250 pcs"),
        ("2026-03-14", "12/31/2025", "03/14/2026"),
        ("2026-03-14", "31.12.2025", "14.03.2026"),
    ],
)
def test_a_field_may_show_it_with_its_unit_or_in_its_own_order(text: str, held: str, form_of_it: str) -> None:
    forms = entering(text, held)[0].forms
    assert text in forms
    assert form_of_it in forms


def test_of_a_secret_there_is_no_other_form() -> None:
    assert set(entering("${secret.PIN}", "5 pcs")[0].forms) == {"${secret.PIN}"}


def test_nothing_more_is_typed_where_the_order_of_a_date_can_not_be_told() -> None:
    """The first try has typed it as it is written, and the field shows what it did."""
    dates, look = entering("2026-03-14", "05/06/2025")
    with pytest.raises(
        StepFailed, match="'05/06/2025', which it shows, doesn't tell which of them is the month"
    ):
        next(dates.enter(1, look))
