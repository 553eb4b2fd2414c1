import superagent from 'superagent';

export async function currentTemperature(city: string): Promise<number> {
  try {
    const res = await superagent.get('https://api.weather.example.com/now').query({ city });
    return res.body.main.temp;
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
}
