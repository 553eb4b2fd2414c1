#!/usr/bin/env bash
# Brings the comment up to date. A run without findings writes no new one.
set -euo pipefail

options=(--name "$SADPATH_COMMENT_NAME")
if ! grep -q '^| ' "$SADPATH_FOLDER/report.md"; then options+=(--only-update); fi
"$SADPATH_COMMAND" github-comment "$SADPATH_FOLDER/report.md" "${options[@]}"
