"""Which scripts can be looked for on this machine, and what is said of the others before anything is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.models.reader.step_parser import parse_steps
from agent.runs.texts import texts_of
from agent.scripts import check_readable, to_install, unread
from tests.agent.fakes import make_task
from tools.see.text.installed import data_folder

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A system with the data of one language, in two versions."""
    for version in ("4.00", "5"):
        folder = tmp_path / "usr/share/tesseract-ocr" / version / "tessdata"
        folder.mkdir(parents=True)
        (folder / "rus.traineddata").touch()
    return tmp_path


def test_the_newest_data_is_taken(root: Path) -> None:
    folder = data_folder("rus", root)
    assert folder is not None
    assert folder.parts[-2:] == ("5", "tessdata")
    assert data_folder("kor", root) is None


@pytest.mark.parametrize("text", ["Сохранить", "Save", "保存", "ΑΒΓ"])
def test_what_can_be_read_passes(text: str, root: Path) -> None:
    check_readable(text, root)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("저장", "the text is Hangul, which .* apt-get install tesseract-ocr-kor$"),
        ("Αποθήκευση", "the text is Greek with accents, which .* apt-get install tesseract-ocr-ell$"),
        ("Ім'я", "the text is Cyrillic, which .* apt-get install tesseract-ocr-ukr$"),
        ("OK Имя", "mixes Cyrillic with letters of another script"),
        ("Ђорђе", "does not read Cyrillic"),
        ("सहेजें", "does not read Devanagari"),
    ],
)
def test_what_can_not_is_told_with_what_to_do(text: str, said: str, root: Path) -> None:
    with pytest.raises(BadInput, match=f"(?s){said}"):
        check_readable(text, root)


def test_what_is_there_need_not_be_installed(root: Path) -> None:
    assert to_install(("rus",), root) == ""
    assert to_install(("rus", "kor", "tha"), root) == "apt-get install tesseract-ocr-kor tesseract-ocr-tha"
    assert "Cyrillic" not in unread(root)
    assert unread(root)["Thai"] == "tha"


def test_names_in_installed_scripts_are_steps() -> None:
    steps = [{"text": 'Click "Сохранить"', "line": 3}, {"text": 'Type "x" into "שם"', "line": 4}]
    assert len(parse_steps(make_task(steps=steps))) == 2


def test_texts_of_checks_and_of_the_start_are_looked_at_before_the_run() -> None:
    launch = [{"command": ["x"], "wait_for": {"text": "Готово"}}]
    assert texts_of(make_task(checks=[{"kind": "text", "text": "Заказ 5"}], launch=launch)) == (
        "Заказ 5",
        "Готово",
    )
    with pytest.raises(BadInput, match=r"demo\.yaml: checks: .*Georgian\ndemo\.yaml: launch: .*Devanagari"):
        texts_of(
            make_task(
                checks=[{"kind": "text", "text": "სახელი"}],
                launch=[{"command": ["x"], "wait_for": {"text": "सहेजें"}}],
            )
        )
