# What waits to be accepted, and what waits to be read.
# needs: java ss nc
server >/dev/null
client
type_in hello
await_bytes 2 6 "sport = :$port"
show "ss -tan 'sport = :$port'"
tell accept
tell read
show "ss -tan 'sport = :$port'"
