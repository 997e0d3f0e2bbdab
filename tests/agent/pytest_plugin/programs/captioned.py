"""A small form whose button's caption is in the first argument's file; pressed, it writes the second one."""

import sys
import tkinter as tk
from pathlib import Path

FONT = ("DejaVu Sans", 14)


def pressed() -> None:
    Path(sys.argv[2]).write_text("pressed")
    tk.Label(window, text="Order stored", font=FONT).grid(row=6, column=0, padx=20, sticky="w")


window = tk.Tk()
window.title("Order")
window.geometry("600x400+200+150")
for row, text in enumerate(("Customer: Lovelace", "Amount: 42 pieces", "Ship by Friday", "Paid in advance")):
    tk.Label(window, text=text, font=FONT).grid(row=row, column=0, padx=20, pady=10, sticky="w")
caption = Path(sys.argv[1]).read_text().strip()
button = tk.Button(window, text=caption, font=FONT, command=pressed)
button.grid(row=4, column=0, padx=20, pady=20, sticky="w")
tk.Label(window, text="All prices include tax", font=FONT).grid(row=5, column=0, padx=20, sticky="w")
window.mainloop()
