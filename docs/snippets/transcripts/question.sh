# What one question costs over TCP: the client's calls, and all that crosses.
# needs: java ss tcpdump sed
both_sides >/dev/null
call client "connect $port"
segments 3
call server accept >/dev/null
call client 'write hello'
segments 2
call server read >/dev/null
call server 'write hello' >/dev/null
segments 2
call client read
call client close
segments 2
call server close >/dev/null
segments 2
