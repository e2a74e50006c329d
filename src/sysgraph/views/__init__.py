"""What people see: tables, text for a terminal, pages."""
