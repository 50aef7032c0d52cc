"""An organisation of one's own, without anybody's name: what it looks like, and what it hangs on.

All of it is plain Python with networkx, so that it runs in a browser too.
"""
