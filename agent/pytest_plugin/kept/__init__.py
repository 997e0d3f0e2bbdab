"""What is kept: the output folder of an item, what is made of its run, the recordings of tasks."""
