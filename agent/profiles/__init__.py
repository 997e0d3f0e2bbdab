"""Profiles of the models that deskhand knows, a file for each family, and of those that a user adds."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

from agent.errors import BadInput, nearest
from agent.profiles.file import parse_profiles
from agent.profiles.profile import Profile
from tools.plain_file import read_plain

__all__ = ["Profile", "find_profile", "profile_beside", "profiles"]

_SUFFIX = ".toml"
_BESIDE = "deskhand.toml"
_LARGEST = 1_000_000
"""Bytes."""


@cache
def profiles() -> tuple[Profile, ...]:
    """Every profile that comes with deskhand: by family, then by size."""
    here = resources.files("agent.profiles")
    files = sorted(
        (file for file in here.iterdir() if file.name.endswith(_SUFFIX)), key=lambda file: file.name
    )
    return tuple(found for file in files for found in parse_profiles(file.read_text("utf-8"), file.name))


def find_profile(name: str) -> Profile:
    """The profile of that name.

    Args:
        name: a profile's name, its name on the Hugging Face hub or ModelScope (in any case), or the path of a
            user's own file, which ends in `.toml`.

    Raises:
        BadInput: there is none, or the file is wrong; the message lists what there is.
    """
    if name.lower().endswith(_SUFFIX):
        return _read(Path(name))
    wanted = name.lower()
    for profile in profiles():
        if wanted in (profile.name, profile.hub.lower(), (profile.modelscope or profile.hub).lower()):
            return profile
    said = nearest(wanted.rpartition("/")[2], (profile.name for profile in profiles()))
    raise BadInput(f"{name}: no profile has this name; {said}; or name a file of your own, FILE{_SUFFIX}")


def profile_beside(folder: Path) -> Profile | None:
    """The profile that a checkpoint's folder brings along as `deskhand.toml`; None when it brings none.

    Raises:
        BadInput: the file is wrong.
    """
    file = folder / _BESIDE
    return _read(file) if file.is_file() else None


def _read(file: Path) -> Profile:
    try:
        text = read_plain(file, _LARGEST).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{file}: can't be read: {error}") from None
    found = parse_profiles(text, str(file))
    if len(found) != 1:
        names = ", ".join(profile.name for profile in found)
        raise BadInput(f"{file}: holds {len(found)} profiles ({names}); put each into a file of its own")
    profile = found[0]
    if not profile.hub.startswith("."):
        return profile
    return profile.model_copy(update={"hub": str((file.parent / profile.hub).resolve())})
