"""A client's seat at a desktop: the child process that holds it, where the client decides as a model does."""
