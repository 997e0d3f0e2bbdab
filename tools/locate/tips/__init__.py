"""Tips of icons: what comes up while the pointer rests on one, and what it says."""
