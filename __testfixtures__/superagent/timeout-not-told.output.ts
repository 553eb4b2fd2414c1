import superagent from 'superagent';

export async function price(symbol: string): Promise<number | undefined> {
  try {
    const res = await superagent.get(`https://quotes.example.com/${symbol}`).timeout(5000);
    return res.body.price;
  } catch (err) {
    const failure = err as { timeout?: number; message?: string };
    if (failure.timeout) {
      console.error('superagent.get timed out:', failure.message);
    }
    console.error('no price of', symbol, (err as Error).message);
    return undefined;
  }
}
