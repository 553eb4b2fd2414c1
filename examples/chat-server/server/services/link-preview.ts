import superagent from 'superagent';

export interface LinkPreview {
  title: string;
  image: string | null;
}

/** What a link in a message looks like, from the preview service. */
export async function previewOf(url: string): Promise<LinkPreview> {
  const { body } = await superagent
    .get('https://previews.example.com/v1/preview')
    .query({ url })
    .timeout(2500);
  return { title: body.title, image: body.image ?? null };
}
