import superagent from 'superagent';

export async function readPage(url) {
  const { text: html, status } = await superagent.get(url);
  console.log(status, url);
  return html;
}
