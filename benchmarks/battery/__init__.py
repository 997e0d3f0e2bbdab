"""Battery of animated and slow windows, and a witness that knows when the screen really changed."""
