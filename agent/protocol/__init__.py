"""Published `computer_use` protocol: prompt -> reply -> tool call -> action, and back."""
