import superagent from 'superagent';

export async function fetchZip(url: string): Promise<Buffer> {
  try {
    const { body } = await superagent.get(url).buffer(true).parse(superagent.parse['application/octet-stream']);
    return body;
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    if (code === 'ETOOLARGE') {
      console.error('superagent.get was cut off, the response is larger than allowed:', { status, code, message });
    } else {
      console.error('superagent.get failed:', { status, code, message });
    }
    throw err;
  }
}
