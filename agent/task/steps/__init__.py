"""Steps of a task: sentences, and files of sentences that several tasks share."""
