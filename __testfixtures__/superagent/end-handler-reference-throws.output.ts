import superagent, { type Response } from 'superagent';

const report = (err: Error | null, res: Response): void => {
  if (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.get failed:', { status, code, message });
    return;
  }
  console.log(res.status);
};

export function check(url: string): void {
  superagent.get(url).end(report);
}
