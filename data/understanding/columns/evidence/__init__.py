"""What the judgement of a column rests on, and why somebody is asked about one."""
