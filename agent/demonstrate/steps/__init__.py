"""Steps of a demonstration in plain English."""
