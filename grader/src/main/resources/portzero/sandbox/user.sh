# Becomes "$@" as a user that nobody else is, in a folder that nobody else can enter. $0 holds a folder for each user
# in use, named after the user, with the process that it belongs to in the file "process".
# What was left behind by processes that are gone, running or on disk, is removed first.
umask 022

# One at a time, so that nobody takes for left behind what another has just made. The kernel unlocks for the killed.
exec 9>"$0/lock" && flock 9 || exit 1
for one in "$0"/[0-9]*; do
  process=$(cat "$one/process" 2>/dev/null) || continue
  if [ ! -d "/proc/$process" ]; then
    old=${one##*/}
    # Signals reach only those that this user may end: all others of the same user.
    setpriv --reuid="$old" --regid="$old" --clear-groups sh -c 'kill -9 -1' 2>/dev/null
    mv "$one" "$0/gone-$old-$$"
  fi
done

# Users from 61000 to 64999 belong to nobody, and exist even where a container has only the first 65536.
user=61000
until mkdir "$0/$user" 2>/dev/null; do
  user=$((user + 1))
  if [ "$user" -gt 64999 ]; then
    echo "no user is left for another submission below $0" >&2
    exit 1
  fi
done
echo $$ >"$0/$user/process"
exec 9>&-

# Out of the lock, since a submission may have left a great many files.
rm -rf "$0"/gone-*-$$
mkdir -m 700 "$0/$user/tmp" && chown "$user" "$0/$user/tmp" && cd "$0/$user/tmp" || exit 1

exec setpriv --reuid="$user" --regid="$user" --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all \
  --pdeathsig=KILL env --ignore-environment TMPDIR="$0/$user/tmp" "$@"
