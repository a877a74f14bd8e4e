# The same, with netstat.
# needs: java nc netstat ss
server >/dev/null
client >/dev/null
tell accept >/dev/null
show "netstat -tan | grep -E 'Proto|:$port'"
