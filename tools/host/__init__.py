"""Host desktop: capture, mouse, keyboard, displays, programs."""
