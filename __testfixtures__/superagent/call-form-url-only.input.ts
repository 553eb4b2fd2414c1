import request from 'superagent';

export async function fetchText(url: string): Promise<string> {
  const res = await request(url);
  return res.text;
}
