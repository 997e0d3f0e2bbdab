"""A note book in two releases, for tests: `python program.py RELEASE --regression R --state FILE`.

What is saved is listed in the window, as what the file holds.
"""

from __future__ import annotations

import argparse
import json
import tkinter as tk
from pathlib import Path

LOOKS = {"book-1": ("DejaVu Sans", 12, "Save note"), "book-2": ("DejaVu Serif", 14, "Save note")}


def main() -> None:
    given = argparse.ArgumentParser()
    given.add_argument("release", choices=list(LOOKS))
    given.add_argument("--regression", default="none", choices=["none", "wrong field", "no row"])
    given.add_argument("--state", type=Path, required=True)
    told = given.parse_args()
    family, size, caption = LOOKS[told.release]
    window, notes = tk.Tk(), []
    window.title("Note book")
    window.option_add("*Font", (family, size))
    tk.Label(window, text="Note book").grid(row=0, column=0, columnspan=2, pady=8)
    fields = []
    for row, label in enumerate(("Title", "Place"), 1):
        tk.Label(window, text=label).grid(row=row, column=0, padx=12, pady=8, sticky="w")
        fields.append(tk.Entry(window, width=24))
        fields[-1].grid(row=row, column=1, padx=12)
    said, listed = tk.StringVar(value="No note yet"), tk.StringVar()
    tk.Label(window, textvariable=said).grid(row=4, column=0, columnspan=2, pady=8)
    tk.Label(window, textvariable=listed).grid(row=5, column=0, columnspan=2, pady=8)

    def save() -> None:
        title, place = (field.get() for field in fields)
        if told.regression == "wrong field":
            title, place = place, title
        if told.regression != "no row":
            notes.append([title, place])
        told.state.write_text(json.dumps(notes))
        said.set("Note saved")
        listed.set("\n".join(f"{title} in {place}" for title, place in notes))

    tk.Button(window, text=caption, command=save).grid(row=3, column=0, columnspan=2, pady=8)
    told.state.write_text(json.dumps(notes))
    window.geometry("500x360+60+60")
    window.mainloop()


if __name__ == "__main__":
    main()
