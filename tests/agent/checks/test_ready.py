"""What is refused before anything is started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from agent.checks.ready import fault_of
from agent.task.checks import ImageCheck, SqlCheck, TextCheck

if TYPE_CHECKING:
    from pathlib import Path


def test_a_driver_that_is_missing_and_an_area_beyond_the_picture(tmp_path: Path) -> None:
    picture = Image.new("RGB", (20, 10), "white")
    ImageDraw.Draw(picture).line((0, 0, 9, 9), "black")
    picture.save(tmp_path / "a.png")
    sql = SqlCheck(url="mysql+pymysql://crm:${secret.PW}@host/crm", query="select 1", equals=[])
    assert fault_of(sql, tmp_path, {"PW": "x"}) == (
        "url",
        "the driver pymysql is not installed: pip install pymysql",
    )
    beyond = ImageCheck.model_validate({"like": "a.png", "ignore": [[0, 0, 21, 1]]})
    told = fault_of(beyond, tmp_path, {})
    assert told == ("ignore", "a.png: [0, 0, 21, 1] reaches beyond the picture, which is 20x10")
    fine = [
        ImageCheck.model_validate({"like": ["a.png"], "ignore": [[10, 0, 5, 5]]}),
        ImageCheck.model_validate({"like": "a.png"}),
        SqlCheck(url="sqlite:///a.db", query="select 1", equals=[]),
        TextCheck(text="Saved"),
    ]
    assert [fault_of(check, tmp_path, {}) for check in fine] == [None] * 4
