import superagent from 'superagent';

export async function load(id: string): Promise<object> {
  const res = await superagent.get(`/api/pages/${id}`);
  return res.body;
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
