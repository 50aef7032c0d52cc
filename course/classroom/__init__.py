"""A class that answers together: rooms, rounds, and sums in which nobody can be picked out.

What is here knows no server and no page: what a room may do next, which answers count, what of
them may be shown, and where they are kept. `course.runtimes.classroom` puts it on a network.
"""
