import superagent from 'superagent';

export async function isUp(url: string): Promise<boolean> {
  try {
    await superagent.get(url).timeout(1000);
    return true;
  } catch (err) {
    if ((err as { timeout?: number }).timeout) {
      console.error('superagent.get timed out:', (err as Error).message);
    }
    return false;
  }
}
