# What transcripts are made of. Run as: bash session.bash SCRIPT, with JAVA and CLASSPATH set, in docs/snippets.
# A step that waits asks for the state itself, again and again; whoever runs this sets the limit.
set -euo pipefail
export PATH="${JAVA%/*}:$PATH" CLASSPATH
work=$(mktemp -d)
port=''

tidy_up() {
  exec 2>/dev/null # whatever the shell may say of jobs that it ends is not part of the session
  # shellcheck disable=SC2046 # one word for each job
  kill $(jobs -p) || true
  rm -rf "$work"
}
trap tidy_up EXIT

# not_here WHY...: this machine cannot show it; the recorded text stays.
not_here() {
  echo "$* The recorded text is shown and not checked."
  exit 77
}

# show COMMAND: a command as typed, and what it prints.
show() {
  echo "\$ $1"
  bash -c "$1" 2>&1 || true
}

# Starts the server of this session; its port is then $port.
server() {
  coproc SERVER { exec java portzero.snippets.seeing.StepServer; }
  local said
  read -r said <&"${SERVER[0]}"
  port=${said##* }
  printf 'server$ java portzero.snippets.seeing.StepServer\n%s\n' "$said"
}

# tell ORDER: types a line into the server, and waits for its answer.
tell() {
  local said
  echo "$1" >&"${SERVER[1]}"
  read -r said <&"${SERVER[0]}"
  printf 'server> %s\n%s\n' "$1" "$said"
}

# Connects nc to the server.
client() {
  mkfifo "$work/keys"
  nc -N 127.0.0.1 "$port" <"$work/keys" >"$work/shown" 2>&1 &
  exec {keys}>"$work/keys"
  echo "client\$ nc -N 127.0.0.1 $port"
  await established "dport = :$port"
}

# type_in TEXT: a line typed into nc.
type_in() {
  echo "client> $1"
  echo "$1" >&"$keys"
}

# The end of the client's input: with -N, nc then shuts its output down.
end_of_input() {
  echo 'client> (Ctrl+D)'
  exec {keys}>&-
}

# await STATE FILTER: until a socket that the filter of ss selects is in that state.
await() {
  until [ -n "$(ss -Htn state "$1" "$2")" ]; do :; done
}

# await_bytes QUEUE N FILTER: until the Recv-Q (2) or Send-Q (3) of an established connection is N.
await_bytes() {
  until [ "$(ss -Htan state established "$3" | awk -v column="$1" '{print $(column - 1)}')" = "$2" ]; do :; done
}

# capture FLAGS FILTER: starts tcpdump on the loopback interface and returns when it is listening. "-c N" must be
# among the flags: that many packets end it.
capture() {
  : >"$work/said" # there before anybody looks into it
  # shellcheck disable=SC2086 # several flags
  tcpdump -i lo $1 -l "$2" >"$work/captured" 2>"$work/said" &
  captor=$! command="tcpdump -i lo $1 '$2'"
  until grep -q 'listening on' "$work/said"; do
    kill -0 "$captor" 2>/dev/null || not_here "tcpdump may not capture here: $(tail -n 1 "$work/said")"
  done
}

# captured [PIPE]: the command that captured, and what it has captured when it ends, both through a pipe.
captured() {
  wait "$captor"
  echo "\$ $command${1:+ | $1}"
  bash -c "cat '$work/captured' | ${1:-cat}"
}

# Ends the server of this session by ending its input, and returns when nobody listens any more.
end_server() {
  echo 'server> (Ctrl+D)'
  eval "exec ${SERVER[1]}>&-"
  until [ -z "$(ss -Htln "sport = :$port")" ]; do :; done
}

# shellcheck source=/dev/null
. "$1"
