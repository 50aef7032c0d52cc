"""Pictures, drawn by one hand: a result in, a figure out, with its words and its table."""
