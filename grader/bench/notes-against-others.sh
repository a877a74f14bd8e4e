#!/usr/bin/env bash
# Measures `./lab notes` against MkDocs, Jekyll and Hugo on the same pages, on this machine, in turn. Needs a JDK and
# Debian's packages of the three.
set -euo pipefail

usage() {
  cat <<'END'
Usage: grader/bench/notes-against-others.sh [PAGES] [--rounds N] [--only "TOOL …"] [--keep]
  PAGES       pages of each site, 1 to 9999; default 100
  --rounds N  how often each tool runs; default 5
  --only      some of the tools: lab hugo jekyll mkdocs; default: all
  --keep      keep the pages and the sites, and say where
END
}

pages=100 rounds=5 tools='lab hugo jekyll mkdocs' keep=false
while [ $# -gt 0 ]; do
  case $1 in
    --rounds) rounds=${2:?"--rounds needs a number"} && shift ;;
    --only) tools=${2:?"--only needs names of tools"} && shift ;;
    --keep) keep=true ;;
    -h | --help) usage && exit 0 ;;
    [1-9]*) pages=$1 ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done
if ! [[ $pages =~ ^[1-9][0-9]{0,3}$ && $rounds =~ ^[1-9][0-9]*$ ]]; then
  echo "PAGES must be a number from 1 to 9999 and N one from 1, but were $pages and $rounds." >&2
  exit 2
fi

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
missing=()
for tool in $tools; do
  case $tool in
    lab) ;;
    hugo | jekyll | mkdocs) command -v "$tool" >/dev/null || missing+=("$tool") ;;
    *) usage >&2 && exit 2 ;;
  esac
done
if [ ${#missing[@]} -gt 0 ]; then
  echo "Missing: ${missing[*]}. Install with: apt-get install ${missing[*]}; or choose others with --only." >&2
  exit 3
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/portzero-bench.XXXXXX")
if $keep; then echo "Everything is kept in $work"; else trap 'rm -rf "$work"' EXIT; fi

# ---------------------------------------------------------------------------------------------- the tools

version() {
  case $1 in
    lab) echo "./lab on JDK $("$java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')" ;;
    hugo) hugo version | sed 's/^hugo v\([^ ]*\).*/Hugo \1/' ;;
    jekyll) jekyll --version | sed 's/^jekyll/Jekyll/' ;;
    mkdocs) mkdocs --version | sed 's/^mkdocs, version \([^ ]*\).*/MkDocs \1/' ;;
  esac
}

# build TOOL: makes its whole site in $work/out/TOOL, from nothing
build() {
  local out=$work/out/$1
  case $1 in
    lab) "$home/lab" notes --notes "$work/lab" --out "$out" ;;
    hugo) hugo --quiet --ignoreCache -s "$work/hugo" -d "$out" ;;
    jekyll) jekyll build --quiet --disable-disk-cache -s "$work/jekyll" -d "$out" ;;
    mkdocs) mkdocs --quiet build --clean -f "$work/mkdocs/mkdocs.yml" -d "$out" ;;
  esac
}

# A site counts only if it has every page, and on one in the middle the others of its part and coloured code.
check() {
  local out=$work/out/$1 listed=$((pages < 40 ? pages - 1 : 39)) page part
  page=$(find "$out" -name "$(printf 'page-%04d.html' $(((pages + 1) / 2)))")
  if [ "$(find "$out" -name 'page-*.html' | wc -l)" != "$pages" ]; then
    part='all pages'
  elif [ "$(grep -c 'href="[^"]*page-[0-9]*\.html"' "$page")" -lt "$listed" ]; then
    part='the navigation'
  elif ! grep -q '<span class="[a-z]*">' "$page"; then
    part='colours in code'
  else
    return 0
  fi
  echo "The site that $1 made lacks $part; --keep keeps it." >&2
  exit 1
}

# ---------------------------------------------------------------------------------------------- measuring

# Runs a tool from nothing; leaves a line "TOOL WALL CPU" in $work/times.
measure() {
  local TIMEFORMAT='%R %U %S' real user sys
  rm -rf "$work/out/$1"
  { time build "$1" >"$work/log" 2>&1 </dev/null || code=$?; } 2>"$work/time"
  if [ "$code" != 0 ]; then
    tail -n 20 "$work/log" >&2
    echo "$1 ended with exit code $code; its last lines are above." >&2
    exit 1
  fi
  read -r real user sys <"$work/time"
  echo "$1 $real $(awk "BEGIN { print $user + $sys }")" >>"$work/times"
}

# column TOOL N: the figures of a tool in that column of $work/times, sorted
column() { awk -v tool="$1" -v n="$2" '$1 == tool { print $n }' "$work/times" | sort -n; }

median() { awk '{ a[NR] = $1 } END { print (a[int((NR + 1) / 2)] + a[int(NR / 2) + 1]) / 2 }'; }

row() {
  printf '%-28s %8.2f %8.2f %8.2f s %8.2f s CPU %8.1f MB\n' "$(version "$1")" "$(column "$1" 2 | head -n 1)" \
    "$(column "$1" 2 | median)" "$(column "$1" 2 | tail -n 1)" "$(column "$1" 3 | median)" \
    "$(du -sk "$work/out/$1" | awk '{ print $1 / 1024 }')"
}

"$home/lab" --version >/dev/null # builds the grader where it is missing
"$java" "$home/grader/bench/Pages.java" "$pages" "$work"
cp -r "$home"/grader/bench/sites/* "$work"

echo "$(date -u +%F), $(nproc) processors; $pages pages, each tool $rounds times in turn; load before $(cut -d ' ' -f 1 /proc/loadavg)"
code=0
for tool in $tools; do measure "$tool" && check "$tool"; done # to have all files in memory; not counted
: >"$work/times"
for ((round = 0; round < rounds; round++)); do
  for tool in $tools; do measure "$tool"; done
done
printf '\n%-28s %8s %8s %8s\n' '' min median max
for tool in $tools; do row "$tool"; done
