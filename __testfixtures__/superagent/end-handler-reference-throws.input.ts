import superagent, { type Response } from 'superagent';

const report = (err: Error | null, res: Response): void => {
  if (err) throw err;
  console.log(res.status);
};

export function check(url: string): void {
  superagent.get(url).end(report);
}
