"""Value matrix: live replays with other values, each judged by what the program then wrote."""
