"""Names known from lexicons, from the project, from the article itself."""
