import superagent from 'superagent';

interface Rate {
  base: string;
  rates: Record<string, number>;
}

export async function latestRates(base: string): Promise<Rate> {
  const { body } = await superagent.get('https://rates.example.com/latest').query({ base });
  return body as Rate;
}
