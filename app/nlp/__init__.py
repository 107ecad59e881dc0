"""Pre-tagging: natasha behind one function per stage, and rules for all that it does not know."""
