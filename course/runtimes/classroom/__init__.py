"""A class on its own telephones: one process, no kernel, no Jupyter, no way to any file."""
