"""What ``python -m geo`` can do, one module a command."""
