#!/bin/sh
# Stands in for pdftotext: what it does is said by the first line of the "PDF" on standard input.
read -r command
case "$command" in
    print) cat ;;
    arguments) echo "$@" ;;
    encrypted) echo "Command Line Error: Incorrect password" >&2; exit 1 ;;
    damaged) echo "Syntax Error: Couldn't find trailer dictionary" >&2; exit 1 ;;
    hang) exec tail -f /dev/null ;;
    ignore) exec 0<&-; echo "read nothing" ;;
esac
