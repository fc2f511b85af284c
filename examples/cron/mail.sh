#!/bin/sh
# Sends each person who has something to do one letter about it. Who has no address, and what names nobody, is printed, so
# that cron tells it to the personnel officer; when nothing is due nothing is sent.
#
#     mail.sh DIRECTORY [YYYY-MM-DD]
#
# The letters lie below reports/private/, which git ignores, until the next run makes them anew.
set -eu
cd "$1"
day=${2:-$(date +%Y-%m-%d)}

bina mail --as-of "$day" --within 14d -o reports/private/mail
for letter in reports/private/mail/*.eml; do
    if [ -f "$letter" ]; then sendmail -t <"$letter"; fi
done
