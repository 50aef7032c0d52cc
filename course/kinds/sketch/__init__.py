"""Sketch: a network of one's own to draw, and what it hangs on."""
