import { get, post } from 'superagent';

export async function copyItem(from: string, to: string): Promise<void> {
  const item = (await get(from)).body;
  await post(to).send(item);
}
