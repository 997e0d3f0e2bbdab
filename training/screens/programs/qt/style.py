"""Look of the Qt windows: style, colours and font."""

from __future__ import annotations

from typing import Any

from training.screens.programs.qt.binding import QtGui, QtWidgets

_DARK = {
    "Window": "#353535", "WindowText": "#eeeeee", "Base": "#232323", "AlternateBase": "#2b2b2b",
    "Text": "#eeeeee", "Button": "#353535", "ButtonText": "#eeeeee",
    "ToolTipBase": "#454545", "ToolTipText": "#eeeeee", "Highlight": "#2a82da",
    "HighlightedText": "#ffffff", "Link": "#5aa9e6", "PlaceholderText": "#909090",
}  # fmt: skip
_GREY = ("WindowText", "Text", "ButtonText", "HighlightedText")


def dress(app: Any, plan: Any) -> None:
    """Give all windows the look that a plan asks for."""
    app.setStyle(plan["theme"])
    app.setCursorFlashTime(0)
    app.setFont(QtGui.QFont(plan["font"] or "DejaVu Sans", plan["points"]))
    if plan["dark"]:
        palette, role = QtGui.QPalette(), QtGui.QPalette.ColorRole
        for name, colour in _DARK.items():
            palette.setColor(getattr(role, name), QtGui.QColor(colour))
        for name in _GREY:
            grey = QtGui.QColor("#808080")
            palette.setColor(QtGui.QPalette.ColorGroup.Disabled, getattr(role, name), grey)
        app.setPalette(palette)
    elif plan["theme"] in ("Fusion", "Windows"):
        app.setPalette(app.style().standardPalette())
    for effect in ("UI_AnimateMenu", "UI_FadeMenu", "UI_AnimateCombo", "UI_AnimateTooltip", "UI_FadeTooltip"):
        app.setEffectEnabled(getattr(_effects(), effect), False)  # noqa: FBT003


def _effects() -> Any:
    from training.screens.programs.qt.binding import QtCore  # noqa: PLC0415

    return QtCore.Qt.UIEffect


def option_of(one: Any, kind: Any) -> Any:
    """The option with which a widget draws itself."""
    option = kind()
    one.initStyleOption(option)
    return option


def part(one: Any, name: str) -> Any:
    """The rectangle of a part of a check box or radio button within it."""
    kind = QtWidgets.QStyle.SubElement
    option = option_of(one, QtWidgets.QStyleOptionButton)
    return one.style().subElementRect(getattr(kind, name), option, one)
