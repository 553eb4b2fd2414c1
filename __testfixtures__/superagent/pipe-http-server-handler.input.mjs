import superagent from 'superagent';

// http.createServer((req, res) => relay(url, req, res))
export function relay(url, req, res) {
  res.setHeader('x-relayed', req.method ?? 'GET');
  const upstream = superagent.get(url);
  upstream.pipe(res);
}
