"""The tool is Inspect's standard one to a provider, and answers only with what is on the screen."""

from __future__ import annotations

import importlib
import sys

import pytest
from inspect_ai.model import ContentImage, ContentText
from inspect_ai.tool import ToolDef
from inspect_ai.tool._tools._computer import _computer

from agent.bench.inspect import registry
from agent.bench.inspect.tool import _played_back, computer
from agent.errors import BadInput


def test_its_name_and_parameters_are_those_of_inspects_own() -> None:
    """By them providers decide whether a model gets the computer use that it was trained on."""
    ours = ToolDef(computer())
    assert ours.name == "computer"
    assert set(ours.parameters.properties) == set(_computer._COMPUTER_TOOL_PARAMETERS)
    assert all(parameter.description for parameter in ours.parameters.properties.values())
    assert ours.parallel is False
    assert registry.computer is computer


def test_only_the_last_screenshot_is_played_back() -> None:
    content = [ContentText(text="Not done."), ContentImage(image="data:image/png;base64,AA==")]
    assert _played_back(3, 4, content, {}) == content
    assert _played_back(0, 4, "ok", {}) == "ok"
    words, picture = _played_back(2, 4, content, {})
    assert (words, picture.type) == (content[0], "text")
    assert _played_back(2, 4, content, {"disable_computer_screenshot_truncation": True}) == content


def test_without_inspect_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "inspect_ai", None)
    with pytest.raises(BadInput, match=r"needs inspect_ai: .*deskhand\[inspect\]"):
        importlib.reload(registry)
