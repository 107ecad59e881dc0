"""Long work in other processes: importing, tagging, exporting."""
