"""What is told: reports for pytest and its other plugins, GitHub, and the end of a session."""
