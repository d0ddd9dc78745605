"""Sources of records that renew themselves: asked, read like a file, compared and taken in.

Others import ``settings`` (which sources there are), ``standing`` (whose imports count),
``pulling`` and ``errors``. Only ``web`` talks to other hosts.
"""
