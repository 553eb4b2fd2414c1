import superagent from 'superagent';
import { save } from './db';

export function importFeed(url: string): void {
  superagent.get(url).end(async (err, res) => {
    await save(res.body);
  });
}
