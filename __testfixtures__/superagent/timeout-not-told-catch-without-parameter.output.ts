import superagent from 'superagent';

export async function isUp(url: string): Promise<boolean> {
  try {
    await superagent.get(url).timeout(1000);
    return true;
  } catch (err) {
    const { timeout, message } = err as { timeout?: number; message?: string };
    if (timeout) {
      console.error('superagent.get timed out:', message);
    }
    return false;
  }
}
