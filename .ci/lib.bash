# What the scripts beside this file have in common; to be sourced.
# shellcheck shell=bash

# Tests that need these fail where they are missing, instead of being skipped.
export PORTZERO_REQUIRE=sandbox,browser,interop

now() { date +%s; }

lacks() { ! command -v "$1" >/dev/null 2>&1; }

# What the tests of the sandbox, of the pages, of captures, of the notes' programs and with foreign clients need; the build fetches everything else.
install_tools() {
  local packages=()
  if lacks bwrap; then packages+=(bubblewrap); fi
  if lacks prlimit || lacks setpriv || lacks flock; then packages+=(util-linux); fi
  if lacks chromium; then packages+=(chromium); fi
  if lacks chromedriver; then packages+=(chromium-driver); fi
  if ! nc -h 2>&1 | grep -q OpenBSD; then packages+=(netcat-openbsd); fi
  if lacks socat; then packages+=(socat); fi
  if lacks python3; then packages+=(python3); fi
  if lacks cc; then packages+=(gcc libc6-dev); fi
  if lacks ss; then packages+=(iproute2); fi
  if lacks netstat; then packages+=(net-tools); fi
  if lacks lsof; then packages+=(lsof); fi
  if lacks curl; then packages+=(curl); fi
  if lacks tcpdump; then packages+=(tcpdump); fi
  if lacks tshark; then packages+=(tshark); fi
  if lacks awk; then packages+=(mawk); fi
  if [ ${#packages[@]} = 0 ]; then
    echo "Nothing is missing."
  elif [ "$(id -u)" != 0 ] || lacks apt-get; then
    echo "Missing, and this is not root or has no apt-get: ${packages[*]}; install them if tests fail below."
  else
    apt-get -qq update &&
      DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${packages[@]}"
  fi
}

major() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }

# The newest JDK from 21 on under /usr/lib/jvm; nothing if there is none.
newer_jdk() {
  local jdk version newest='' highest=20
  for jdk in /usr/lib/jvm/*/; do
    version=$(major "$jdk" || true)
    if [ -x "$jdk/bin/javac" ] && [ "${version:-0}" -gt "$highest" ]; then
      newest=${jdk%/} highest=$version
    fi
  done
  echo "$newest"
}

# The day's share of the labs, one in N, as modules of solutions/, with commas between them; after N days each had its turn.
solutions_of_the_day() {
  local all=(solutions/lab*/) n=$1 i modules=''
  for ((i = 10#$(date +%j) % n; i < ${#all[@]}; i += n)); do
    modules+=,${all[i]%/}
  done
  echo "${modules#,}"
}
