"""Target window that the agent works on: two labels that do nothing when they are clicked.

The window manager has no part in it either, so a click on it changes nothing: every change is the subject's.
"""

from __future__ import annotations

import tkinter as tk

root = tk.Tk()
root.title("target")
root.overrideredirect(boolean=True)
root.geometry("400x300+800+450")
for name, colour in (("go", "#a0c0a0"), ("target", "#a0a0c0")):
    tk.Label(root, text=name, bg=colour).pack(fill="both", expand=True)
root.mainloop()
