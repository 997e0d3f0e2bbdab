"""What receipts find: a results folder altered in every known way."""
