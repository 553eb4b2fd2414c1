import superagent from 'superagent';

export const signUp = (email: string) => superagent.post('/api/signups').send({ email });
