import superagent = require('superagent');

export async function loadConfig(url: string): Promise<object> {
  const res = await superagent.get(url);
  return res.body;
}
