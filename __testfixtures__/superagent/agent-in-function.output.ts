import superagent from 'superagent';

export async function scrapeStatement(user: string, pin: string): Promise<string> {
  const session = superagent.agent();
  try {
    await session.post('https://bank.example.com/login').type('form').send({ user, pin });
    const page = await session.get('https://bank.example.com/statement');
    return page.text;
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    if (status === 401 || status === 403) {
      console.error(
        'agent.post or agent.get was refused, the session may have expired:',
        { status, code, message },
      );
    } else {
      console.error('agent.post or agent.get failed:', { status, code, message });
    }
    throw err;
  }
}
