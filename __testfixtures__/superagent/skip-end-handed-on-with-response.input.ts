import superagent from 'superagent';

type Done = (err: Error | null, status?: number) => void;

export function remove(url: string, done: Done): void {
  superagent.delete(url).end((err, res) => done(err ?? null, res?.status));
}
