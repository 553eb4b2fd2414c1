import superagent from 'superagent';

export async function summary(id: string) {
  try {
    return {
      id,
      issues: (await superagent.get(`/api/projects/${id}/issues`)).body,
      at: new Date(),
    };
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error(
      'superagent.get or the code around it failed:',
      { status, code, message },
    );
    throw err;
  }
}
