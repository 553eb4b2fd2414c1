import superagent from 'superagent';

const agent = superagent.agent();

export function load(url: string, signIn: () => void): void {
  agent.get(url).end((err, res) => {
    if (err) {
      if (err.response && [401, 403].includes(err.response.status)) signIn();
      else console.error('not loaded:', err.message);
      return;
    }
    console.log(res.body);
  });
}
