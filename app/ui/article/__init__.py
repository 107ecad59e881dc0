"""The article view: a canvas that lays out and paints only what is on screen."""
