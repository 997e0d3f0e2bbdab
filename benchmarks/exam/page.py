"""Page of all misses: each with the part of the picture that it is about, the step and what was said."""

from __future__ import annotations

import base64
import html
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from tools.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.exam.sitting import Mark
    from tools.geometry import Point

_AROUND = 70
"""Pixels around what a miss is about that are shown."""
_DOT = 6
_STYLE = """
:root{color-scheme:light}body{font:15px/1.45 system-ui,sans-serif;margin:0 auto;max-width:1320px;
padding:24px;color:#1c2430;background:#f3f4f6}h1{font-size:24px}h2{font-size:18px;margin:34px 0 10px;
padding-top:12px;border-top:2px solid #cfd5de}pre{background:#fff;padding:14px;overflow:auto;
border:1px solid #d8dde5;border-radius:6px;font-size:13px}
article{background:#fff;border:1px solid #d8dde5;border-left:6px solid #d99a1c;border-radius:6px;
padding:12px 14px;margin:0 0 14px}article.wrong{border-left-color:#c62f2f}
h3{margin:0 0 4px;font-size:16px}p{margin:2px 0}small{color:#5c6675}
.outcome{font-weight:600;color:#9a6a08}.wrong .outcome{color:#c62f2f}
.crop{position:relative;display:inline-block;margin-top:10px;max-width:100%;overflow:auto;
border:1px solid #d8dde5}.crop img{display:block}
.crop i{position:absolute;box-sizing:border-box;border:2px solid #12a150;box-shadow:0 0 0 1px #fff}
.crop i.act{border:0;background:#e01f1f;border-radius:50%;box-shadow:0 0 0 2px #fff,0 0 0 3px #e01f1f}
"""


def page(marks: Sequence[Mark], tables: str) -> str:
    """The whole page; the silently wrong ones of each theme first."""
    missed = [mark for mark in marks if mark.verdict.outcome != "right"]
    missed.sort(key=lambda mark: (mark.verdict.outcome != "silently wrong", mark.look, str(mark.picture)))
    parts = [
        f"<h2>{html.escape(outcome)}, {html.escape(look)}</h2>" + "".join(map(_article, group))
        for (outcome, look), group in groupby(missed, lambda mark: (mark.verdict.outcome, mark.look))
    ]
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Exam of the embedded model</title>'
        f"<style>{_STYLE}</style><h1>{len(marks)} questions, {len(missed)} misses</h1>"
        "<p>Green: the element that was asked for. Red dot: where the first act went.</p>"
        f"<pre>{html.escape(tables)}</pre>{''.join(parts)}</html>"
    )


def _article(mark: Mark) -> str:
    verdict = mark.verdict
    wrong = " class=wrong" if verdict.outcome == "silently wrong" else ""
    went = f": {verdict.went_to}" if verdict.went_to else ""
    asked, where = mark.asked, mark.answer.point
    told = f"{asked.kind}, state {asked.state or 'none'}; {mark.picture.name}"
    place = f"; act at ({where.x}, {where.y})" if where else ""
    return (
        f"<article{wrong}><h3>{html.escape(mark.question.step)}</h3>"
        f'<p><span class="outcome">{html.escape(verdict.outcome + went)}</span> '
        f"<small>{html.escape(told + place)}</small></p><p>{html.escape(mark.answer.said)}</p>"
        f"{_crop(mark)}</article>"
    )


def _crop(mark: Mark) -> str:
    """The part of the picture with both places drawn over it."""
    from PIL import Image  # heavy: loaded on use

    places = list(_places(mark))
    around = places[0]
    for place in places[1:]:
        around = around.union(place)
    with Image.open(mark.picture) as picture:
        part = around.grow(_AROUND).overlap(Box(0, 0, *picture.size))
        data = BytesIO()
        picture.convert("RGB").crop((part.left, part.top, part.right, part.bottom)).save(
            data, "webp", lossless=True
        )
    source = base64.b64encode(data.getvalue()).decode()
    drawn = _mark("asked", mark.asked.box.grow(2), part)
    if mark.answer.point is not None:
        drawn += _mark("act", _dot(mark.answer.point), part)
    return f'<div class=crop><img alt="" src="data:image/webp;base64,{source}">{drawn}</div>'


def _places(mark: Mark) -> Iterator[Box]:
    """What a miss is about: the element with its label, and where the act went."""
    yield mark.asked.box
    if mark.asked.label_box is not None:
        yield mark.asked.label_box
    if mark.answer.point is not None:
        yield _dot(mark.answer.point)


def _dot(point: Point) -> Box:
    return Box.around(point, _DOT)


def _mark(name: str, box: Box, part: Box) -> str:
    at = f"left:{box.left - part.left}px;top:{box.top - part.top}px;width:{box.width}px;height:{box.height}px"
    return f'<i class={name} style="{at}"></i>'
