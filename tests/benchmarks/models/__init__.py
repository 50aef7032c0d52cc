"""The models against what is published of them, and against the tools one would use instead."""
