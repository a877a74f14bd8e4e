# The same, as the kernel tells it.
# needs: java nc awk ss
hex() { printf '%04X' "$1"; }
server >/dev/null
client >/dev/null
tell accept >/dev/null
show "printf '%04X\n' $port"
show "awk '/:$(hex "$port") / { print \$2, \$3, \$4, \$5 }' /proc/net/tcp"
show "awk '/:$(hex "$port") / { print \$2, \$3, \$4, \$5 }' /proc/net/tcp6"
