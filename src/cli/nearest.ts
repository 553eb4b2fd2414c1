/** The candidate that the user most likely meant; undefined where none is close. */
function findNearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  const scored = candidates.map((candidate) => ({
    candidate,
    distance: distanceTo(wanted, candidate.toLowerCase()),
  }));
  const best = scored.toSorted((a, b) => a.distance - b.distance)[0];
  if (best === undefined) return undefined;
  return best.distance <= Math.max(2, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
}

/** ` (did you mean "x"?)`, or nothing. */
export function suggest(word: string, candidates: readonly string[]): string {
  const nearest = findNearest(word, candidates);
  return nearest === undefined ? "" : ` (did you mean "${nearest}"?)`;
}

/** Half a rule id (`api-error`, `pusher`) is as close as it gets; a whole one is judged by its letters. */
function distanceTo(word: string, candidate: string): number {
  if (candidate.split("/").includes(word)) return 0;
  const tail = candidate.slice(candidate.indexOf("/") + 1);
  return Math.min(editDistance(word, candidate), editDistance(word, tail) + 1);
}

/** Levenshtein distance, where swapping two neighbours counts as one. */
function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(current, j - 1) + 1, at(previous, j) + 1, at(previous, j - 1) + cost);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) best = Math.min(best, at(older, j - 2) + 1);
      current.push(best);
    }
    older = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
