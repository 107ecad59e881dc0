"""Character classes of invisible characters, blanks and combining marks.

Each is the inside of a class of a regular expression.
"""

UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe0e\ufe0f\ufeff"
"""Characters without a shape: soft hyphens, joiners, marks of direction."""

ODD_BLANK = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
BLANK = " " + ODD_BLANK

MARK = "\u0300-\u036f"
"""Marks that hang on the letter before them: stress, the breve of a decomposed й."""
