"""`python -m sysgraph` is the command line."""

from sysgraph.cli import main

main()
