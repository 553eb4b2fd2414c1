import superagent from 'superagent';

export async function load(id: string): Promise<object> {
  try {
    const res = await superagent.get(`/api/pages/${id}`);
    return res.body;
  } catch (error) {
    const { status, code, message } = error as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.get failed:', { status, code, message });
    throw error;
  }
}

export async function loadOrEmpty(id: string): Promise<object> {
  try {
    const res = await superagent.get(`/api/pages/${id}`);
    return res.body;
  } catch (error) {
    console.error('page not loaded', id);
    return {};
  }
}
