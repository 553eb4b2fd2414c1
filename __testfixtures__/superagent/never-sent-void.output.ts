import superagent from 'superagent';

export async function warm(url: string): Promise<void> {
  void superagent.get(url);
}
