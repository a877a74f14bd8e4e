# The client ends its direction, and gets its answer all the same.
# needs: java ss tcpdump sed
both_sides >/dev/null
{
  call client "connect $port"
  segments 3
  call server accept
} >/dev/null
states ESTABLISHED ESTABLISHED
call client 'write question'
segments 2
call client shutdownOutput
segments 2
states FIN-WAIT-2 CLOSE-WAIT
call server read
call server read
call server 'write answer'
segments 2
call client read
call server close
segments 2
states TIME-WAIT CLOSED
call client read
call client close
