import superagent from 'superagent';

export async function countItems(url: string): Promise<number> {
  try {
    const items = await superagent.get(url).then((res) => res.body.items);
    return items.length;
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
}
