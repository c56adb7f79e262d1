"""Pages that people look at: drawn from the graph, one file each, with no need of a network."""
