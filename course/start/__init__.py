"""How the course starts: which Python runs it, its own environment, and the command line."""
