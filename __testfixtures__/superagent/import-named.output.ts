import { get, post } from 'superagent';

export async function copyItem(from: string, to: string): Promise<void> {
  try {
    const item = (await get(from)).body;
    await post(to).send(item);
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error(
      'superagent.get or superagent.post failed:',
      { status, code, message },
    );
    throw err;
  }
}
