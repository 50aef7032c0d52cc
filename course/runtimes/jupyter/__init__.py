"""The course where Jupyter runs: its pages as an extension of Jupyter Server, JupyterLab beside."""
