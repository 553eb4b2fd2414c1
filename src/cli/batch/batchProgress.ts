import type { BatchEvent, Monitor } from "../../batch/monitor.ts";
import type { LedgerEntry } from "../../batch/ledger.ts";
import { openFindings } from "../../batch/jobState.ts";
import { count, duration } from "../../report/layout.ts";
import { visible } from "../../report/visible.ts";
import { wantsProgress, type Io } from "../io.ts";

/** What a person sees of a run while it goes on, on stderr. */
export interface BatchProgress {
  readonly take: (event: BatchEvent) => void;
  readonly clear: () => void;
}

const INTERVAL_MS = 200;
const BAR = 24;

/** A bar at a terminal; elsewhere one line for each job; with `--quiet` only what failed. */
export function createBatchProgress(io: Io, isQuiet: boolean, monitor: Monitor): BatchProgress {
  const hasBar = !isQuiet && wantsProgress(io);
  let isShown = false;
  const clear = (): void => {
    if (isShown) io.err("\r\u001b[2K");
    isShown = false;
  };
  const draw = (): void => {
    clear();
    io.err(barLine(monitor, (io.columns ?? 80) - 1));
    isShown = true;
  };
  const timer = hasBar ? setInterval(draw, INTERVAL_MS) : undefined;
  const say = (line: string): void => {
    clear();
    io.err(`${line}\n`);
  };
  return {
    take: (event) => {
      if (event.type === "finished") {
        const { finished, total } = monitor.snapshot();
        const place = `[${String(finished).padStart(String(total).length)}/${total}]`;
        if (event.entry.status === "failed") say(`${place} ${outcomeLine(event.entry)}`);
        else if (!isQuiet && !hasBar) say(`${place} ${outcomeLine(event.entry)}`);
      } else if (event.type === "notice" && !isQuiet) say(`sadpath: ${event.text}`);
      else if (event.type === "phase" && event.already > 0 && !isQuiet)
        say(`sadpath: ${event.already} done before`);
    },
    clear: () => {
      clearInterval(timer);
      clear();
    },
  };
}

/** A job that has ended, in one line. */
function outcomeLine(entry: LedgerEntry): string {
  const name = visible(entry.name);
  if (entry.status === "failed") return `failed   ${name}: ${entry.stage}: ${visible(entry.reason)}`;
  if (entry.work === "publish") {
    const where =
      entry.pullRequest === undefined ? "" : ` ${entry.pullRequestWas ?? ""} ${visible(entry.pullRequest)}`;
    if (entry.commit === undefined) return `nothing  ${name}: nothing is left to change`;
    return `${entry.pushed ? "pushed  " : "ready   "} ${name}${where}`;
  }
  const { tally, milliseconds } = entry;
  const changes = tally.changed === 0 ? "" : `, ${count(tally.changed, "file")} changed`;
  const broken = tally.failed === 0 ? "" : `, ${count(tally.failed, "file")} failed`;
  return `done     ${name}: ${count(openFindings(tally), "finding")}${changes}${broken} (${duration(milliseconds)})`;
}

function barLine(monitor: Monitor, width: number): string {
  const { phase, total, finished, failed, since, running } = monitor.snapshot();
  const share = total === 0 ? 1 : finished / total;
  const bar = "█".repeat(Math.round(share * BAR)).padEnd(BAR, "░");
  const seconds = (Date.now() - since) / 1000;
  const rate = seconds > 0 ? (finished / seconds) * 60 : 0;
  const left = finished === 0 ? "" : `, ${clock(((total - finished) * seconds) / finished)} left`;
  const names = running.map(({ name, stage }) => `${visible(name)} (${stage})`).join(", ");
  const line = `${phase} ${bar} ${finished}/${total}${failed === 0 ? "" : `, ${failed} failed`}, ${rate.toFixed(0)}/min${left}  ${names}`;
  return line.slice(0, width);
}

/** Seconds as `1:02:03` or `2:03`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = `${String(minutes).padStart(hours > 0 ? 2 : 1, "0")}:${String(rest).padStart(2, "0")}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}
