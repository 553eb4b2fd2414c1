import superagent from 'superagent';

export class DirectoryError extends Error {}

export async function lookUp(url: string): Promise<object> {
  try {
    const { body } = await superagent.get(url).timeout(1000);
    return body;
  } catch (err) {
    throw new DirectoryError('the directory is not available', { cause: err });
  }
}
