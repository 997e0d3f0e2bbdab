"""Interactive desktop: steps done one after another from a program, on a display that stays open."""
