"""Menu bars whose captions stand as close as words, known by the names that menus have everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.text.passages import rows

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene
    from tools.see.text.gaps import Gap, Spacing

_FEWEST = 3
"""Names of a menu bar, at least: it begins with the first of its language."""
_CUT = 4
"""Pixels from the edge of a screen that cuts the last one, at most."""
_SPACE = 0.24
"""Heights of a line, accents and tails included, that a gap is wide between two menus, at least."""
_NAMES = (
    "File Edit View Insert Format Tools Window Help",
    "Datei Bearbeiten Ansicht Einfügen Format Extras Werkzeuge Fenster Hilfe",
    "Fichier Édition Edition Affichage Insertion Format Outils Fenêtre Aide",
    "Archivo Editar Edición Ver Insertar Formato Herramientas Ventana Ayuda",
    "File Modifica Visualizza Inserisci Formato Strumenti Finestra Aiuto",
    "Arquivo Ficheiro Editar Exibir Ver Inserir Formatar Ferramentas Janela Ajuda",
    "Bestand Bewerken Beeld Invoegen Opmaak Extra Hulpmiddelen Venster Help",
    "Arkiv Redigera Visa Infoga Format Verktyg Fönster Hjälp",
    "Fil Filer Rediger Vis Indsæt Formatér Format Værktøjer Verktøy Vindue Vindu Hjælp Hjelp",
    "Tiedosto Muokkaa Näytä Lisää Muotoile Työkalut Ikkuna Ohje",
    "Plik Edycja Widok Wstaw Format Narzędzia Okno Pomoc",
    "Soubor Úpravy Zobrazit Vložit Formát Nástroje Okno Nápověda",
)
"""Of each language; no two of its names follow each other in one caption."""
_FIRST = {
    name
    for names in ("File Datei Fichier Archivo Arquivo Ficheiro Bestand Arkiv Fil Filer Tiedosto Plik Soubor",)
    for name in names.split()
}
"""What the first menu of a bar is called."""


def in_menu_bar(scene: Scene, line: Line, spacing: Spacing) -> tuple[Gap, ...]:
    """The gaps between all words of a line that is a menu bar, or a piece of one; none where it is none."""
    words = line.text.split()
    row = next((row for row in rows(scene.lines) if line in row), [line])
    is_cut = row[-1].box.right >= scene.frame.size.width - _CUT
    if not is_menu_bar([word for piece in row for word in piece.text.split()], is_cut=is_cut):
        return ()
    between = spacing.between_words(len(words) - 1) or ()
    return between if all(gap.width >= _SPACE * spacing.height for gap in between) else ()


def is_menu_bar(words: list[str], *, is_cut: bool = False) -> bool:
    """Whether some words are a menu bar's captions: names of menus in one language, each of them once.

    Args:
        words: From left to right.
        is_cut: Whether the screen ends at the last one, which may then be the beginning of a name.
    """
    return (
        len(words) >= _FEWEST
        and words[0] in _FIRST
        and len({*words}) == len(words)
        and any(_are_of(names.split(), words, is_cut=is_cut) for names in _NAMES)
    )


def _are_of(names: list[str], words: list[str], *, is_cut: bool) -> bool:
    whole = words[:-1] if is_cut and any(name.startswith(words[-1]) for name in names) else words
    return {*names}.issuperset(whole)
