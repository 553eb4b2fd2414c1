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
  const res = await query(`${index}/_mapping`);
  return res.body[index];
}
