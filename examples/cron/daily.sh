#!/bin/sh
# Writes the calendar of what is due in the next three months, and prints the list of the next seven days when something
# is late. It says nothing when nothing is, so that cron sends mail only when somebody has to act.
#
#     daily.sh DIRECTORY [YYYY-MM-DD]
#
# The calendar names people, so it goes below reports/private/, which git ignores.
set -eu
cd "$1"
day=${2:-$(date +%Y-%m-%d)}

mkdir -p reports/private
bina due --as-of "$day" --within 90d -o reports/private/due.ics
late=$(bina due --as-of "$day" --within 7d --fail) || { printf '%s\n' "$late"; exit 1; }
