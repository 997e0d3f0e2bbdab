"""Two windows of one program: the editor lies over a part of the mail, and has the keyboard."""

from __future__ import annotations

from tools.geometry import ScreenPoint

TWO_WINDOWS = """
import tkinter
root = tkinter.Tk()
root.title("Inbox - My Mail")
root.geometry("200x150+50+80")
over = tkinter.Toplevel(root)
over.title("Editor")
over.geometry("200x150+150+130")
over.lift()
root.bind("<FocusIn>", lambda event: over.focus_force())
tkinter.Entry(over).pack()
root.bind("<Map>", lambda event: over.lift())
root.mainloop()
"""
MAIL, EDITOR, BOTH, NOTHING = (ScreenPoint(x, y) for x, y in ((80, 120), (320, 250), (200, 200), (600, 5)))
