# Reads relay.env and says what is wrong with it, for render, setup and rotate. Nothing is executed and nothing is
# touched. Needs bash, grep and openssl.

# A to Z are those letters, and nothing that a language sorts between them.
LC_ALL=C

readonly setting_names=(
  TURN_DOMAIN TURN_ADDRESS TURN_PUBLIC_ADDRESS TURN_AUTH TURN_SECRET TURN_REDIS TURN_REDIS_PASSWORD TURN_USER
  TURN_PASSWORD TURN_CERTIFICATE TURN_CERTIFICATE_KEY TURN_PORTS ROOM_CAPACITY
)
problems=()

# read_settings FILE: sets each variable above (an empty text where the file is silent), or ends with every problem.
read_settings() {
  local file=$1 name
  for name in "${setting_names[@]}"; do printf -v "$name" ''; done
  if [[ -r $file ]]; then
    read_lines "$file"
    check_host
    check_access
    check_certificate
  else
    problem "$file can't be read. Copy turn/relay.env.example there and fill it in."
  fi
  ((${#problems[@]} == 0)) && return
  printf '%s\n' "${problems[@]}" >&2
  exit 1
}

problem() { problems+=("$1"); }

# end SENTENCE [STATUS]
end() {
  echo "$1" >&2
  exit "${2:-1}"
}

read_lines() {
  local line number=0
  while IFS= read -r line || [[ -n $line ]]; do
    number=$((number + 1))
    [[ $line =~ ^[[:space:]]*(#.*)?$ ]] && continue
    if [[ ! $line =~ ^([A-Z_]+)=(.*)$ ]]; then
      problem "Line $number of $1 is no NAME=VALUE."
    elif [[ " ${setting_names[*]} " != *" ${BASH_REMATCH[1]} "* ]]; then
      problem "${BASH_REMATCH[1]} is no setting; there are ${setting_names[*]}."
    else
      printf -v "${BASH_REMATCH[1]}" '%s' "$(value_of "${BASH_REMATCH[2]}")"
    fi
  done <"$1"
}

# value_of TEXT: without quotes, comment and the spaces around it; one of them is what Windows ends lines with.
value_of() {
  local rest='[[:space:]]*(#.*)?$'
  [[ $1 =~ ^[[:space:]]*\"([^\"]*)\"$rest ]] || [[ $1 =~ ^[[:space:]]*\'([^\']*)\'$rest ]] ||
    [[ $1 =~ ^[[:space:]]*([^#]*[^#[:space:]])?$rest ]]
  printf '%s' "${BASH_REMATCH[1]:-}"
}

check_host() {
  local label='[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?' words
  [[ $TURN_DOMAIN =~ ^($label\.)+[a-zA-Z]($label)?$ ]] ||
    problem "TURN_DOMAIN is \"$TURN_DOMAIN\"; it should be a name such as turn.example.org."
  read -ra words <<<"$TURN_ADDRESS"
  TURN_IPV4=${words[0]:-} TURN_IPV6=${words[1]:-}
  if ! is_ipv4 "$TURN_IPV4" || ! is_ipv6 "${TURN_IPV6:-2000::}" || ((${#words[@]} > 2)); then
    problem "TURN_ADDRESS is \"$TURN_ADDRESS\"; it should be an IPv4 address of this host, and perhaps an IPv6 one behind it."
  fi
  [[ -z $TURN_PUBLIC_ADDRESS ]] || { is_public_ipv4 "$TURN_PUBLIC_ADDRESS" && [[ $TURN_PUBLIC_ADDRESS != "$TURN_IPV4" ]]; } ||
    problem "TURN_PUBLIC_ADDRESS is \"$TURN_PUBLIC_ADDRESS\"; it should be a public IPv4 address, or nothing without 1:1 NAT."
  : "${TURN_PORTS:=49152-65535}" "${ROOM_CAPACITY:=8}"
  [[ $ROOM_CAPACITY =~ ^([2-9]|1[0-2])$ ]] ||
    problem "ROOM_CAPACITY is \"$ROOM_CAPACITY\"; it should be the Worker's, a whole number from 2 to 12."
  if [[ $TURN_PORTS =~ ^([1-9][0-9]{3,4})-([1-9][0-9]{3,4})$ ]]; then
    TURN_MIN_PORT=${BASH_REMATCH[1]} TURN_MAX_PORT=${BASH_REMATCH[2]}
    # Above the ports it listens on; and a call of eight takes a hundred and more.
    ((TURN_MIN_PORT > 5349 && TURN_MAX_PORT <= 65535 && TURN_MAX_PORT - TURN_MIN_PORT >= 999)) && return
  fi
  problem "TURN_PORTS is \"$TURN_PORTS\"; it should be a range of 1000 ports or more from 5350 to 65535, such as 49152-65535."
}

# An address that another host may reach: not 0.0.0.0, loopback, multicast or broadcast.
is_ipv4() { is_dotted "$1" && [[ ! $1 =~ ^(0|127|22[4-9]|23[0-9]|255)\. ]]; }

# Not one that only a network of its own knows.
is_public_ipv4() { is_ipv4 "$1" && [[ ! $1 =~ ^(10|192\.168|169\.254|172\.(1[6-9]|2[0-9]|3[01])|100\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7]))\. ]]; }

is_dotted() {
  local byte='(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
  [[ $1 =~ ^$byte(\.$byte){3}$ ]]
}

# Roughly: coturn knows the rest. Not ::, ::1, link-local or multicast.
is_ipv6() { [[ $1 =~ ^[0-9a-fA-F:]+$ && $1 == *:*:* && ! $1 =~ ^(::1?$|[fF][eE][89abAB]|[fF][fF]) ]]; }

# What coturn's configuration and the databases take as it is. coturn takes nothing that begins with =.
is_plain() { [[ $1 =~ ^[A-Za-z0-9._~+/-][A-Za-z0-9._~+/=-]*$ ]]; }

is_secret() { is_plain "$1" && ((${#1} >= 32)); }

check_access() {
  : "${TURN_AUTH:=secret}"
  case $TURN_AUTH in
    secret | sqlite | redis)
      is_secret "$TURN_SECRET" ||
        problem "TURN_SECRET has ${#TURN_SECRET} characters; it should have at least 32 letters and digits: openssl rand -hex 32."
      ;;
    user)
      is_plain "$TURN_USER" ||
        problem "TURN_USER is \"$TURN_USER\"; it should be a name of letters and digits, for TURN_AUTH=user."
      # coturn takes what begins with 0x for a key.
      { is_plain "$TURN_PASSWORD" && [[ $TURN_PASSWORD != 0x* && ${#TURN_PASSWORD} -ge 12 ]]; } ||
        problem "TURN_PASSWORD has ${#TURN_PASSWORD} characters; it should have at least 12 letters and digits, for TURN_AUTH=user."
      ;;
    *) problem "TURN_AUTH is \"$TURN_AUTH\"; it should be secret, sqlite, redis or user." ;;
  esac
  [[ $TURN_AUTH == redis ]] || return 0
  # A name would have to be looked up, which the egress guard keeps coturn from doing.
  TURN_REDIS_ADDRESS=${TURN_REDIS%:*} TURN_REDIS_PORT=${TURN_REDIS##*:}
  if ! is_dotted "$TURN_REDIS_ADDRESS" || [[ ! $TURN_REDIS_PORT =~ ^[1-9][0-9]{0,4}$ ]] || ((TURN_REDIS_PORT > 65535)); then
    problem "TURN_REDIS is \"$TURN_REDIS\"; it should be ADDRESS:PORT, such as 10.0.0.5:6379, for TURN_AUTH=redis."
  fi
  is_plain "$TURN_REDIS_PASSWORD" ||
    problem "TURN_REDIS_PASSWORD is empty or has odd characters: whoever reaches this Redis could let anyone in."
}

check_certificate() {
  local key_of_certificate key file
  [[ -z $TURN_CERTIFICATE && -z $TURN_CERTIFICATE_KEY ]] && return
  for file in TURN_CERTIFICATE TURN_CERTIFICATE_KEY; do
    [[ ${!file} == /* && -r ${!file} ]] && continue
    problem "$file is \"${!file}\"; it should be the whole path of a file that can be read. Without TLS, leave both certificate settings empty."
  done
  [[ -r $TURN_CERTIFICATE && -r $TURN_CERTIFICATE_KEY ]] || return 0
  key_of_certificate=$(openssl x509 -in "$TURN_CERTIFICATE" -noout -pubkey 2>/dev/null) ||
    problem "TURN_CERTIFICATE is \"$TURN_CERTIFICATE\", which holds no certificate in PEM."
  key=$(openssl pkey -in "$TURN_CERTIFICATE_KEY" -passin pass: -pubout 2>/dev/null) ||
    problem "TURN_CERTIFICATE_KEY is \"$TURN_CERTIFICATE_KEY\", which holds no key in PEM, or one with a passphrase."
  [[ -n $key && -n $key_of_certificate ]] || return 0
  [[ $key == "$key_of_certificate" ]] ||
    problem "TURN_CERTIFICATE_KEY is \"$TURN_CERTIFICATE_KEY\", which is not the key of $TURN_CERTIFICATE."
  openssl x509 -in "$TURN_CERTIFICATE" -noout -checkhost "$TURN_DOMAIN" | grep -q 'does match' ||
    problem "TURN_CERTIFICATE is \"$TURN_CERTIFICATE\", which is not for $TURN_DOMAIN."
  openssl x509 -in "$TURN_CERTIFICATE" -noout -checkend 0 >/dev/null ||
    problem "TURN_CERTIFICATE is \"$TURN_CERTIFICATE\", which has expired: $(openssl x509 -in "$TURN_CERTIFICATE" -noout -enddate)."
}
