"""A window with a button that adds a row to a PostgreSQL table, and says so: ledger.py HOST PORT [--lie].

The password is in $PW, as a task's secret is. With `--lie` it says so and adds nothing.
"""

import os
import sys
import tkinter as tk

import psycopg


def save() -> None:
    host, port, *lie = sys.argv[1:]
    if not lie:
        password = os.environ["PW"]
        with psycopg.connect(host=host, port=port, user="crm", dbname="crm", password=password) as database:
            database.execute("insert into entries values ('Ada', 12.50)")
    status.config(text="Entry stored")


window = tk.Tk()
window.title("Ledger")
window.geometry("400x200+200+200")
tk.Button(window, text="Press me", font=("DejaVu Sans", 16), command=save).place(x=130, y=40)
status = tk.Label(window, font=("DejaVu Sans", 16))
status.place(x=130, y=120)
window.mainloop()
