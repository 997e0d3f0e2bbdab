"""Text on the screen that gives orders, a program that is attacked so, and a model that obeys."""
