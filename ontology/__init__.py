"""What things mean: the ontology, its shapes and concepts, records, their IRIs, and records as triples."""
