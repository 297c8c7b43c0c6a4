#!/bin/sh
# Two instances of the service over one PostgreSQL: one is killed (kill -9) in the middle of a solve, and the other one
# finishes it from the last checkpoint. Build first: mvn -pl api -am -DskipTests verify
#
#   SPRING_DATASOURCE_URL       an empty PostgreSQL database to use, with SPRING_DATASOURCE_USERNAME and _PASSWORD;
#                               without it the PostgreSQL of the tests is started, from the local Maven repository
#   PEOPLE                      people of the synthetic programme, default 2000
#   TIME_LIMIT                  time of the solve, ISO 8601, default PT60S
#   PORT                        port of the first instance, default 18081; the second has the next one
set -eu

people=${PEOPLE:-2000}
limit=${TIME_LIMIT:-PT60S}
port=${PORT:-18081}
api=$(CDPATH='' cd -P "$(dirname "$0")/.." && pwd)
jar=$api/target/muster.jar
java=${MUSTER_JAVA_HOME:+$MUSTER_JAVA_HOME/bin/}java
work=$(mktemp -d)
password=two-instances-$$-demonstration
first='' second='' postgres=''

say() { printf '%s  %s\n' "$(date -u +%H:%M:%S)" "$*"; }
die() {
    say "$@" >&2
    exit 1
}
cleanup() {
    for process in $first $second $postgres; do
        kill "$process" 2>/dev/null || true
    done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 1' INT TERM

[ -f "$jar" ] || die "there is no $jar; build first: mvn -pl api -am -DskipTests verify"

# Field NAME of the JSON on standard input, wherever it is: ids, numbers and words only.
field() { sed -n 's/.*"'"$1"'" *: *"\{0,1\}\([^",}]*\).*/\1/p' | head -n 1; }
call() { curl -sS -u "administrator:$password" -H 'Content-Type: application/json' "$@"; }

if [ -z "${SPRING_DATASOURCE_URL:-}" ]; then
    repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
    jars=$(find "$repository/io/zonky/test" "$repository/org/tukaani/xz" -name '*.jar' 2>/dev/null | tr '\n' ':')
    mkfifo "$work/stop"
    "$java" -cp "$api/target/test-classes:$api/target/lib/*:$jars" io.muster.api.service.support.PostgresMain \
        <"$work/stop" >"$work/postgres.url" 2>"$work/postgres.log" &
    postgres=$!
    exec 9>"$work/stop"
    while [ ! -s "$work/postgres.url" ]; do
        kill -0 "$postgres" 2>/dev/null || { cat "$work/postgres.log" >&2; die "PostgreSQL did not start"; }
        sleep 0.2
    done
    SPRING_DATASOURCE_URL=$(head -n 1 "$work/postgres.url")
    SPRING_DATASOURCE_USERNAME=postgres
fi
export SPRING_DATASOURCE_URL SPRING_DATASOURCE_USERNAME
export MUSTER_ACCESS_INITIALPASSWORD="$password"
say "one database: PostgreSQL"

# Starts an instance on a port; its process id is in \$started.
start() {
    "$java" -Xmx1g -jar "$jar" serve --port "$1" --home "$work/home-$1" >"$work/$1.out" 2>"$work/$1.log" 9>&- &
    started=$!
    until grep -q 'Muster is at' "$work/$1.out"; do
        kill -0 "$started" 2>/dev/null || { tail -n 5 "$work/$1.log" >&2; die "the instance on port $1 did not start"; }
        sleep 0.2
    done
    say "an instance is ready: process $started, port $1"
}
start "$port"
first=$started
start "$((port + 1))"
second=$started
at=http://localhost:$port
other=http://localhost:$((port + 1))

data=$(call "$at/v1/data-sets?name=Demonstration" \
    -d '{"sample": {"programme": "nmfl-phase-2", "people": '"$people"', "seed": 1}}' | field dataSetId)
[ -n "$data" ] || die "the data set was refused"
until [ "$(call "$at/v1/data-sets/$data/revisions/1" | field state)" = READY ]; do sleep 0.5; done
say "a data set of $people people is ready: $data"

asked=$(call "$at/v1/plans" -d '{"dataSetId": "'"$data"'", "timeLimit": "'"$limit"'", "seed": 1}')
plan=$(printf '%s' "$asked" | field id)
job=$(printf '%s' "$asked" | field jobId)
[ -n "$plan" ] || die "the plan was refused: $asked"
say "a solve of $limit is asked for: $plan, $job"

# One line on the job, asked from the instance whose address is given.
look() {
    view=$(call "$1/v1/jobs/$job")
    state=$(printf '%s' "$view" | field state)
    attempt=$(printf '%s' "$view" | field attempt)
    instance=$(printf '%s' "$view" | field instance)
    kept=$(printf '%s' "$view" | field resumable)
    say "job $state, attempt $attempt, instance $instance, $(printf '%s' "$view" | field phase)" \
        "$(printf '%s' "$view" | field fraction), checkpoint: $kept -" \
        "$(printf '%s' "$view" | sed -n 's/.*"detail" *: *"\([^"]*\)".*/\1/p')"
}

# Long enough for a second checkpoint.
look "$at"
until [ "$kept" = true ]; do
    sleep 2
    look "$at"
done
for _ in 1 2 3 4 5 6; do
    sleep 2
    look "$at"
done

victim=${instance%%@*}
if [ "$victim" = "$first" ]; then
    at=$other
    first=''
else
    second=''
fi
kill -9 "$victim"
say "kill -9 $victim: the instance that solved is gone"
sleep 1
look "$at"
[ "$state" = RUNNING ] || die "the job should not be shown as over"

until [ "$state" = DONE ] || [ "$state" = FAILED ]; do
    sleep 2
    look "$at"
done
[ "$state" = DONE ] && [ "$attempt" -gt 1 ] || die "the other instance did not finish the job"
result=$(call "$at/v1/plans/$plan")
say "the plan is $(printf '%s' "$result" | sed -n 's/.*"plan" *: *{[^}]*"state" *: *"\([A-Z]*\)".*/\1/p'):" \
    "$(printf '%s' "$result" | field booked) of $(printf '%s' "$result" | field requirements) booked, cost" \
    "$(printf '%s' "$result" | field costPence) pence, $(printf '%s' "$result" | field wallSeconds) s of work in all"
