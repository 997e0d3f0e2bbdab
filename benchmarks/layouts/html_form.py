"""A form of a plan as a page of HTML, which tells the console where the fields and buttons are."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.layouts.plans import Cell, Plan

THEMES = {
    "white": "",
    "grey": "body{background:#ddd}",
    "filled": "input,textarea,select{background:#eef2f7;border:0}",
    "rounded": "input,textarea,select,button{border:1px solid #ccc;border-radius:6px;padding:6px 8px}",
    "dark": "body{background:#202020;color:#ddd}input,textarea,select,button{background:#202020;"
    "color:#eee;border:1px solid #666}",
    "lighter": "body{background:#121212;color:#ddd}input,textarea,select,button{background:#2d2d2d;"
    "color:#eee;border:1px solid #444}",
}
MARK = (255, 1, 220)
"""The colour of the page's first pixels: red, green, blue."""
_PAGE = """<!doctype html><meta charset=utf-8><title>Form</title><style>
body{{font:15px sans-serif;margin:20px;background:#fff}}small{{font-size:12px;color:#777}}
input,textarea,select,button{{font:15px sans-serif;caret-color:transparent}}
main{{display:inline-grid;gap:{gap}px {apart}px;align-items:center;justify-items:start}}
i{{position:fixed;left:0;top:0;width:3px;height:3px;background:rgb{mark}}}{theme}</style>
<i></i><main>{cells}</main><script>
function box(one){{let b=one.getBoundingClientRect(),k=devicePixelRatio;
return [+one.id,b.x*k,b.y*k,b.width*k,b.height*k]}}
function tell(){{let all=[...document.querySelectorAll('[id]')].map(box);
console.log('boxes '+JSON.stringify(all))}}
onload=()=>setTimeout(tell,1200)</script>"""


def page(plan: Plan, theme: str) -> str:
    """The whole page."""
    return _PAGE.format(
        gap=plan.get("gap", 8),
        apart=plan.get("apart", 10),
        mark=MARK,
        theme=THEMES[theme],
        cells="".join(_element(at, cell) for at, cell in enumerate(plan["cells"])),
    )


def _element(at: int, cell: Cell) -> str:
    side = {"right": "end", "center": "center"}.get(cell.get("align", ""), "start")
    place = f"grid-row:{cell['row'] + 1};grid-column:{cell['column'] + 1};justify-self:{side}"
    text, state = html.escape(cell["text"]), cell.get("state", "")
    more = {"selected": "autofocus onfocus=this.select()", "focused": "autofocus", "fixed": "readonly"}
    width = f"width:{9 * cell.get('width', 0)}px"
    match cell["kind"]:
        case "field":
            words = f"value='{text}' placeholder='{cell.get('hint', '')}' {more.get(state, '')}"
            return f"<input id={at} style='{place};{width}' {words}>"
        case "area":
            return f"<textarea id={at} rows=4 cols=40 style='{place}'>{text}</textarea>"
        case "choice":
            wide = width if cell["width"] > len(text) + 1 else ""
            return f"<select id={at} style='{place};{wide}'><option>{text}<option>O</select>"
        case "button":
            return f"<button id={at} style='{place}'>{text}</button>"
        case kind:
            tag = "small" if kind == "small" else "span"
            return f"<{tag} style='{place}'>{text}</{tag}>"
