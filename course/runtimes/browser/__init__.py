"""The course in a browser alone: the same session in a worker, answers kept on the device."""
