export async function reportCrash(url: string, stack: string): Promise<void> {
  const { default: superagent } = await import('superagent');
  await superagent.post(url).send({ stack });
}
