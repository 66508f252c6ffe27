# The secrets that coturn looks up each time somebody asks for an allocation: in SQLite, or in a Redis that several hosts
# share. Call read_settings first. Needs sqlite3, or redis-cli for TURN_AUTH=redis.

readonly secret_set=turn/realm/earshot/secret

# Secrets go through standard input: a command line can be read by everyone on the host.
sqlite() { sqlite3 -batch -cmd '.timeout 5000' "$1/secrets/secrets.sqlite"; }
redis() { REDISCLI_AUTH=$TURN_REDIS_PASSWORD redis-cli -e -h "$TURN_REDIS_ADDRESS" -p "$TURN_REDIS_PORT" "$@"; }

# make_database FOLDER: coturn looks into one in any case, and lets nobody in when it can't.
make_database() {
  # In WAL mode it can read while a secret is added; in the other modes it would refuse whoever comes at that moment.
  sqlite "$1" >/dev/null <<<'pragma journal_mode = wal;
    create table if not exists turn_secret (
      realm varchar(127) default "", value varchar(127), primary key (realm, value));'
}

# add_secret FOLDER SECRET
add_secret() {
  case $TURN_AUTH in
    sqlite) sqlite "$1" <<<"insert or ignore into turn_secret values ('earshot', '$2');" ;;
    redis) printf %s "$2" | redis -x SADD "$secret_set" >/dev/null ;;
  esac
}

# keep_only FOLDER SECRET: removes every other one, also what another host may have added to the same Redis.
keep_only() {
  local other others
  case $TURN_AUTH in
    sqlite) sqlite "$1" <<<"delete from turn_secret where value <> '$2';" ;;
    redis)
      others=$(redis SMEMBERS "$secret_set")
      for other in $others; do
        [[ $other == "$2" ]] || printf %s "$other" | redis -x SREM "$secret_set" >/dev/null
      done
      ;;
  esac
}

# keep_secret FOLDER: makes TURN_SECRET the one that counts; during a rotation, one of two.
keep_secret() {
  local count
  case $TURN_AUTH in
    sqlite)
      add_secret "$1" "$TURN_SECRET"
      [[ -e $1/rotation ]] || keep_only "$1" "$TURN_SECRET"
      ;;
    redis)
      count=$(redis SCARD "$secret_set")
      if ((count == 0)); then
        add_secret "$1" "$TURN_SECRET"
      elif [[ $(printf %s "$TURN_SECRET" | redis -x SISMEMBER "$secret_set") == 0 ]]; then
        # What is there counts, or this would bring back what another host has removed.
        echo 'TURN_SECRET is none of those in Redis: put the one there that the Worker has; turn/rotate changes it.' >&2
      fi
      ;;
    *) sqlite "$1" <<<'delete from turn_secret;' ;;
  esac
}
