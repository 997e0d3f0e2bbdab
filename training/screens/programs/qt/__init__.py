"""Qt's widgets: Qt 6 by PySide6, or Qt 5 by PyQt5 where the interpreter has that."""
