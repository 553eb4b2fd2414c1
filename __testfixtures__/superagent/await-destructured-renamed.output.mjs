import superagent from 'superagent';

export async function readPage(url) {
  try {
    const { text: html, status } = await superagent.get(url);
    console.log(status, url);
    return html;
  } catch (err) {
    const { status, code, message } = err;
    console.error(
      'superagent.get or the code around it failed:',
      { status, code, message },
    );
    throw err;
  }
}
