"""Screens: random windows drawn by real toolkits, which tell where every element is."""
