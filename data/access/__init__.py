"""Who may do what, and what of the records somebody may see.

Its face: ``rights``, ``grants`` and ``limits``; none of it knows how somebody signed in.
"""
