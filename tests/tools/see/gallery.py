"""A window with every widget: `gallery.py THEME POINTS FILE`. Says in FILE what is where, once it is shown.

The file is a JSON list of `{kind, label, box, checked, part}`: `kind` and `checked` as the widgets are to be
recognised (a label is `label`), `box` left, top, width and height on the screen, and `part` the box within
which the indicator is.
"""

from __future__ import annotations

import json
import sys
import tkinter as tk
import tkinter.font as tkfont
from pathlib import Path
from tkinter import ttk

theme, points, target = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
root = tk.Tk()
root.title("Widget gallery")
root.geometry("+20+10")
for name in ("TkDefaultFont", "TkTextFont", "TkMenuFont"):
    tkfont.nametofont(name).configure(family="DejaVu Sans", size=points)
style = ttk.Style()
style.theme_use(theme)
style.configure(".", insertofftime=0)  # the caret stands still
shown: list[dict[str, object]] = []
variables: list[tk.Variable] = []  # Tk forgets what Python drops


def hold(value: int | str) -> tk.Variable:
    variables.append(tk.IntVar(value=value) if isinstance(value, int) else tk.StringVar(value=value))
    return variables[-1]


def note(kind: str, label: str, widget: tk.Widget, *, checked: bool | None = None) -> tk.Widget:
    shown.append({"kind": kind, "label": label, "widget": widget, "checked": checked})
    return widget


menu = tk.Menu(root)
for name in ("File", "Edit", "View", "Help"):
    menu.add_cascade(label=name, menu=tk.Menu(menu, tearoff=False))
root.config(menu=menu)
page = ttk.Frame(root, padding=10)
page.pack()
left, right, old, foot = (ttk.Frame(page, padding=4) for _ in range(4))
left.grid(row=0, column=0, rowspan=2)
right.grid(row=0, column=1, sticky="nw")
old.grid(row=1, column=1, sticky="nw")
foot.grid(row=2, column=0, columnspan=2, sticky="e")

first = ttk.Entry(left, textvariable=hold("Ada Lovelace"))
rows = (
    ("field", "Full name", first),
    ("field", "E-mail address", ttk.Entry(left)),
    ("field", "Postal code", ttk.Entry(left, width=8, textvariable=hold("10115"))),
    ("field", "Credit limit", ttk.Spinbox(left, from_=0, to=100, textvariable=hold("25"))),
    ("dropdown", "Country", ttk.Combobox(left, textvariable=hold("Germany"), state="readonly")),
    ("dropdown", "Currency", ttk.Combobox(left)),
    ("field", "Remark", tk.Entry(left)),
    ("field", "Notes", tk.Text(left, width=24, height=3)),
)
for row, (kind, label, widget) in enumerate(rows):
    note("label", label, ttk.Label(left, text=label)).grid(row=row, column=0, sticky="w", pady=3)
    note(kind, label, widget).grid(row=row, column=1, sticky="we", padx=8, pady=3)
for label, on, disabled in (
    ("I accept the terms", 1, False),
    ("Newsletter", 0, False),
    ("Locked on", 1, True),
    ("Locked off", 0, True),
):
    box = ttk.Checkbutton(right, text=label, variable=hold(on))
    box.state(["disabled"] if disabled else [])
    note("checkbox", label, box, checked=bool(on)).pack(anchor="w", pady=2)
chosen = hold("Business")
for label in ("Private", "Business", "Public"):
    radio = ttk.Radiobutton(right, text=label, value=label, variable=chosen)
    note("radio", label, radio, checked=label == "Business").pack(anchor="w", pady=2)
for label, on in (("Old tick", 1), ("Old blank", 0)):
    note("checkbox", label, tk.Checkbutton(old, text=label, variable=hold(on)), checked=bool(on)).pack(
        anchor="w"
    )
note("dropdown", "Monthly", ttk.OptionMenu(foot, hold("Monthly"), "Monthly")).pack(side="left", padx=4)
note("dropdown", "Cash", tk.OptionMenu(foot, hold("Cash"), "Cash")).pack(side="left", padx=4)
for label in ("Save customer", "Cancel"):
    note("button", label, ttk.Button(foot, text=label)).pack(side="left", padx=4)
note("button", "Old style", tk.Button(foot, text="Old style")).pack(side="left", padx=4)


def describe() -> None:
    for entry in shown:
        widget = entry.pop("widget")
        assert isinstance(widget, tk.Widget)
        box = [widget.winfo_rootx(), widget.winfo_rooty(), widget.winfo_width(), widget.winfo_height()]
        entry |= {"box": box, "part": [box[0], box[1], 2 * points + 4, box[3]]}
    draft = target.with_suffix(".draft")
    draft.write_text(json.dumps(shown))
    draft.rename(target)


first.icursor("end")
first.focus_force()
first.bind("<FocusIn>", lambda _: root.after_idle(describe))
root.mainloop()
