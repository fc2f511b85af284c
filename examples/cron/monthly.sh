#!/bin/sh
# Checks the records and writes last month's reports. It says nothing when all is well, so that cron sends mail only
# when somebody has to act.
#
#     monthly.sh DIRECTORY [YYYY-MM]
#
# The reports name people, so they go below reports/private/, which git ignores.
set -eu
cd "$1"
month=${2:-$(date -d "$(date +%Y-%m-01) -1 day" +%Y-%m)}
folder=reports/private/$month

# Warnings do not stop a report; errors do, and are all printed.
findings=$(bina check --quiet) || { printf '%s\n' "$findings"; exit 1; }

mkdir -p "$folder"
bina report brief --month "$month" -o "$folder/brief.md"
bina report monthly --month "$month" -o "$folder/monthly.md"
bina report monthly --month "$month" -o "$folder/monthly.json"
