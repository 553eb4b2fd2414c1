import superagent from 'superagent';

async function readManifest(url: string): Promise<{ version: string }> {
  const res = await superagent.get(url);
  return res.body;
}

export async function printVersion(url: string): Promise<void> {
  try {
    const manifest = await readManifest(url);
    console.log(manifest.version);
  } catch (error) {
    console.error('no manifest at', url);
  }
}
