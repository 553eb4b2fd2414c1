import superagent from 'superagent';

export function print(url: string): void {
  superagent.get(url).end((err, res) => {
    console.log('status', res.status);
    if (err) console.error(err.message);
  });
}
