#!/usr/bin/env bash
# Runs sadpath, writes all its reports, and appends the summary. The exit code is an output: the last step uses it.
set -uo pipefail

folder=$RUNNER_TEMP/sadpath-report
rm -rf "$folder"
mkdir -p "$folder"

options=(--format github --safety "$SADPATH_SAFETY" --fail-on "$SADPATH_FAIL_ON")
for report in markdown=report.md html=report.html json=report.json sarif=report.sarif diff=changes.patch; do
  options+=(--report "${report%%=*}=$folder/${report#*=}")
done

since=$SADPATH_SINCE
if [ -z "$since" ] && [ -n "$SADPATH_BASE_REF" ]; then since=origin/$SADPATH_BASE_REF; fi
if [ -n "$since" ] && [ "$since" != all ]; then options+=("--since=$since"); fi
if [ -n "$SADPATH_BASELINE" ]; then options+=("--baseline=$SADPATH_BASELINE"); fi

paths=()
while IFS= read -r path; do
  if [ -n "$path" ]; then paths+=("$path"); fi
done <<<"$SADPATH_PATHS"

"$SADPATH_COMMAND" fix "${options[@]}" -- ${paths[@]+"${paths[@]}"}
status=$?

has_report=false
if [ -f "$folder/report.md" ]; then
  has_report=true
  cat "$folder/report.md" >>"$GITHUB_STEP_SUMMARY"
elif [ -n "$since" ]; then
  echo "::notice title=sadpath::To compare with $(printf %s "${since//[^a-zA-Z0-9\/._-]/}"), the checkout needs its history: actions/checkout with fetch-depth 0."
fi
{
  echo "exit-code=$status"
  echo "has-report=$has_report"
  echo "folder=$folder"
} >>"$GITHUB_OUTPUT"
