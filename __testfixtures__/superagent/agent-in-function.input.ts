import superagent from 'superagent';

export async function scrapeStatement(user: string, pin: string): Promise<string> {
  const session = superagent.agent();
  await session.post('https://bank.example.com/login').type('form').send({ user, pin });
  const page = await session.get('https://bank.example.com/statement');
  return page.text;
}
