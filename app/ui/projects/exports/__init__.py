"""What goes out of a project: exports, their preview, prints."""
