import superagent from 'superagent';

export async function price(symbol: string): Promise<number | undefined> {
  try {
    const res = await superagent.get(`https://quotes.example.com/${symbol}`).timeout(5000);
    return res.body.price;
  } catch (err) {
    if ((err as { timeout?: number }).timeout) {
      console.error('superagent.get timed out:', (err as Error).message);
    }
    console.error('no price of', symbol, (err as Error).message);
    return undefined;
  }
}
