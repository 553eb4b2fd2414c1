import superagent from 'superagent';

export async function countItems(url: string): Promise<number> {
  const items = await superagent.get(url).then((res) => res.body.items);
  return items.length;
}
