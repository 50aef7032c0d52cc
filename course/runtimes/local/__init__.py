"""The course's pages on the learner's own computer: no kernel, no files, no terminal."""
