import superagent from 'superagent';

export async function locate(ip: string): Promise<string> {
  const { body } = await superagent.get(`https://geo.example.com/${ip}`);
  return body.country;
}
