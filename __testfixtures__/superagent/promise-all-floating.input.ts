import superagent from 'superagent';

export function broadcast(hooks: string[], text: string): void {
  Promise.all(hooks.map((hook) => superagent.post(hook).send({ text }))).then(() =>
    console.log('sent to', hooks.length),
  );
}
