# Puts files where they belong, for setup and prepare.

# keep FILE MODE [GROUP]: puts standard input there and names the file, if that changes anything.
keep() {
  mkdir -p "$(dirname "$1")"
  cat >"$1.new"
  if cmp -s "$1.new" "$1"; then
    rm "$1.new"
    return
  fi
  [[ -z ${3:-} ]] || chgrp "$3" "$1.new"
  chmod "$2" "$1.new"
  mv "$1.new" "$1"
  echo "$1"
}
