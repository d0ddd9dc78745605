"""What only the browser can do for a screen: small scripts of their own, each behind a function.

Others import all of it.
"""
