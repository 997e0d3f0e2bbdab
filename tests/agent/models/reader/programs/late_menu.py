"""A busy program: `late_menu.py FILE`. The title "View" lights up at once, and its menu comes a moment later.

A click on the button "Seven" writes so in FILE; one that closes the menu is spent on that, as menus have it.
"""

from __future__ import annotations

import sys
import time
import tkinter as tk
from pathlib import Path

LATE = 0.6
"""Seconds until the menu is there."""

file = Path(sys.argv[1])
root = tk.Tk()
root.title("Sums")
root.geometry("420x260+120+90")
title = tk.Menubutton(root, text="View", padx=8, pady=4, activebackground="#b0c4de")
title.pack(anchor="w")


def come_late() -> None:
    root.update_idletasks()
    time.sleep(LATE)


menu = tk.Menu(title, tearoff=0, postcommand=come_late)
for entry in ("Basic", "Scientific", "Paper"):
    menu.add_command(label=entry)
title.config(menu=menu)
seven = tk.Button(root, text="Seven", command=lambda: file.write_text("seven", "utf-8"))
seven.pack(side="right", padx=40, pady=60)
file.write_text("", "utf-8")
root.mainloop()
