"""Scripts of texts on the screen: which are read on this machine, and how to have others read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import BadInput, install
from tools.ocrtext.scripts import LANGUAGES, is_mixed, language_of, unread_script
from tools.see.text.installed import ROOT, data_folder, has_binding, is_read

if TYPE_CHECKING:
    from pathlib import Path

EXTRA = "deskhand[scripts]"
_OTHERS = (
    "it reads Latin letters with all accents, Chinese and Japanese; name something beside it, or "
    "use another model"
)


def check_readable(text: str, root: Path = ROOT) -> None:
    """Make sure that a text can be read on the screen.

    Args:
        text: What is looked for.
        root: Where the file system begins.

    Raises:
        BadInput: it is in a script that is not read, or only with what is not there; told with what to do.
    """
    script = unread_script(text)
    if not script or is_read(text, root):
        return
    language = language_of(text)
    if not language:
        raise BadInput(f'"{text}" can\'t be looked for: the reader does not read {script}', _OTHERS)
    if is_mixed(text):
        raise BadInput(
            f'"{text}" can\'t be looked for: it mixes {script} with letters of another script',
            "name something beside it that is in one script",
        )
    raise BadInput(
        f'"{text}" can\'t be looked for: the text is {script}, which the embedded reader reads only with '
        f"Tesseract's data for it",
        f"install it: {to_install((language,), root)}",
    )


def to_install(languages: tuple[str, ...], root: Path = ROOT) -> str:
    """The commands that install what is not there to read languages; "" where all is there."""
    data = [f"tesseract-ocr-{language}" for language in languages if data_folder(language, root) is None]
    debian = f"apt-get install {' '.join(data)}" if data else ""
    return " && ".join(filter(None, (debian, "" if has_binding() else install(EXTRA))))


def unread(root: Path = ROOT) -> dict[str, str]:
    """The scripts that are not read here, each with its language."""
    return {
        script: language
        for script, language in LANGUAGES.items()
        if not has_binding() or data_folder(language, root) is None
    }
