"""Where the records are kept: a file of DuckDB with its copies, or a server of PostgreSQL.

Their face is ``duckdb_file.StoreFile`` and ``postgres.StoreServer``, which ``data.store`` opens.
"""
