# A listener and both ends of one connection.
# needs: java ss nc
server
client
tell accept
show "ss -tan 'sport = :$port'"
show "ss -tan 'dport = :$port'"
