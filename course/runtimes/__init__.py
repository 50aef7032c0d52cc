"""Where a session meets a screen: a local server's pages, a notebook. Each is thin."""
