import superagent from 'superagent';

export function loadPicture(url: string): Promise<Buffer | undefined> {
  return superagent
    .get(url)
    .responseType('blob')
    .then(
      (res) => res.body as Buffer,
      (error) => {
        if (error.code === 'ETOOLARGE') {
          console.error(
            'superagent.get was cut off, the response is larger than allowed:',
            error.message,
          );
        }
        console.error('picture not loaded:', error.message);
        return undefined;
      },
    );
}
