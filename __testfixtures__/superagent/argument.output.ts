import superagent from 'superagent';

export async function printVersion(registry: string, name: string): Promise<void> {
  try {
    console.log((await superagent.get(`${registry}/${name}/latest`)).body.version);
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.get or the code around it failed:', { status, code, message });
    throw err;
  }
}
