# sh contacts.sh DATABASE NAME: makes a SQLite database of three contacts, the second one of this name.
exec python3 - "$1" "$2" <<'PY'
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as database:
    database.execute("create table contacts (name text primary key, telephone text)")
    rows = [("Bruno", "111 222"), (sys.argv[2], "333 444"), ("Zelda", "555 666")]
    database.executemany("insert into contacts values (?, ?)", rows)
PY
