"""Models: a folder or file for each, loaded on use."""

from __future__ import annotations

import difflib
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.redact.keys import without_login

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.model import Model

MODELS = {
    "reader": "agent.models.reader.model:ReaderModel",
    "scripted": "agent.models.scripted:ScriptedModel",
    "server": "agent.models.server.naming:server_model",
}
"""Name -> what makes the model. A name may be followed by `:` and an argument, as in
`scripted:replies.jsonl`; a URL is an argument of `server`."""


@cache
def load_model(name: str) -> Model:
    """The model of that name: one for all runs of this process, since loading weights takes long.

    Raises:
        BadInput: there is none; the message lists what there is.
        ModelFault: it can't be loaded.
    """
    url = name.startswith(("http://", "https://"))
    kind, _, argument = ("server", ":", name) if url else name.partition(":")
    if kind not in MODELS:
        return _profiled(name)
    module, _, attribute = MODELS[kind].partition(":")
    found: Callable[..., Model] = getattr(import_module(module), attribute)
    return found(argument) if argument else found()


def has_pocket() -> bool:
    """Whether the pocket model's weights are here: the source tree has them, the wheel does not."""
    file: Path = import_module("agent.models.pocket.folder").FILE
    return file.is_file()


def written_forms() -> tuple[str, ...]:
    """Every kind of sentence that the embedded model takes as a step, one example each."""
    forms: tuple[str, ...] = import_module("agent.models.reader.step_parser").FORMS
    return forms


def new_model(name: str) -> Model:
    """A model of that name for itself alone, beside the one that `load_model` gives to a run."""
    return load_model.__wrapped__(name)


def _profiled(name: str) -> Model:
    """The model of a profile, a hub name, a folder or a profile's file."""
    close = difflib.get_close_matches(name.partition(":")[0], MODELS, n=1)
    if close or "://" in name:
        hint = f"; did you mean {close[0]!r}?" if close else ""
        raise BadInput(
            f"--model {without_login(name)}: there is no such model{hint} There are: {', '.join(MODELS)}, "
            "a server's URL, a checkpoint's folder, and those that `agent models` lists"
        )
    build: Callable[[str], Model] = import_module("agent.models.profiled").profiled_model
    return build(name)


def load_grounded(name: str, ground: str | None = None, grounder: str | None = None) -> Model:
    """The model of that name, its places looked for again as `--ground` and `--grounder` say.

    Raises:
        BadInput: there is no such model, or none that can do what is asked for.
        ModelFault: one can't be loaded.
    """
    model = load_model(name)
    if ground is None and grounder is None:
        return model
    build: Callable[..., Model] = import_module("agent.models.grounded.model").grounded_model
    return build(model, ground, None if grounder is None else _load_grounder(grounder))


def _load_grounder(name: str) -> Model:
    try:
        return load_model(name)
    except BadInput as fault:
        raise BadInput(str(fault).replace("--model", "--grounder", 1)) from None
