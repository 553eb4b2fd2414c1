import superagent from 'superagent';

export async function saveProfile(id: string, profile: object) {
  try {
    return await superagent.put(`/api/profiles/${id}`).send(profile);
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.put failed:', { status, code, message });
    throw err;
  }
}
