import superagent from 'superagent';

export async function printVersion(registry: string, name: string): Promise<void> {
  console.log((await superagent.get(`${registry}/${name}/latest`)).body.version);
}
