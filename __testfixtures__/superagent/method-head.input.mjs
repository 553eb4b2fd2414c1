import superagent from 'superagent';

export async function contentLength(url) {
  const res = await superagent.head(url);
  return Number(res.headers['content-length']);
}
