import { agent, base } from './lib/agent';

export async function login(user: string, password: string): Promise<void> {
  await agent.post(`${base}/login`).type('form').send({ user, password });
}
