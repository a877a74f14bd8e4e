# The same, process by process.
# needs: java nc lsof ss
server >/dev/null
client >/dev/null
tell accept >/dev/null
show "lsof -nP -a -c java -iTCP:$port"
show "lsof -nP -a -c nc -iTCP:$port"
