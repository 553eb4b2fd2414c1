import superagent from 'superagent';

export async function fetchArchive(url: string): Promise<Buffer> {
  try {
    const res = await superagent.get(url).responseType('arraybuffer');
    return res.body;
  } catch (err) {
    console.error('archive not loaded', url);
    throw err;
  }
}
