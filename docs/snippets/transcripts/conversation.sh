# A whole conversation over TCP, from the handshake to the orderly end.
# needs: java ss tcpdump sed
both_sides
call client "connect $port"
segments 3
states ESTABLISHED ESTABLISHED
call server accept
call client 'write hello'
segments 2
call server read
call server 'write hello'
segments 2
call client read
call client close
segments 2
call server read
call server close
segments 2
states TIME-WAIT CLOSED
