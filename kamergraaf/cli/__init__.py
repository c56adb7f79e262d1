"""The command line: one module a command, over types that Python callers use as well."""
