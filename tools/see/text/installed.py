"""What is installed of Tesseract: its binding, which brings the program, and the data of its languages."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from tools.ocrtext.scripts import is_mixed, language_of

BINDING = "tesserocr"
ROOT = Path("/")
_DATA = ("usr/share/tesseract-ocr/*/tessdata", "usr/share/tessdata", "usr/share/tesseract/tessdata")
"""Where systems keep the data: Debian, with a folder for each version; Arch; Fedora."""


def has_binding() -> bool:
    """Whether the binding can be imported."""
    return find_spec(BINDING) is not None


def data_folder(language: str, root: Path = ROOT) -> Path | None:
    """The folder that holds the data of a language (`rus`), the newest version's; None where none does."""
    found = [path for folder in _DATA for path in root.glob(f"{folder}/{language}.traineddata")]
    return max((path.parent for path in found), default=None)


def is_read(text: str, root: Path = ROOT) -> bool:
    """Whether a text in a script that the recogniser does not know can be read on this machine."""
    language = language_of(text)
    return bool(language) and not is_mixed(text) and has_binding() and data_folder(language, root) is not None
