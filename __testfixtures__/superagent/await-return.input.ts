import superagent from 'superagent';

export async function saveProfile(id: string, profile: object) {
  return await superagent.put(`/api/profiles/${id}`).send(profile);
}
