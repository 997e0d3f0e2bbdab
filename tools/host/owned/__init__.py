"""What a process of ours owns: processes, folders, sockets. It goes with its owner, or at the next run."""
