"""Rules of the loaders that read what we export, written down by hand from their sources.

Qwen-VL: `_build_messages` in qwenvl/data/data_processor.py of QwenLM/Qwen3-VL's qwen-vl-finetune.
ShareGPT: `SharegptDatasetConverter` in data/converter.py and the count of placeholders in data/mm_plugin.py
of hiyouga/LLaMA-Factory. AgentNet: evaluation/agentnetbench/eval.py of xlang-ai/OpenCUA.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIGNS = re.compile(r"<\|\w+\|>")
"""Special tokens of Qwen's vocabulary: one in a text ends a turn or stands for a picture."""


class Unreadable(Exception):
    """The loader would refuse the sample, or train something else than is meant."""


def qwen_messages(sample: dict[str, Any], folder: Path) -> list[tuple[str, list[str]]]:
    """Role and parts of each message; a picture is `[its path]`."""
    given = sample.get("image") or []
    pictures = [given] if isinstance(given, str) else list(given)
    messages = []
    for turn in sample["conversations"]:
        role, text = "user" if turn["from"] == "human" else "assistant", turn["value"]
        parts = [text] if role == "assistant" else list(_placed(text, pictures, folder))
        _check_role(role, len(messages), parts)
        messages.append((role, parts))
    if pictures:
        raise Unreadable(f"{len(pictures)} pictures have no placeholder")
    _check_signs(messages)
    return messages


def _placed(text: str, pictures: list[str], folder: Path) -> Iterator[str]:
    for part in re.split(r"(<image>|<video>)", text):
        if part == "<video>" or (part == "<image>" and not pictures):
            raise Unreadable(f"{part}: there is no such file")
        if part == "<image>":
            yield f"[{_opened(folder, pictures.pop(0))}]"
        elif part.strip():
            yield part.strip()


def _check_role(role: str, number: int, parts: list[str]) -> None:
    if role != ("user", "assistant")[number % 2]:
        raise Unreadable(f"message {number} is the {role}'s")
    if role == "assistant" and any(mark in parts[0] for mark in ("<image>", "<video>")):
        raise Unreadable("a placeholder in an answer")


def _check_signs(messages: list[tuple[str, list[str]]]) -> None:
    found = [sign for _, parts in messages for part in parts for sign in SIGNS.findall(part)]
    if found:
        raise Unreadable(f"special tokens: {found}")


def _opened(folder: Path, name: str) -> str:
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise Unreadable(f"{name}: leads out of the folder")
    with Image.open(path) as picture:
        picture.load()
    return name


def sharegpt_messages(
    sample: dict[str, Any], folder: Path, name: str = "deskhand"
) -> tuple[str, list[tuple[str, str]]]:
    """System text and messages, by what `dataset_info.json` says."""
    told = json.loads((folder / "dataset_info.json").read_text())[name]
    columns = told["columns"]
    turns = [(turn["from"], turn["value"]) for turn in sample[columns["messages"]]]
    if told["formatting"] != "sharegpt" or len(turns) % 2:
        raise Unreadable("no whole exchanges")
    if [role for role, _ in turns] != ["human", "gpt"] * (len(turns) // 2):
        raise Unreadable("roles out of turn")
    pictures = [_opened(folder, name) for name in sample[columns["images"]]]
    if sum(text.count("<image>") for _, text in turns) != len(pictures):
        raise Unreadable("not as many placeholders as pictures")
    if any(mark in text for _, text in turns for mark in ("<video>", "<audio>")):
        raise Unreadable("a placeholder of what is not there")
    return sample[columns["system"]], turns


AGENTNET_TYPES = {
    "click": "position", "doubleClick": "position", "rightClick": "position", "tripleClick": "position",
    "moveTo": "position", "dragTo": "position", "write": "content", "press": "keys", "hotkey": "keys",
    "scroll": "amount", "terminate": "status",
}  # fmt: skip
"""Each type that the evaluator scores, and the parameter that it reads."""


def agentnet_trajectory(path: Path) -> dict[str, Any]:
    """A trajectory, each action held against what the evaluator reads of it."""
    told = json.loads(path.read_text("utf-8"))
    for step in told["steps"]:
        _opened(path.parent / "images", step["image"])
        for action in step["ground_truth_actions"]:
            if AGENTNET_TYPES[action["type"]] not in action["params"]:
                raise Unreadable(f"{action}: lacks what is scored")
            shares = [*action["params"].get("position", {}).values()]
            shares += [share for box in action["metadata"]["bboxes"] for share in box["rel_bbox"]]
            if not all(0 <= share <= 1 for share in shares):
                raise Unreadable(f"{action}: not within the picture")
    return told
