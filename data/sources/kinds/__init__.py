"""The kinds of sources that renew themselves, each with its way of asking and its pages of rows."""
