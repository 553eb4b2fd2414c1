/** Does something with each item, so many at once, in their order. The first rejection ends it: no further item is begun. */
export async function forEachAtOnce<T>(
  items: readonly T[],
  concurrency: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const failed = new AbortController();
  const lane = async (): Promise<void> => {
    while (!failed.signal.aborted && next < items.length) {
      const item = items[next++] as T;
      await work(item).catch((error: unknown) => {
        failed.abort();
        throw error;
      });
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(concurrency, items.length) }, lane));
  // What was begun has ended by now, and may have been kept.
  for (const one of lanes) if (one.status === "rejected") throw one.reason;
}
