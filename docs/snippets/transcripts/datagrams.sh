# One datagram there, and one back.
# needs: java tcpdump sed
side server TracedDatagrams
side client TracedDatagrams
ask server port
port=$said
follow "udp port $port"
call client "send $port hello"
segments 1
call server receive
call server answer
segments 1
call client receive
