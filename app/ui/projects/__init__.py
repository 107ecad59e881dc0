"""Projects and long work: open, close, save, import, export, back up."""
