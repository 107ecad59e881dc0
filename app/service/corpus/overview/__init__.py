"""The overview of a project: pictures of its counts, and random samples."""
