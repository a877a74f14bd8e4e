# A datagram from a connected socket to a port that nobody listens on.
# needs: java tcpdump sed
side nobody NobodyListens
side client TracedDatagrams
ask nobody udp
port=$said
follow "udp port $port or icmp[30:2] = $port" # of the message, the port that the lost datagram was for
call client "connect $port"
call client "send $port x"
segments 2
call client receive
