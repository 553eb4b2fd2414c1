import superagent from 'superagent';

export async function summary(id: string) {
  return {
    id,
    issues: (await superagent.get(`/api/projects/${id}/issues`)).body,
    at: new Date(),
  };
}
