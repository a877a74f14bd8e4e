# Every segment of a conversation on the loopback interface.
# needs: java nc ss tcpdump awk sed
server
capture '-n -t -# -c 11' "tcp port $port"
client
tell accept
type_in hello
await_bytes 2 6 "sport = :$port"
await_bytes 3 0 "dport = :$port" # acknowledged, before the answer can carry that
tell read
tell "write you said hello"
await_bytes 3 0 "sport = :$port"
end_of_input
await fin-wait-2 "dport = :$port"
tell close
captured "sed 's/ options [^]]*],//'"
