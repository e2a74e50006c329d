"""Questions of accountability and their answers, each row with its evidence."""
