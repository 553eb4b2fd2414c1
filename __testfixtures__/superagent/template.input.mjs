import superagent from 'superagent';

export async function myAddress() {
  return `Your address is ${(await superagent.get('https://ip.example.com')).text.trim()}`;
}
