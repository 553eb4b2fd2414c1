import superagent from 'superagent';

export async function loadAll(urls: string[]): Promise<string[]> {
  try {
    const pages = await Promise.all(urls.map((url) => superagent.get(url)));
    return pages.map((page) => page.text);
  } catch (err) {
    console.error('not all loaded');
    return [];
  }
}
