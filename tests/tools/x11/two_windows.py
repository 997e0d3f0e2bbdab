"""Two windows of one program: the editor lies over a part of the mail, and has the keyboard."""

from __future__ import annotations

from tools.geometry import ScreenPoint

TWO_WINDOWS = """
import tkinter

def open_editor(event):
    root.unbind("<FocusIn>")
    over = tkinter.Toplevel(root)
    over.title("Editor")
    over.geometry("200x150+150+130")
    tkinter.Entry(over).pack()
    over.bind("<Map>", lambda event: over.focus_force())

root = tkinter.Tk()
root.title("Inbox - My Mail")
root.geometry("200x150+50+80")
root.bind("<FocusIn>", open_editor)
root.mainloop()
"""
"""The editor is opened when the mail has the keyboard: opened both at once, it goes to and fro."""
MAIL, EDITOR, BOTH, NOTHING = (ScreenPoint(x, y) for x, y in ((80, 120), (320, 250), (200, 200), (600, 5)))
