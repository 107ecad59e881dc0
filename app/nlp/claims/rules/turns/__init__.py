"""Rules for the turns of interviews, stenograms and live blogs."""
