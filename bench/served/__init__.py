"""The pages that the dashboard is measured against: the usual way and the floors."""
