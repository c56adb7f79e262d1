"""The grammar: the text of a question document to its parts, each with its place."""
