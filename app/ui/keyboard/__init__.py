"""From a physical key press to an action."""
