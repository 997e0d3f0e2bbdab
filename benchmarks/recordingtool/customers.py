"""The task that is recorded, whose program keeps one database for all runs; and customers to register."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
_COUNTRIES = (
    *("Austria", "Belgium", "Canada", "Denmark", "Finland", "France", "Germany", "Ireland", "Italy", "Japan"),
    *("Netherlands", "Norway", "Poland", "Portugal", "Spain", "Sweden", "Switzerland", "United Kingdom"),
)
_NAMES = (
    *("Ada Lovelace", "Grace Hopper", "Zoë Łukasiewicz", "Jean d'Arc", "Søren Kierkegaard", "Emmy Noether"),
    *(
        "Katherine Johnson",
        "Maria Skłodowska-Curie",
        "Max Born",
        "Lise Meitner",
        "Hedy Lamarr",
        "Alan Turing",
    ),
    *("Mary Somerville", "Sofja Kowalewskaja", "René Descartes", "Dorothy Vaughan", "Annie Easley"),
    *("Barbara Liskov", "Radia Perlman", "Chien-Shiung Wu"),
)


def customer(at: int) -> dict[str, str]:
    """The customer of a number, each with a name, an address and a country of its own."""
    name = _NAMES[at % len(_NAMES)] + ("" if at < len(_NAMES) else f" {at}")
    return {"name": name, "email": f"c{at}@mail.example", "country": _COUNTRIES[at % len(_COUNTRIES)]}


def write_task(folder: Path, database: Path) -> Path:
    """The form's task with a database outside the run's folder; its checks look at the newest record."""
    text = (ROOT / "tasks" / "fill_form.yaml").read_text()
    text = text.replace('--db, "${workdir}/customers.db"', '--db, "${db}"')
    text = text.replace("${workdir}/customers.db", "${db}").replace(
        "  seed: 0\n", f"  seed: 0\n  db: {database}\n"
    )
    newest = "from customers where rowid = (select max(rowid) from customers)"
    text = text.replace("from customers\n", f"{newest}\n").replace("id: fill_form", "id: register")
    once = "select count(*) from customers where email = '${email}'"
    path = folder / "register.yaml"
    path.write_text(f"{text}  - sql: {{database: '${{db}}', query: \"{once}\", equals: [[1]]}}\n")
    return path
