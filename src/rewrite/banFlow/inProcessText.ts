import { DOCS } from "./coreText.ts";

/** The back end of a project without a database or a queue that is known. */
export const IN_PROCESS_TEXT = `
const bans = new Map⟨<string, string>⟩();
const timers = new Map⟨<string, ReturnType<typeof setTimeout>>⟩();

function later(key⟨: string⟩, milliseconds⟨: number⟩, work⟨: () => Promise<void>⟩)⟨: void⟩ {
  if (timers.has(key)) return;
  const timer = setTimeout(() => {
    timers.delete(key);
    void work();
  }, milliseconds);
  timer.unref();
  timers.set(key, timer);
}

function cancel(key⟨: string⟩)⟨: void⟩ {
  for (const name of ['again-' + key, 'retry-' + key]) {
    clearTimeout(timers.get(name));
    timers.delete(name);
  }
}

function retry(key⟨: string⟩, userId⟨: string⟩, count⟨: number⟩, ban⟨?: string⟩)⟨: void⟩ {
  const base = Math.min(times.retry * 2 ** (count - 1), 3_600_000);
  later(key, base / 2 + (Math.random() * base) / 2, () => work(key, userId, count, ban));
}

async function work(key⟨: string⟩, userId⟨: string⟩, count⟨: number⟩, ban⟨?: string⟩)⟨: Promise<void>⟩ {
  const error = await attempt(userId);
  // Unbanned meanwhile: nothing is left to do.
  if (!error || bans.get(userId) !== ban) return;
  if (error.kind === 'retry' && count < MAX_ATTEMPTS) retry(key, userId, count + 1, ban);
  else report(userId, error.message);
}

${DOCS.blockInMemory}
export async function block(userId⟨: string⟩)⟨: Promise<void>⟩ {
  checkUserId(userId);
  const ban = bans.get(userId) ?? randomUUID();
  bans.set(userId, ban);
  later('again-' + ban, times.authWindow, () => work('again-' + ban, userId, 1, ban));
}

${DOCS.unblock}
export async function unblock(userId⟨: string⟩)⟨: Promise<void>⟩ {
  const ban = bans.get(userId);
  bans.delete(userId);
  if (ban !== undefined) cancel(ban);
}

${DOCS.isBlocked}
export async function isBlocked(userId⟨: string⟩)⟨: Promise<boolean>⟩ {
  // A numeric id of untyped code means the same user.
  return bans.has(String(userId));
}

${DOCS.terminate}
export async function terminate(userId⟨: string⟩)⟨: Promise<'done' | 'queued'>⟩ {
  checkUserId(userId);
  const ban = bans.get(userId);
  const key = ban ?? userId;
  later('again-' + key, times.authWindow, () => work('again-' + key, userId, 1, ban));
  const error = await attempt(userId);
  if (!error) return 'done';
  if (error.kind !== 'retry') {
    cancel(key);
    report(userId, error.message);
    throw error;
  }
  retry('retry-' + key, userId, 1, ban);
  return 'queued';
}
`;
