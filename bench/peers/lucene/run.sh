#!/usr/bin/env bash
# Runs the Lucene peer: run.sh FOLDER, with the files that compare writes there. Says on one line what is missing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jars=$(ls /usr/share/java/lucene-core-8.*.jar /usr/share/java/lucene-analyzers-common-8.*.jar 2>/dev/null | paste -sd: -)
if ! command -v java >/dev/null || [ -z "$jars" ]; then
  echo '{"missing":"Lucene 8 is not installed: apt-get install liblucene8-java, and a Java from 17 on"}'
  exit 0
fi
exec java -Xmx6g -cp "$jars" "$here/LucenePeer.java" "$1"
