import superagent from 'superagent';

export const fetchFeed = async (url: string) => (await superagent.get(url).buffer(true)).text;
