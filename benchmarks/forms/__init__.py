"""Forms: whole tasks in many toolkits, from a seed, judged by what the program itself then held."""
