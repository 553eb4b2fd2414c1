import superagent from 'superagent';

export async function preview(url: string): Promise<string> {
  try {
    const res = await superagent.get(url).maxResponseSize(1024 * 1024);
    return res.text.slice(0, 280);
  } catch (error) {
    console.error('no preview of', url);
    return '';
  }
}
