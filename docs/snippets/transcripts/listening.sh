# A listener, and the process that has it.
# needs: java ss
server
show "ss -tlnp 'sport = :$port'"
