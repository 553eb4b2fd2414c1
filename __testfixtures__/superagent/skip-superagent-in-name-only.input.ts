import mock from 'superagent-mock';
import agentPromise from 'superagent-promise-plugin';

export async function run(): Promise<void> {
  await mock.get('/users');
  await agentPromise.patch('/users');
}
