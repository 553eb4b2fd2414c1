import superagent from 'superagent';

export async function myAddress() {
  try {
    return `Your address is ${(await superagent.get('https://ip.example.com')).text.trim()}`;
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.get or the code around it failed:', { status, code, message });
    throw err;
  }
}
