"""The desk in Tk. Argument: the file to which it appends what was done."""

from __future__ import annotations

import sys
import tkinter as tk
from tkinter import messagebox, ttk

from desk_texts import Texts  # type: ignore[import-not-found]


def main(log: str) -> None:
    """Show it until it is closed."""
    texts = Texts(log)
    root = tk.Tk()
    root.title(texts["title"])
    root.geometry(f"860x560+{texts['left']}+{texts['top']}")
    ttk.Label(root, text=texts["heading"], font=("", 16)).pack(anchor="w", padx=12, pady=4)
    for name in ("born", "balance"):
        ttk.Label(root, text=texts[name]).pack(anchor="w", padx=12, pady=2)
    opened = ttk.Label(root, text=texts.opened())
    opened.pack(anchor="w", padx=12, pady=2)
    table = _table(root, texts)
    note, port = _form(root, texts)
    foot = ttk.Frame(root)
    foot.pack(anchor="w", padx=12, pady=8)
    said, count = tk.StringVar(value="Ready"), tk.StringVar(value="Letters in the note: 0")
    note.trace_add("write", lambda *_: count.set(f"Letters in the note: {len(note.get())}"))

    def book() -> None:
        if not table.selection():
            said.set("No order is chosen")
            return
        row = texts.rows[table.index(table.selection()[0])]
        if not messagebox.askyesno(texts["question_title"], texts.question(row)):
            texts.log("refused")
            return
        texts.log("booked", row[0], row[1], note.get(), port.get())
        said.set("Booked")

    button = ttk.Button(foot, text="Book", command=book)
    button.pack(side="left")
    ttk.Button(foot, text="Cancel order", command=lambda: texts.log("cancelled")).pack(side="left", padx=8)
    ttk.Label(foot, textvariable=said).pack(side="left", padx=8)
    ttk.Label(root, textvariable=count).pack(anchor="w", padx=12)
    _tip(button, texts["tip"], texts.number("tip_after"))

    def chosen(_: object) -> None:
        texts.log("chosen", texts.rows[table.index(table.selection()[0])][0])
        if texts["dialog"] == "chosen":
            _dialog(root, texts)

    table.bind("<<TreeviewSelect>>", chosen)
    if texts["dialog"] == "first":
        root.after(100, lambda: _dialog(root, texts))
    if texts.number("ticks"):
        _tick(opened, texts)
    root.mainloop()


def _table(root: tk.Tk, texts: Texts) -> ttk.Treeview:
    columns = ("Order", "Name", "Due", "Amount")
    table = ttk.Treeview(root, columns=columns, show="headings", height=8, selectmode="browse")
    for column in columns:
        table.heading(column, text=column, anchor="w")
        table.column(column, width=200)
    for row in texts.rows:
        table.insert("", "end", values=row)
    table.pack(padx=12, pady=6)
    return table


def _form(root: tk.Misc, texts: Texts) -> tuple[tk.StringVar, ttk.Combobox]:
    form, note = ttk.Frame(root), tk.StringVar()
    form.pack(anchor="w", padx=12)
    port = ttk.Combobox(form, values=texts.ports, state="readonly", width=32)
    port.current(0)
    for row, (label, field) in enumerate(
        (("Note", ttk.Entry(form, width=40, textvariable=note)), ("Port", port))
    ):
        ttk.Label(form, text=label).grid(row=row, column=0, sticky="w", pady=4)
        field.grid(row=row, column=1, sticky="w", padx=12)
    return note, port


def _dialog(root: tk.Tk, texts: Texts) -> None:
    """A window of its own with the form's captions."""
    window = tk.Toplevel(root)
    window.title("Quick order")
    window.geometry(f"+{texts['dialog_left']}+{texts['dialog_top']}")
    note, _ = _form(window, texts)
    note.trace_add("write", lambda *_: texts.log("typed into the dialog"))
    ttk.Button(window, text="Book", command=lambda: texts.log("booked in the dialog")).pack(pady=8)
    window.transient(root)
    window.grab_set()


def _tip(button: ttk.Button, text: str, after: int) -> None:
    shown: list[tk.Toplevel] = []
    waiting: list[str] = []

    def show() -> None:
        tip = tk.Toplevel(button)
        tip.overrideredirect(True)  # noqa: FBT003  (Tk's own)
        tip.geometry(f"+{button.winfo_pointerx() + 12}+{button.winfo_pointery() + 16}")
        tk.Label(tip, text=text, background="#ffffe0", borderwidth=1, relief="solid").pack()
        shown.append(tip)

    def hide(_: object) -> None:
        while waiting:
            button.after_cancel(waiting.pop())
        while shown:
            shown.pop().destroy()

    button.bind("<Enter>", lambda _: waiting.append(button.after(after, show)))
    for event in ("<Leave>", "<Button-1>"):
        button.bind(event, hide, add=True)


def _tick(label: ttk.Label, texts: Texts) -> None:
    label.configure(text=texts.opened())
    label.after(1000, lambda: _tick(label, texts))


main(*sys.argv[1:])
