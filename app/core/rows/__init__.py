"""What all rows have in common: base class, copies, packing."""
