"""The middle of the window: article, find bar, banner."""
