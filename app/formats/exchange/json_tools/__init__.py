"""JSON formats of annotation tools: doccano, Prodigy, Label Studio."""
