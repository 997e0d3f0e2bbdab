"""The models: one folder or file each, loaded on use."""
