"""Dates, seasons and periods by compiled rules, with ISO values."""
