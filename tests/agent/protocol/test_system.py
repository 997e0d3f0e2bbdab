"""The system texts hold the published function: all of it, or cut down to one click."""

from __future__ import annotations

import json
from typing import Any

from agent.protocol.system import pointing_text, system_in, system_text


def function(system: str) -> dict[str, Any]:
    """The function in a text's tools block."""
    block = system.partition("<tools>\n")[2].partition("\n</tools>")[0]
    found: dict[str, Any] = json.loads(block)["function"]
    return found


def test_the_tools_block_is_the_published_one() -> None:
    before, _, after = system_text().partition("<tools>\n")
    signature, _, rest = after.partition("\n</tools>")
    published = json.loads(signature)["function"]
    assert before.endswith("within <tools></tools> XML tags:\n")
    assert rest.endswith(
        '<tool_call>\n{"name": <function-name>, "arguments": <args-json-object>}\n</tool_call>'
    )
    assert published["name"] == "computer_use"
    assert "The screen's resolution is 1000x1000." in published["description"]
    assert published["parameters"]["required"] == ["action"]


def test_a_model_that_is_to_point_is_offered_a_click_alone() -> None:
    cut, published = function(pointing_text()), json.dumps(function(system_text()))
    properties = cut["parameters"]["properties"]
    assert list(properties) == ["action", "coordinate"]
    assert properties["action"]["enum"] == ["left_click"]
    assert cut["parameters"]["required"] == ["action", "coordinate"]
    lines = cut["description"].split("\n") + properties["action"]["description"].split("\n")
    assert len(lines) == 5
    assert all(json.dumps(line)[1:-1] in published for line in lines)


def test_the_xml_form_has_the_same_function_in_front_of_the_instructions() -> None:
    system = system_in("xml", system_text())
    assert function(system) == function(system_text())
    assert system.startswith("# Tools\n")
    assert system.endswith(system_text().partition("\n\n# Tools")[0])
    assert system_in("json", system_text()) == system_text()
