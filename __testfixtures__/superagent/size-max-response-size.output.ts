import superagent from 'superagent';

export async function preview(url: string): Promise<string> {
  try {
    const res = await superagent.get(url).maxResponseSize(1024 * 1024);
    return res.text.slice(0, 280);
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    if (code === 'ETOOLARGE') {
      console.error(
        'superagent.get was cut off, the response is larger than allowed:',
        message,
      );
    }
    console.error('no preview of', url);
    return '';
  }
}
