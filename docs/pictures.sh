#!/bin/sh
# Takes the pictures of docs/pictures from the demo programme: 23,000 people, solved, repaired and published in a browser by
# the test that goes from end to end. Takes some minutes.
set -eu
root=$(CDPATH='' cd -P "$(dirname "$0")/.." && pwd)
taken=$root/target/pictures
rm -rf "$taken"
"$root/muster" verify -q -Pnightly -pl api -am -Dtest=EndToEndTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dpostgresql.skip -Djacoco.skip -Dmuster.e2e.pictures="$taken"
mkdir -p "$root/docs/pictures"
for name in home solving person abstraction timetable replan; do
    cp "$taken/$name.png" "$root/docs/pictures/$name.png"
done
