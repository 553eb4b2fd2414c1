import superagent from 'superagent';

export function loadPicture(url: string): Promise<Buffer | undefined> {
  return superagent
    .get(url)
    .responseType('blob')
    .then(
      (res) => res.body as Buffer,
      (error) => {
        console.error('picture not loaded:', error.message);
        return undefined;
      },
    );
}
