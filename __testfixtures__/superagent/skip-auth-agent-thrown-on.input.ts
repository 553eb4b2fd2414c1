import superagent from 'superagent';

const agent = superagent.agent();

async function load(url: string): Promise<object> {
  try {
    const res = await agent.get(url);
    return res.body;
  } catch (err) {
    console.error('not loaded', url);
    throw err;
  }
}

load('https://intranet.example.com/news').then(console.log, (err: { status?: number }) => {
  process.exitCode = err.status === 401 ? 2 : 1;
});
