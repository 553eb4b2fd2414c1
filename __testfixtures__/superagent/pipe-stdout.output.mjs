import superagent from 'superagent';

export function cat(url) {
  new Promise((resolve, reject) => {
    const request = superagent.get(url);
    const fail = (err) => {
      reject(err);
      request.abort();
    };
    request.on('error', fail);
    request.on('response', (res) => {
      res.on('error', fail);
      if (!res.ok) fail(new Error(`HTTP ${res.status}`));
    });
    process.stdout.on('error', fail);
    request.on('end', resolve);
    request.pipe(process.stdout);
  }).catch((err) => {
    console.error('superagent.get failed:', err.message);
  });
}
