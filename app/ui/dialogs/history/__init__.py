"""The history: every step of the project, the article as it was then, and the ways back."""
