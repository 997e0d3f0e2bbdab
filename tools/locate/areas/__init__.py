"""Areas of the screen that a step works in: an open list, a scrollable pane."""
