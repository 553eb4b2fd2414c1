import superagent from 'superagent';

export async function withSpinner(spinner: { stop(): void }, url: string, data: object): Promise<void> {
  try {
    await superagent.post(url).send(data);
  } finally {
    spinner.stop();
  }
}
