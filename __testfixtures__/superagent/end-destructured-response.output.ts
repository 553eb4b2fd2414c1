import superagent from 'superagent';

export function showMotd(write: (text: string) => void): void {
  superagent.get('https://api.example.com/motd').end((_err, res) => {
    if (_err) {
      const { status, code, message } = _err;
      console.error('superagent.get failed:', { status, code, message });
      return;
    }
    const { text } = res;
    write(text);
  });
}
