import superagent from 'superagent';

export const copy = (url, dest) => superagent.get(url).pipe(dest);
