"""Who hands a file over, and from where: title, source, contact, logo, address, date of making.

Its face: ``imprint`` and ``logo``.
"""
