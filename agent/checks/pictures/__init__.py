"""Pictures that an `image` check looks for: where one is nearest, and where it differs there."""
