"""Policy read from running text: what is named, decided, reported, promised and claimed."""
