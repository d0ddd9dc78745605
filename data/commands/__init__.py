"""What ``python -m data`` can do, one module a command."""
