import superagent from 'superagent';

export function print(url: string): void {
  superagent.get(url).end((err, res) => {
    if (err && !res) {
      const { status, code, message } = err;
      console.error('superagent.get failed:', { status, code, message });
      return;
    }
    console.log('status', res.status);
    if (err) console.error(err.message);
  });
}
