# A SYN to a port that nobody listens on.
# needs: java nc ss tcpdump
server >/dev/null
capture "-n -t -c 2" "tcp port $port"
end_server >/dev/null
show "nc -nvz 127.0.0.1 $port"
captured
