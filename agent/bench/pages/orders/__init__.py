"""Orders of a page in English, made into steps for models that follow steps."""
