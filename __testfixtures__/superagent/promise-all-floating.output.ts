import superagent from 'superagent';

export function broadcast(hooks: string[], text: string): void {
  Promise.all(hooks.map((hook) => superagent.post(hook).send({ text }))).then(() =>
    console.log('sent to', hooks.length),
  ).catch((err: unknown) => {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.post or the code around it failed:', { status, code, message });
  });
}
