# sh write.sh FILE [LINE...]: writes a file of these lines, and makes the folders that lead to it.
set -eu
mkdir -p "$(dirname "$1")"
file=$1
shift
for line in "$@"; do printf '%s\n' "$line"; done > "$file"
