# The client goes first; the server takes its time.
# needs: java ss nc
server >/dev/null
client
tell accept
end_of_input
await fin-wait-2 "dport = :$port"
show "ss -tan 'sport = :$port or dport = :$port' | grep WAIT | sort"
tell close
await time-wait "dport = :$port"
show "ss -tano 'sport = :$port or dport = :$port' | grep WAIT"
