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
  local said
  until start_server && is_fresh; do
    eval "exec ${SERVER[1]}>&-"
    wait "$server_pid"
  done
  printf 'server$ java portzero.snippets.seeing.StepServer\n%s\n' "$said"
}

start_server() {
  coproc SERVER { exec java portzero.snippets.seeing.StepServer; }
  server_pid=$SERVER_PID
  read -r said <&"${SERVER[0]}"
  port=${said##* }
}

# Whether no connection has to do with $port yet: one of any program may be in TIME-WAIT, and would be shown.
is_fresh() { [ -z "$(ss -Htn state connected "sport = :$port or dport = :$port")" ]; }

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
  capture_to "$work/captured" "$1" "$2"
  command="tcpdump -i lo $1 '$2'"
  await_captor
}

capture_to() {
  : >"$work/said" # there before anybody looks into it
  # shellcheck disable=SC2086 # several flags
  tcpdump -i lo $2 -l "$3" >"$1" 2>"$work/said" &
  captor=$!
}

await_captor() {
  until grep -q 'listening on' "$work/said"; do
    kill -0 "$captor" 2>/dev/null || grep -q 'listening on' "$work/said" || # it may have begun and ended since the last look
      not_here "tcpdump may not capture here: $(tail -n 1 "$work/said")"
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

# What follows is for recordings that the notes draw as a sequence: calls, segments and states in their order. Each call
# is made only when the segments of the last one have been seen, acknowledgements included.

declare -A orders answers sent

# side NAME CLASS: starts a program that takes orders, as one side of the conversation.
side() {
  mkfifo "$work/$1.orders" "$work/$1.answers"
  java "portzero.snippets.seeing.$2" <"$work/$1.orders" >"$work/$1.answers" 2>&1 &
  local to from
  exec {to}>"$work/$1.orders" {from}<"$work/$1.answers"
  orders[$1]=$to answers[$1]=$from
}

# ask SIDE ORDER: gives a side an order; its answer is then $said.
ask() {
  echo "$2" >&"${orders[$1]}"
  read -r said <&"${answers[$1]}"
}

# call SIDE ORDER: has a side make a call, and tells it.
call() {
  ask "$1" "$2"
  echo "$1: ${said%%|*}"
}

# listen SIDE: has a side listen, and tells it; its port is then $port.
listen() {
  local told
  until ask "$1" listen && told=$said && ask "$1" port && port=$said && is_fresh; do :; done
  echo "$1: $told"
}

# Starts a client and a server for TCP, has the server listen, and follows its port.
both_sides() {
  side server TracedSide
  side client TracedSide
  listen server
  follow "tcp port $port"
}

# outcome SIDE: what came of the last call, where that is to be told behind its segments.
outcome() {
  echo "$1: ${said#*|}"
}

# follow FILTER: starts tcpdump on the loopback interface, for segments.
follow() {
  mkfifo "$work/wire"
  capture_to "$work/wire" '-n -t --immediate-mode' "$1"
  exec {wire}<"$work/wire"
  await_captor
}

# segments N: waits for the next N packets and tells them without their options. A segment of TCP that is sent a second
# time, because this machine was slow, does not count.
segments() {
  local line left=$1
  while [ "$left" -gt 0 ]; do
    read -r line <&"$wire"
    line=$(sed 's/ options [^]]*],//' <<<"$line")
    if [[ $line != *Flags* || -z ${sent[$line]-} ]]; then
      sent[$line]=yes
      left=$((left - 1))
      echo "$line"
    fi
  done
}

# states CLIENT SERVER: waits until the kernel shows the client and the server in these states, and tells them. A side
# without a socket is CLOSED.
states() {
  in_state "$1" "dport = :$port"
  in_state "$2" "sport = :$port"
  printf 'client is %s\nserver is %s\n' "$1" "$2"
}

in_state() {
  if [ "$1" = CLOSED ]; then
    until [ -z "$(ss -Htn state connected "$2")" ]; do :; done
  else
    await "${1,,}" "$2"
  fi
}

# shellcheck source=/dev/null
. "$1"
