import * as cheerio from 'cheerio';
import superagent from 'superagent';

export async function headlines(url: string): Promise<string[]> {
  try {
    const page = await superagent.get(url).set('User-Agent', 'Mozilla/5.0').redirects(2);
    const $ = cheerio.load(page.text);
    return $('h2.title')
      .map((_i, node) => $(node).text())
      .get();
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.get or the code around it failed:', { status, code, message });
    throw err;
  }
}
