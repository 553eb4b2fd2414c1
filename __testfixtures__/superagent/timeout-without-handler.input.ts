import superagent from 'superagent';

export async function load(url: string): Promise<object> {
  const res = await superagent.get(url).timeout({ response: 5000 });
  return res.body;
}
