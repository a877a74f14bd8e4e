# Is anybody there? With a listener, and without.
# needs: java nc curl ss
nc -h 2>&1 | grep -q OpenBSD || not_here "nc is not that of OpenBSD, which prints other words."
server
show "nc -nvz 127.0.0.1 $port"
end_server
show "nc -nvz 127.0.0.1 $port"
show "curl -s http://127.0.0.1:$port/; echo exit code \$?"
