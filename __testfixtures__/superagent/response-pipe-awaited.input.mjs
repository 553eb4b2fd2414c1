import superagent from 'superagent';

export async function copy(url, dest) {
  const res = await superagent.get(url);
  res.pipe(dest);
}
