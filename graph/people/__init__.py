"""Who a printed name is: what registers know, and how a name is held against it. See `graph.resolve`."""
