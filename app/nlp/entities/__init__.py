"""Entities: names, positions, laws and events with normal forms and links."""
