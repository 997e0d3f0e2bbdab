"""Names of server models: what a user writes after `--model` -> a server's model."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.models.server.endpoint import URL_ENV, Endpoint, endpoint_of
from agent.models.server.model import ServerModel
from agent.models.server.request import Settings
from agent.profiles import profiles

if TYPE_CHECKING:
    from agent.profiles import Profile

DEADLINE_ENV = "DESKHAND_SERVER_DEADLINE"
"""Seconds for one reply, over what a profile says."""


def server_model(argument: str = "") -> ServerModel:
    """The model that `MODEL`, `URL`, `URL#MODEL` or nothing names.

    A name that deskhand has a profile for is asked as the profile says.

    Raises:
        BadInput: it names no server.
    """
    endpoint = endpoint_of(argument)
    return ServerModel(endpoint, _known(endpoint.model), known=_known)


def profiled_model(profile: Profile) -> ServerModel:
    """The model of a profile that has a `[server]` section.

    Raises:
        BadInput: its URL can't be used.
    """
    server = Settings.of(profile).server
    url = server.url or os.environ.get(URL_ENV, "")
    if not url:
        raise BadInput(f"profile {profile.name}: server.url: is missing; add it, or set {URL_ENV}")
    endpoint = Endpoint.of(url, server.model, server.key_env)
    return ServerModel(endpoint, _in_time(Settings.of(profile)), profile.name)


def _known(model: str) -> Settings:
    """How a model of that name is asked.

    Servers write the same name as `Qwen/Qwen3-VL-8B-Instruct-FP8`, `qwen3-vl:8b-instruct` or with a folder
    before it. A name that comes from a server is never taken for a file's.
    """
    name = model.lower().rpartition("/")[2].replace(":", "-")
    for profile in profiles():
        if name.startswith(profile.name):
            return _in_time(Settings.of(profile))
    return _in_time(Settings(thinks="thinking" in name))


def _in_time(settings: Settings) -> Settings:
    """The settings with the environment's deadline."""
    written = os.environ.get(DEADLINE_ENV)
    if not written:
        return settings
    try:
        deadline = float(written)
    except ValueError:
        deadline = 0.0
    if not 0 < deadline <= 3600:  # noqa: PLR2004  (also refuses nan)
        raise BadInput(
            f"the environment variable {DEADLINE_ENV}: expected seconds, 1 to 3600, got {written[:40]!r}"
        )
    return replace(settings, server=settings.server.model_copy(update={"deadline": deadline}))
