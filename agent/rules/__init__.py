"""Rules of a task: judged before each action, on the frame that its decision belongs to."""
