"""Keys of an X server: symbols, the keyboard map, exact typing."""
