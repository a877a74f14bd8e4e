# A close that resets the connection.
# needs: java ss tcpdump sed
both_sides >/dev/null
call client "connect $port"
segments 3
states ESTABLISHED ESTABLISHED
call server accept
call server setSoLinger
call server close
segments 1
states CLOSED CLOSED
call client read
