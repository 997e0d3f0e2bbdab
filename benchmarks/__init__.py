"""What `make bench` measures: figures of the README, each beside what it is measured against."""
