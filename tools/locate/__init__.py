"""Elements and locators: what a name means on a scene, and what an element is called."""
