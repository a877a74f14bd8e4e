#!/usr/bin/env bash
# Measures `./lab grade` against `mvn -o -q clean test` on each submission, on this machine, one right after the
# other. Needs Linux, a JDK, Maven, bwrap, and to have run `mvn verify` once, so that Maven has all it needs offline.
set -euo pipefail

usage() {
  cat <<'END'
Usage: grader/bench/grade-against-maven.sh [N] [--sample K] [--mixed] [--keep]
  N           submissions to grade, 1 or more; default 40
  --sample K  run Maven on K of them only, and scale; default: on all
  --mixed     a class that makes mistakes; default: right solutions only
  --keep      keep the class, the Maven projects and the results, and say where
END
}

count=40 sample='' mixed=false keep=false
while [ $# -gt 0 ]; do
  case $1 in
    --sample) sample=${2:?"--sample needs a number"} && shift ;;
    --mixed) mixed=true ;;
    --keep) keep=true ;;
    -h | --help) usage && exit 0 ;;
    [1-9]*) count=$1 ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done
sample=${sample:-$count}
if ! [[ $count =~ ^[0-9]+$ && $sample =~ ^[1-9][0-9]*$ ]] || [ "$sample" -gt "$count" ]; then
  echo "N and K must be whole numbers with 1 <= K <= N, but were $count and $sample." >&2
  exit 2
fi

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
lab=$home/labs/lab02-echo
solutions=$home/solutions/lab02-echo
package=portzero/echo
work=$(mktemp -d "${TMPDIR:-/tmp}/portzero-bench.XXXXXX")
if $keep; then echo "Everything is kept in $work"; else trap 'rm -rf "$work"' EXIT; fi
mkdir "$work/class" "$work/maven"

# ---------------------------------------------------------------------------------------------- the class

right=("$solutions/src/main/java/$package" "$solutions"/alternatives/*/)
wrong=("$solutions"/mistakes/*/)

# A submission is a whole solution, or the reference with a mistake's files over it. A comment makes each unique.
make_class() {
  local i name specimens=("${right[@]}")
  $mixed && specimens+=("${wrong[@]}")
  for ((i = 0; i < count; i++)); do
    name=$(printf 'student-%04d' "$i")
    mkdir "$work/class/$name"
    cp "${right[0]}"/Echo*.java "$work/class/$name/"
    cp "${specimens[i % ${#specimens[@]}]}"/Echo*.java "$work/class/$name/"
    echo "// $name" >>"$work/class/$name/EchoServer.java"
  done
}

# A plain Maven project, as a course would have it: no static analysis, nothing but compiling and testing.
make_project() {
  local project=$work/maven/$1
  mkdir -p "$project/src/main/java/$package" "$project/src/test/java"
  cp "$lab/src/main/java/$package"/*.java "$project/src/main/java/$package/"
  cp "$work/class/$1"/*.java "$project/src/main/java/$package/"
  cp -r "$lab/src/test/java/." "$lab/src/hidden/java/." "$project/src/test/java/"
  pom >"$project/pom.xml"
}

version() { sed -n "s:.*<$1.version>\(.*\)</$1.version>.*:\1:p" "$home/pom.xml"; }

plugin() {
  echo "<plugin><artifactId>maven-$1-plugin</artifactId><version>$2</version></plugin>"
}

dependency() {
  echo "<dependency><groupId>$1</groupId><artifactId>$2</artifactId><version>$3</version><scope>$4</scope>${5:-}</dependency>"
}

pom() {
  local kit=$home/labs/testkit/target/testkit-0.1.0-SNAPSHOT.jar
  cat <<END
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>class</groupId>
  <artifactId>submission</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    $(dependency org.jspecify jspecify "$(version jspecify)" provided)
    $(dependency org.junit.jupiter junit-jupiter "$(version junit)" test)
    $(dependency org.assertj assertj-core "$(version assertj)" test)
    $(dependency portzero testkit 1 system "<systemPath>$kit</systemPath>")
  </dependencies>
  <build><plugins>
    $(plugin clean 3.5.0)
    $(plugin resources 3.3.1)
    $(plugin compiler "$(version compiler)")
    $(plugin surefire "$(version surefire)")
  </plugins></build>
</project>
END
}

# ---------------------------------------------------------------------------------------------- measuring

# Runs a command; leaves wall seconds in $wall and processor seconds, all descendants included, in $cpu.
# Workers and submissions are killed when they are done with, and the processor time of an orphan is lost to
# times(2). In a process namespace of their own nobody is orphaned; making one takes root.
measure() {
  local real user sys namespace=()
  [ "$(id -u)" = 0 ] && namespace=(unshare --pid --fork --mount-proc --kill-child)
  local TIMEFORMAT='%R %U %S'
  { time "${namespace[@]}" "$@" >"$work/log" 2>&1 </dev/null || code=$?; } 2>"$work/time"
  read -r real user sys <"$work/time"
  wall=$real
  cpu=$(calculate "$user + $sys")
}

calculate() { awk "BEGIN { printf \"%.2f\", $1 }"; }

fail() {
  tail -n 30 "$work/log" >&2
  echo "$1" >&2
  exit 1
}

grade() {
  code=0
  measure "$home/lab" grade "$work/class" --lab echo --out "$work/results-$1"
  [ "$code" = 0 ] || fail "./lab grade ended with exit code $code; its last lines are above."
}

maven() {
  code=0
  measure mvn -o -q -B -f "$work/maven/$1/pom.xml" clean test
  if [ "$code" != 0 ] && ! $mixed; then
    fail "Maven failed on $1, a right solution; its last lines are above."
  fi
}

# rate SECONDS SUBMISSIONS: submissions a minute
rate() { calculate "60 * $2 / $1"; }

row() { printf '%-34s %9.1f s %12.1f /min %12.2f s CPU each\n' "$1" "$2" "$(rate "$2" "$3")" "$(calculate "$4 / $3")"; }

"$home/lab" list >/dev/null # builds the grader and the test kit where they are missing
[ -f "$home/labs/testkit/target/testkit-0.1.0-SNAPSHOT.jar" ] || (cd "$home" && mvn -q -B -DskipTests -pl labs/testkit -am package)
make_class
mapfile -t students < <(cd "$work/class" && printf '%s\n' * | awk -v n="$count" -v k="$sample" 'int(NR * k / n) > int((NR - 1) * k / n)')
for student in "${students[@]}"; do make_project "$student"; done

echo "$(date -u +%F), $(nproc) processors, JDK $("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')," \
  "$(mvn -v | sed -n '1{s/\x1b\[[0-9;]*m//g; s/ (.*//; p}')"
echo "$count submissions, $($mixed && echo 'right and wrong ones' || echo 'all right'); Maven runs on ${#students[@]} of them"
[ "$(id -u)" = 0 ] || echo "Not root: processor time lacks what was spent by workers and submissions that were killed."
echo

(cd "$work/maven/${students[0]}" && mvn -q -B clean test >/dev/null 2>&1) || true # fetches what is missing
grade first && first=$wall first_cpu=$cpu
row "./lab grade, before Maven" "$first" "$count" "$first_cpu"
maven_wall=0 maven_cpu=0
for student in "${students[@]}"; do
  maven "$student"
  maven_wall=$(calculate "$maven_wall + $wall") maven_cpu=$(calculate "$maven_cpu + $cpu")
done
row "mvn -o -q clean test, each" "$maven_wall" "${#students[@]}" "$maven_cpu"
grade second && second=$wall second_cpu=$cpu
row "./lab grade, after Maven" "$second" "$count" "$second_cpu"

grade_each=$(calculate "($first + $second) / 2 / $count")
maven_each=$(calculate "$maven_wall / ${#students[@]}")
cpu_ratio=$(calculate "($maven_cpu / ${#students[@]}) / (($first_cpu + $second_cpu) / 2 / $count)")
echo
echo "A submission takes Maven $maven_each s and the grader $grade_each s: the grader is" \
  "$(calculate "$maven_each / $grade_each") times as fast. Maven takes $cpu_ratio times its processor time."
