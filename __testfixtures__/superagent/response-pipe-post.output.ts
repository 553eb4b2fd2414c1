import type { ServerResponse } from 'node:http';
import superagent from 'superagent';

export async function exportCsv(url: string, options: { from: string; to: string }, res: ServerResponse): Promise<void> {
  res.setHeader('content-disposition', 'attachment; filename=export.csv');
  const upstream = superagent.post(url).send(options);
  const fail = (err: Error) => {
    upstream.abort();
    if (res.destroyed || res.writableEnded) return;
    console.error('superagent.post failed:', err.message);
    if (res.headersSent) res.destroy(err);
    else {
      res.statusCode = 502;
      res.end();
    }
  };
  upstream.on('error', fail);
  upstream.on('response', (response) => {
    response.on('error', fail);
    if (!response.ok) fail(new Error(`HTTP ${response.status}`));
  });
  res.on('error', fail);
  res.on('end', () => fail(new Error('truncated body')));
  res.on('close', () => upstream.abort());
  upstream.pipe(res);
}
