"""Pictures: what is drawn, as data (``picture``, ``shapes``), and hands that draw with matplotlib.

A page draws the same data by itself; whoever only says what is drawn loads no matplotlib.
"""
