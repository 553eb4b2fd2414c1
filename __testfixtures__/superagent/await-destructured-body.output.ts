import superagent from 'superagent';

interface Rate {
  base: string;
  rates: Record<string, number>;
}

export async function latestRates(base: string): Promise<Rate> {
  try {
    const { body } = await superagent.get('https://rates.example.com/latest').query({ base });
    return body as Rate;
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
}
