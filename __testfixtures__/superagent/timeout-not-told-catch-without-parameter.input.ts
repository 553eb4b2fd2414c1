import superagent from 'superagent';

export async function isUp(url: string): Promise<boolean> {
  try {
    await superagent.get(url).timeout(1000);
    return true;
  } catch {
    return false;
  }
}
