import { finished } from 'node:stream';
import superagent from 'superagent';

export function copy(url, dest) {
  const req = superagent.get(url).timeout({ response: 5000, deadline: 60000 });
  const fail = (err) => { req.abort(); dest.destroy(err); };
  req.on('error', fail);
  req.on('response', (res) => {
    res.on('error', fail);
    if (!res.ok) fail(new Error(`HTTP ${res.status}`));
  });
  dest.on('end', () => { if (!dest.writableEnded) fail(new Error('truncated body')); });
  finished(dest, (err) => {
    if (err) { fail(); console.error('download failed:', err.message); }
  });
  req.pipe(dest);
}
