"""What belongs together though no document says so by number: rules, and the facts they look at."""
