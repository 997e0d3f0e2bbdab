"""Forms in which tables are written. Light."""

from __future__ import annotations

from typing import Literal, get_args

TableForm = Literal["markdown", "latex"]
TABLE_FORMS: tuple[TableForm, ...] = get_args(TableForm)
