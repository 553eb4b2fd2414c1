import superagent from 'superagent';

export async function withSpinner(spinner: { stop(): void }, url: string, data: object): Promise<void> {
  try {
    await superagent.post(url).send(data);
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.post failed:', { status, code, message });
    throw err;
  } finally {
    spinner.stop();
  }
}
