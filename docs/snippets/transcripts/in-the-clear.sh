# What anybody on the way can read.
# needs: java nc ss tcpdump grep
server >/dev/null
capture '-A -c 1' "tcp dst port $port and tcp[tcpflags] & tcp-push != 0"
client
type_in 'user alice, password swordfish'
captured "grep -ao 'user.*'"
