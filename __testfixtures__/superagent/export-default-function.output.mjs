import superagent from 'superagent';

export default async function assertReachable(url) {
  try {
    await superagent.head(url).redirects(0);
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.head failed:', { status, code, message });
    throw err;
  }
}
