"""Fork: the first steps of a recording replayed, then a model goes on."""
