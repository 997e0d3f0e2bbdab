"""Other texts: live replays of a program whose texts are not the recorded ones, judged by what it did."""
