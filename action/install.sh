#!/usr/bin/env bash
# Installs sadpath and octokit outside of the checkout: its .npmrc, lockfile and node_modules are the pull request's.
set -euo pipefail

version=${SADPATH_VERSION:-}
if [ -z "$version" ]; then
  version=$(node -p 'require(process.argv[1]).version' "$GITHUB_ACTION_PATH/package.json")
fi
case $version in
  *[!0-9A-Za-z.+-]*)
    echo "::error title=sadpath::The input version must be a version or a tag of npm."
    exit 2
    ;;
esac

folder=$RUNNER_TEMP/sadpath
mkdir -p "$folder"
cd "$folder"
npm install --prefix "$folder" --no-save --ignore-scripts --no-audit --no-fund --loglevel=error \
  "sadpath@$version" "octokit@5"
echo "command=$folder/node_modules/.bin/sadpath" >>"$GITHUB_OUTPUT"
