"""A form of a plan in Tk: `tk_form.py PLAN SCALE THEME`. Prints where the fields and buttons are."""

from __future__ import annotations

import json
import sys
import tkinter as tk
import tkinter.font as tkfont
from tkinter import ttk
from typing import Any

plan, scale, theme = json.loads(sys.argv[1]), float(sys.argv[2]), sys.argv[3]
root = tk.Tk()
root.title("Form")
root.geometry("+60+40")
for font in ("TkDefaultFont", "TkTextFont"):
    tkfont.nametofont(font).configure(family="DejaVu Sans", size=-round(13 * scale))
small = tkfont.Font(family="DejaVu Sans", size=-round(11 * scale))
style = ttk.Style()
if theme != "plain":
    style.theme_use(theme)
style.configure(".", insertofftime=0)
page = ttk.Frame(root, padding=round(16 * scale))
page.pack(fill="both", expand=True)
made: list[tuple[dict[str, Any], tk.Widget]] = []


def entry(cell: dict[str, Any]) -> tk.Widget:
    one = tk.Entry(page, insertofftime=0) if theme == "plain" else ttk.Entry(page)
    one.configure(width=cell["width"])
    one.insert(0, cell["text"] or cell.get("hint", ""))
    if cell.get("state") == "fixed":
        one.configure(state="readonly")
    if cell.get("state") in ("selected", "focused"):
        one.focus_force()
        one.selection_range(0, "end" if cell["state"] == "selected" else 0)
        one.icursor("end")
    return one


def area(cell: dict[str, Any]) -> tk.Widget:
    one = tk.Text(page, width=40, height=4, insertofftime=0, font="TkTextFont")
    one.insert("1.0", cell["text"])
    return one


def choice(cell: dict[str, Any]) -> tk.Widget:
    one = ttk.Combobox(page, width=cell["width"], values=[cell["text"], "Other"], state="readonly")
    one.set(cell["text"])
    return one


def button(cell: dict[str, Any]) -> tk.Widget:
    return (tk if theme == "plain" else ttk).Button(page, text=cell["text"], width=len(cell["text"]))


makers = {"field": entry, "area": area, "choice": choice, "button": button}
for cell in plan["cells"]:
    if cell["kind"] in makers:
        widget = makers[cell["kind"]](cell)
        made.append((cell, widget))
    else:
        widget = ttk.Label(
            page, text=cell["text"], font=small if cell["kind"] == "small" else "TkDefaultFont"
        )
    sticky = {"right": "e", "center": ""}.get(cell.get("align", ""), "w")
    widget.grid(
        row=cell["row"],
        column=cell["column"],
        sticky=sticky,
        pady=round(plan.get("gap", 4) * scale / 2),
        padx=(0, round(plan.get("apart", 8) * scale)),
    )


def tell() -> None:
    root.update()
    boxes = [
        {**cell, "box": [w.winfo_rootx(), w.winfo_rooty(), w.winfo_width(), w.winfo_height()]}
        for cell, w in made
    ]
    print(json.dumps(boxes), flush=True)


root.after(500, tell)
root.mainloop()
