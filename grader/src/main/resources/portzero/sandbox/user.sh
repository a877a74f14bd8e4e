# Becomes "$@" as a user that nobody else is, in a folder that nobody else can enter. $0 holds a folder for each user
# in use, named after the user, with the process that it belongs to in the file "process".
# What was left behind by processes that are gone, running or on disk, is removed first; "gone" says who does it.
umask 022
for one in "$0"/[0-9]*; do
  process=$(cat "$one/process" 2>/dev/null) || continue
  if [ ! -d "/proc/$process" ] && mkdir "$one/gone" 2>/dev/null; then
    old=${one##*/}
    # Signals reach only those that this user may end: all others of the same user.
    setpriv --reuid="$old" --regid="$old" --clear-groups sh -c 'kill -9 -1' 2>/dev/null
    rm -rf "$one"
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
mkdir -m 700 "$0/$user/tmp" && chown "$user" "$0/$user/tmp" && cd "$0/$user/tmp" || exit 1
echo $$ >"$0/$user/process"

exec setpriv --reuid="$user" --regid="$user" --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all \
  --pdeathsig=KILL env --ignore-environment TMPDIR="$0/$user/tmp" "$@"
