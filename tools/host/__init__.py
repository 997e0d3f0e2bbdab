"""The desktop that is really there: capture, mouse, keyboard, displays, programs."""
