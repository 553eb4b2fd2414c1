export async function reportCrash(url: string, stack: string): Promise<void> {
  const { default: superagent } = await import('superagent');
  try {
    await superagent.post(url).send({ stack });
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.post failed:', { status, code, message });
    throw err;
  }
}
