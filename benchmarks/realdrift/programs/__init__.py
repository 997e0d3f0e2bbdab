"""Programs of the register; copied into the folder of the data."""
