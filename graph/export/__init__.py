"""Writing the graph out: tables, RDF files and networks for other programs."""
