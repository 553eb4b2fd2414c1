import superagent from 'superagent';

export async function contentLength(url) {
  try {
    const res = await superagent.head(url);
    return Number(res.headers['content-length']);
  } catch (err) {
    const { status, code, message } = err;
    console.error(
      'superagent.head or the code around it failed:',
      { status, code, message },
    );
    throw err;
  }
}
