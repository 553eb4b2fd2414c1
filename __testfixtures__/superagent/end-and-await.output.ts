import superagent from 'superagent';

export async function load(url: string): Promise<void> {
  const req = superagent.get(url);
  req.end((err) => {
    if (err) console.error('load failed:', err.message);
  });
  const res = await req;
  console.log(res.body);
}
