"""What commands do in the window: panels, prompts, search, clipboard, help."""
