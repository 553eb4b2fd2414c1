import superagent from 'superagent';

export async function currentTemperature(city: string): Promise<number> {
  const res = await superagent.get('https://api.weather.example.com/now').query({ city });
  return res.body.main.temp;
}
