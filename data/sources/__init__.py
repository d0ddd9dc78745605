"""Sources of records that renew themselves: asked, read like a file, compared and taken in.

Its face: ``settings`` (which sources there are), ``standing`` (whose imports count),
``pulling`` and ``errors``. Only ``web`` talks to other hosts.
"""
