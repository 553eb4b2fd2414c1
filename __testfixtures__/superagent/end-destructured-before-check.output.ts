import superagent from 'superagent';

export function load(url: string, done: (err: Error | null, body?: object) => void): void {
  superagent.get(url).end((err, res) => {
    if (err) {
      done(err);
      return;
    }
    const { body } = res;
    done(null, body);
  });
}
