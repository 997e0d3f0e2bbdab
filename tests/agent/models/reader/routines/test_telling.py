"""What is told of a text that was typed: a secret, and what its field shows, are not."""

from __future__ import annotations

import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.telling import check_strayed, quoted, told
from tests.agent.models.reader.paper import PaperParser, form
from tools.locate.fields import find_field
from tools.locate.locator import Locator
from tools.locate.look import Look
from tools.see.scene import Widget


def test_a_text_is_told_and_a_secret_is_not() -> None:
    parser = PaperParser()
    look = Look(parser.paint(form(text="Grace")), parser)
    field = find_field(look.scene, Locator("Name"))
    assert (told("Ada"), quoted(look, field, "Ada")) == ("'Ada'", "'Grace'")
    assert (told("${secret.PIN}"), quoted(look, field, "${secret.PIN}")) == ("a secret", "something else")


@pytest.mark.parametrize("by", [0, -1, 40])
def test_a_text_that_came_into_the_field_before_went_astray(by: int) -> None:
    """However closely the one that was meant lies below: its edge may have been seen in that."""
    parser = PaperParser()
    frames = [parser.paint(form(text=text)) for text in ("", "Grace")]
    look = Look(frames[1], parser, frames[0])
    box = find_field(look.scene, Locator("Name")).box
    meant = Widget("field", box._replace(top=box.bottom + by))
    with pytest.raises(StepFailed, match="it went into another field"):
        check_strayed("Grace", meant, Locator("Town"), look)
    check_strayed("Grace", Widget("field", box), Locator("Name"), look)
