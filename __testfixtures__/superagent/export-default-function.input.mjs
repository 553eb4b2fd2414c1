import superagent from 'superagent';

export default async function assertReachable(url) {
  await superagent.head(url).redirects(0);
}
