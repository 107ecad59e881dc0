"""The window of the overview: pictures of the project, painted by ourselves."""
