import superagent from 'superagent';

export function load(url: string, done: (err: Error | null, body?: object) => void): void {
  superagent.get(url).end((err, { body }) => {
    if (err) {
      done(err);
      return;
    }
    done(null, body);
  });
}
