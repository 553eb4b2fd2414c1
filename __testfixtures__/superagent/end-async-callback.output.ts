import superagent from 'superagent';
import { save } from './db';

export function importFeed(url: string): void {
  superagent.get(url).end(async (err, res) => {
    if (err) {
      const { status, code, message } = err;
      console.error('superagent.get failed:', { status, code, message });
      return;
    }
    await save(res.body);
  });
}
