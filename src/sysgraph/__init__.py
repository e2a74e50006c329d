"""Documents of health and care governance go in; who owns what and who reports to whom comes out, with evidence."""

__version__ = "0.1.0"
