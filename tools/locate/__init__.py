"""Elements and locators: the element under a point, its locator, and the element that a locator leads to."""
