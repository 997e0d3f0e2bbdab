"""LaTeX of tables (with the package `booktabs`), every foreign sign escaped. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.bench.tables.table import told
from agent.printing.escapes import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.bench.tables.table import Figure, Row, Table, Tables, Unit

_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_",
    "%": r"\%", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": r"\textless{}",
    ">": r"\textgreater{}", "|": r"\textbar{}", '"': r"\textquotedbl{}", "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}", "[": "{[}", "]": "{]}", "*": "{*}",
}  # fmt: skip
"""Signs that LaTeX obeys, somewhere or other."""
_JOINED = re.compile(r"([-,])(?=\1)")
"""Signs of which two are set as one other sign."""
_HEAD = "% needs \\usepackage{booktabs} and \\usepackage[T1]{fontenc}, \\usepackage{textcomp}"
_UNICODE = "% has signs beyond Latin script: use XeLaTeX or LuaLaTeX with a font that has them"
_BEYOND = re.compile("[\u0250-\u1fff\u2070-\U0010ffff]")


def latex(tables: Tables) -> str:
    """All tables, each a float, and the notes below them."""
    body = "\n\n".join(_table(table) for table in tables.tables)
    notes = "\n".join(f"\\item {escaped(note)}" for note in tables.notes)
    below = f"\\begin{{itemize}}\\footnotesize\n{notes}\n\\end{{itemize}}"
    beyond = [_UNICODE] if _BEYOND.search(body + below) else []
    return "\n".join([_HEAD, *beyond, body, "", below]) + "\n"


def escaped(text: str) -> str:
    """Text that is set as it is: no command, one line."""
    signs = "".join(_SIGNS.get(sign, sign) for sign in visible(" ".join(text.split())))
    return _JOINED.sub(r"\1{}", signs)


def _table(table: Table) -> str:
    columns = "r" * len(table.columns)
    return "\n".join(
        [
            "\\begin{table}",
            "\\centering\\small",
            f"\\caption{{{escaped(table.caption)}}}",
            f"\\begin{{tabular}}{{l{columns}}}",
            "\\toprule",
            _line("", *map(escaped, table.columns)),
            "\\midrule",
            *_lines(table),
            "\\bottomrule",
            "\\end{tabular}",
            "\\end{table}",
        ]
    )


def _lines(table: Table) -> Iterator[str]:
    for row in table.rows:
        if row.unit is None:
            yield "\\addlinespace"
            yield _line(f"\\textbf{{{escaped(row.label)}}}", *("" for _ in table.columns))
        else:
            yield _line(_label(row), *(_cell(cell, row.unit) for cell in row.cells))


def _label(row: Row) -> str:
    return f"\\quad {escaped(row.label)}" if row.inner else f"\\textbf{{{escaped(row.label)}}}"


def _cell(cell: Figure | None, unit: Unit) -> str:
    if cell is None:
        return "--"
    value, interval, of = told(cell, unit)
    between = f" {{\\footnotesize[{interval}]}}" if interval else ""
    return f"{value}{between} ({of})"


def _line(*cells: str) -> str:
    return f"{' & '.join(cells)} \\\\"
