"""Who may do what, and what of the records somebody may see.

Others import ``rights``, ``grants`` and ``limits``; none of it knows how somebody signed in.
"""
