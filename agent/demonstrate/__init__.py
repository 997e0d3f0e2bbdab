"""A person shows how a task is done; what they saw and did becomes a recording, and steps in English."""
