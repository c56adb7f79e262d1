"""The graph: where it is kept, loaded, checked, asked and written out."""
