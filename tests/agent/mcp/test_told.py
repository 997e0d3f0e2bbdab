"""Answers as the protocol has them."""

from __future__ import annotations

import base64

from mcp_types import ImageContent, TextContent

from agent.mcp.results import Acted, Looked
from agent.mcp.seat.requests import Answer, Picture
from agent.mcp.told import told


def test_an_answer_is_structured_and_text_and_a_picture() -> None:
    looked = Looked(frame="f1", size=(10, 20), quiet=True)
    result = told(Answer(looked, Picture(b"png", "image/png")), "desktop-1")
    assert result.structured_content is not None
    assert (result.structured_content["desktop"], result.is_error) == ("desktop-1", False)
    text, picture = result.content
    assert isinstance(text, TextContent)
    assert text.text == '{"desktop":"desktop-1","frame":"f1","size":[10,20],"quiet":true}'
    assert isinstance(picture, ImageContent)
    assert (base64.b64decode(picture.data), picture.mime_type) == (b"png", "image/png")


def test_what_was_not_done_is_an_error_for_clients_that_read_nothing_else() -> None:
    statuses = {"done": False, "asking": False, "refused": True, "denied": True, "failed": True}
    for status, is_error in statuses.items():
        acted = Acted.model_validate({"status": status, "effect": None, "frame": "f1", "size": (1, 1)})
        assert told(Answer(acted), "d").is_error == is_error
