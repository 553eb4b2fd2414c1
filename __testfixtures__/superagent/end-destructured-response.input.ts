import superagent from 'superagent';

export function showMotd(write: (text: string) => void): void {
  superagent.get('https://api.example.com/motd').end((_err, { text }) => {
    write(text);
  });
}
