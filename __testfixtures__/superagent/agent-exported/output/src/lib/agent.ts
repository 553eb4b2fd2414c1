import superagent from 'superagent';

export const agent = superagent.agent();

export const base = 'https://intranet.example.com';
