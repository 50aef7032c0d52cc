"""The law that the course leans on: the register of it, and how a text cites it."""
