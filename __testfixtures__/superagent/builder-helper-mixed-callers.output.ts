import superagent from 'superagent';

function query(path: string) {
  return superagent.get(`http://localhost:9200/${path}`);
}

export async function count(index: string): Promise<number> {
  try {
    const res = await query(`${index}/_count`);
    return res.body.count;
  } catch (error) {
    console.error('no count of', index);
    return 0;
  }
}

export async function mapping(index: string): Promise<object> {
  try {
    const res = await query(`${index}/_mapping`);
    return res.body[index];
  } catch (error) {
    const { status, code, message } = error as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('query failed:', { status, code, message });
    throw error;
  }
}
