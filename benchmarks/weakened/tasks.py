"""Tasks with one check weakened each, and the steps that no check notices then."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]


class Weakened(NamedTuple):
    """One task."""

    name: str
    base: str
    """The task whose steps it has."""
    checks: tuple[dict[str, Any], ...]
    unseen: frozenset[str]
    """The beginnings of the steps, in words, that survive."""


def whole(base: str) -> dict[str, Any]:
    """A task as it is, with checks that notice everything."""
    if base == "short_form":
        return _short_form()
    task: dict[str, Any] = yaml.safe_load((ROOT / "tasks" / f"{base}.yaml").read_text("utf-8"))
    if base == "pay_order":  # what is waited for would notice a step that is left out
        task["steps"] = [step for step in task["steps"] if not step.startswith("Wait")]
    return task


def _short_form() -> dict[str, Any]:
    """The sample form with the fields that it wants, and one box."""
    task: dict[str, Any] = yaml.safe_load((ROOT / "tasks" / "fill_form.yaml").read_text("utf-8"))
    kept = ("Full name", "E-mail", "Country", "I accept", "Send newsletter", "Save customer", "Yes")
    steps = [step for step in task["steps"] if any(f'"{name}' in step for name in kept)]
    return task | {"id": "short_form", "steps": [*steps, 'Wait until "Customer saved" appears']}


def _rows(columns: str, *row: object) -> dict[str, Any]:
    """The one row of the form's table, as far as these columns tell."""
    query = f"select {columns} from customers"
    return {"sql": {"database": "${workdir}/customers.db", "query": query, "equals": [list(row)]}}


def _file(path: str, contains: str) -> dict[str, Any]:
    return {"file": {"path": f"${{workdir}}/{path}", "contains": contains}}


def _weakened(name: str, base: str, check: dict[str, Any], *unseen: str) -> Weakened:
    return Weakened(name, base, (check,), frozenset(unseen))


NAME, EMAIL, COUNTRY = 'Type "${name}"', 'Type "${email}"', 'Select "${country}"'
NEWS = 'Tick "Send newsletter"'
FIRST, LAST, CITY, PHONE = 'Type "Katherine"', 'Type "Johnson"', 'Type "Hampton"', 'Type "757'
ORDER, ENTER, PLEASE, PAY = 'Type "Order', "Press Enter", 'Type "Please', 'Click "Pay"'
NAMED, SENT, FROM = "${name}", "${email}", "${country}"
FORM, CONTACT, NOTE, LIST = "short_form", "zenity_form", "mousepad_note", "pay_order"
LINE, SOME = "contact.txt", {"command": {"run": ["test", "-s", "${workdir}/contact.txt"]}}
PAID = {"database": "${workdir}/orders.db", "query": "select count(*) from paid", "equals": [[1]]}

WEAKENED: tuple[Weakened, ...] = (
    _weakened("form, the screen alone", FORM, {"text": "Customer saved"}, NAME, EMAIL, COUNTRY, NEWS),
    _weakened("form, rows counted", FORM, _rows("count(*)", 1), NAME, EMAIL, COUNTRY, NEWS),
    _weakened("form, no newsletter", FORM, _rows("name, email, country", NAMED, SENT, FROM), NEWS),
    _weakened("form, no e-mail", FORM, _rows("name, country, newsletter", NAMED, FROM, 1), EMAIL),
    _weakened("form, no country", FORM, _rows("name, email, newsletter", NAMED, SENT, 1), COUNTRY),
    _weakened("form, no name", FORM, _rows("email, country, newsletter", SENT, FROM, 1), NAME),
    _weakened(
        "form, the name's beginning",
        FORM,
        _rows("substr(name, 1, 3), email, country, newsletter", "Ada", SENT, FROM, 1),
        NAME,
    ),
    _weakened(
        "form, some e-mail",
        FORM,
        _rows("name, email like '%@%', country, newsletter", NAMED, 1, FROM, 1),
        EMAIL,
    ),
    _weakened(
        "form, some country",
        FORM,
        _rows("name, email, country <> '', newsletter", NAMED, SENT, 1, 1),
        COUNTRY,
    ),
    _weakened("contact, no telephone", CONTACT, _file(LINE, "Katherine|Johnson|Hampton|"), PHONE),
    _weakened("contact, no first name", CONTACT, _file(LINE, "|Johnson|Hampton|757 555 0142"), FIRST),
    _weakened("contact, one name", CONTACT, _file(LINE, "Katherine"), LAST, CITY, PHONE),
    _weakened("contact, some line", CONTACT, SOME, FIRST, LAST, CITY, PHONE),
    _weakened("contact, the line's end", CONTACT, _file(LINE, "|Hampton|757 555 0142"), FIRST, LAST),
    _weakened("contact, its middle", CONTACT, _file(LINE, "Johnson|Hampton"), FIRST, PHONE),
    _weakened("note, one line", NOTE, _file("${file}", "Order 4711 is paid."), ENTER, PLEASE),
    _weakened("note, the other line", NOTE, _file("${file}", "Please file it under May."), ENTER, ORDER),
    _weakened("note, its title", NOTE, {"text": "${file}"}, ENTER, ORDER, PLEASE),
    _weakened("order, the screen alone", LIST, {"text": "Paid"}, PAY),
    _weakened("order, rows counted", LIST, {"sql": PAID}, PAY),
)
"""Twenty of them."""
