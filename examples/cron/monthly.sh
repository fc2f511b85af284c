#!/bin/sh
# Checks the records and writes last month's reports. It says nothing when all is well, so that cron sends mail only
# when somebody has to act.
#
#     monthly.sh DIRECTORY [YYYY-MM]
#
# Reports that name people go below reports/private/, which git ignores; the one for the public goes below reports/.
set -eu
cd "$1"
month=${2:-$(date -d "$(date +%Y-%m-01) -1 day" +%Y-%m)}
folder=reports/private/$month
public=reports/$month

# Warnings do not stop a report; errors do, and are all printed.
findings=$(bina check --quiet) || { printf '%s\n' "$findings"; exit 1; }

mkdir -p "$folder" "$public"
bina report brief --month "$month" -o "$folder/brief.md"
bina report monthly --month "$month" -o "$folder/monthly.md"
bina report monthly --month "$month" -o "$folder/monthly.json"
bina report monthly --month "$month" --edition public -o "$public/monthly.md"
bina report notice --month "$month" --edition public -o "$public/notice.html"
