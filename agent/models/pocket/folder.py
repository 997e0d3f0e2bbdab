"""Folder of the pocket model: made of the compact file once, and kept in the user's cache."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import agent
from agent.errors import ModelFault

if TYPE_CHECKING:
    from agent.models.pocket.compact import Compact

NAME = "pocket"
"""What `--model` takes."""
FILE = Path(agent.__file__).parents[1] / "training" / "pocket" / "pocket.safetensors"
"""The weights: in the source tree, not in the wheel."""


def pocket_folder(file: Path = FILE) -> Path:
    """The checkpoint's folder, as the library loads it.

    Args:
        file: a compact file.

    Raises:
        ModelFault: the weights are not there or damaged, or there is no room for the folder.
    """
    if not file.is_file():
        raise ModelFault(
            f"--model {NAME}: its weights are not in the installed package; they are {file.name} in "
            f"training/pocket of deskhand's source tree: run it from a clone"
        )
    kept = _caches() / f"{NAME}-{hashlib.sha256(file.read_bytes()).hexdigest()[:16]}"
    if not kept.is_dir():
        _make(file, kept)
    return kept


def _caches() -> Path:
    """Where programs of this user keep what can be made again (XDG Base Directory Specification)."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "deskhand"


def _make(file: Path, kept: Path) -> None:
    """Build it beside its place and move it there: two processes may do so at once."""
    from safetensors import SafetensorError  # noqa: PLC0415  (with the extra `qwen`)

    from agent.models.pocket.compact import unpack  # noqa: PLC0415

    compact = unpack(file)
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{kept.name}-", dir=kept.parent) as beside:
            made = Path(beside) / kept.name
            made.mkdir()
            _write(compact, made)
            made.rename(kept)
    except (OSError, SafetensorError) as error:  # the latter: a full disk, while weights are written
        if not kept.is_dir():  # else another was first, and has the same
            raise ModelFault(
                f"{kept}: the folder of the pocket model can't be made: {error}; it takes 220 MB, and "
                "XDG_CACHE_HOME says where"
            ) from error


def _write(compact: Compact, folder: Path) -> None:
    """Write a checkpoint as the library has it into a folder that is there."""
    from safetensors.numpy import save_file  # noqa: PLC0415  (with the extra `qwen`)

    from agent.models.pocket.compact import TABLE  # noqa: PLC0415
    from agent.models.pocket.tokenizer import make_tokenizer  # noqa: PLC0415  (transformers: seconds)

    card = compact.card
    weights = dict(compact.weights) | {TABLE: compact.full_table()}
    save_file(weights, folder / "model.safetensors", {"format": "pt"})
    make_tokenizer(compact.vocabulary, card.template).save_pretrained(folder)
    for name, content in (("config.json", card.config), ("preprocessor_config.json", card.pictures)):
        (folder / name).write_text(json.dumps(content, indent=1), "utf-8")
    (folder / "generation_config.json").write_text(json.dumps({"eos_token_id": [151_645, 151_643]}), "utf-8")
    (folder / "deskhand.toml").write_text(card.profile, "utf-8")
