import type { ServerResponse } from 'node:http';
import superagent from 'superagent';

export async function exportCsv(url: string, options: { from: string; to: string }, res: ServerResponse): Promise<void> {
  const exported = await superagent.post(url).send(options);
  res.setHeader('content-disposition', 'attachment; filename=export.csv');
  exported.pipe(res);
}
