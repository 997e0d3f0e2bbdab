"""What is told of a text that was typed: a secret, and what its field shows, are not."""

from __future__ import annotations

from agent.models.reader.routines.telling import quoted, told
from tests.agent.models.reader.paper import PaperParser, form
from tools.locate.fields import find_field
from tools.locate.locator import Locator
from tools.locate.look import Look


def test_a_text_is_told_and_a_secret_is_not() -> None:
    parser = PaperParser()
    look = Look(parser.paint(form(text="Grace")), parser)
    field = find_field(look.scene, Locator("Name"))
    assert (told("Ada"), quoted(look, field, "Ada")) == ("'Ada'", "'Grace'")
    assert (told("${secret.PIN}"), quoted(look, field, "${secret.PIN}")) == ("a secret", "something else")
