"""Open data of the House (OData version 4, JSON): files to rows, rows to records."""
