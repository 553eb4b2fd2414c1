import superagent from 'superagent';

export async function fetchImage(url: string): Promise<Buffer | 'too large' | undefined> {
  try {
    const res = await superagent.get(url).buffer(true).maxResponseSize(5_000_000);
    return res.body;
  } catch (err) {
    if ((err as { code?: string }).code === 'ETOOLARGE') return 'too large';
    console.error('image not loaded:', (err as { status?: number }).status);
    return undefined;
  }
}
