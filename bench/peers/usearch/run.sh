#!/usr/bin/env bash
# Runs the usearch peer: run.sh FOLDER DIMENSIONS, with the files that compare writes there. Says on one line what is missing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if ! command -v node >/dev/null || [ ! -d "$here/node_modules/usearch" ]; then
  echo '{"missing":"usearch is not installed: npm ci in bench/peers/usearch, and Node from 20 on"}'
  exit 0
fi
exec node "$here/usearch-peer.mjs" "$@"
