"""A window with one big button; what a click on it does is the first argument."""

import os
import signal
import subprocess
import sys
import tkinter as tk
from pathlib import Path

import psutil

MODE = ["1024x768", "60", "1024", "1025", "1026", "1027", "768", "769", "770", "771"]


def xserver() -> int:
    """The X server that the same run started: it carries the same owner's mark."""
    owner = os.environ["DESKHAND_OWNER"].rpartition(":")[0]
    servers = [process for process in psutil.process_iter() if process.name() == "Xvfb"]
    [ours] = [one.pid for one in servers if one.environ().get("DESKHAND_OWNER", "").startswith(owner)]
    return ours


def shrink() -> None:
    """Make the screen smaller, as a person who changes its resolution does."""
    subprocess.run(["xrandr", "--newmode", *MODE], check=True)
    subprocess.run(["xrandr", "--addmode", "screen", MODE[0]], check=True)
    subprocess.run(["xrandr", "--output", "screen", "--mode", MODE[0]], check=True)


def pressed() -> None:
    label.config(text="Pressed")
    window.update()
    match sys.argv[1]:
        case "die":
            os._exit(7)
        case "kill-server":
            os.kill(xserver(), signal.SIGKILL)
        case "shrink-screen":
            shrink()
        case "take-mouse":
            window.event_generate("<Motion>", warp=True, x=5, y=5)
        case path:
            Path(path).write_text("pressed")


window = tk.Tk()
window.title("Press")
window.geometry("600x400+300+200")
label = tk.Label(window, text="Waiting", font=("DejaVu Sans", 16))
label.pack()
tk.Button(window, text="Press me", font=("DejaVu Sans", 20), command=pressed).pack(expand=True, fill="both")
window.mainloop()
