# A connection to a port that nobody listens on.
# needs: java tcpdump sed
side nobody NobodyListens
side client TracedSide
ask nobody tcp
port=$said
follow "tcp port $port"
call client "connect $port"
segments 2
outcome client
