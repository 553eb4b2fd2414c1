import * as request from 'superagent';

export async function health(): Promise<boolean> {
  const res = await request.get('http://localhost:8080/health');
  return res.ok;
}
