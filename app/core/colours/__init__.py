"""The colours of labels: hues, and how far apart eyes see them."""
