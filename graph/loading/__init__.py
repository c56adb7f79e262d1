"""Loading, step by step: read ahead, spool, decide, write whole, remember. `graph.load` is the way in."""
