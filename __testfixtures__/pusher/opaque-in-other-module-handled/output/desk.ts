import { publish } from './lib/publish';

export async function frontPage(): Promise<void> {
  try {
    await publish('front-page');
  } catch (error) {
    console.error('front page not published');
  }
}

export const sports = () => publish('sports').catch((error: Error) => console.error(error.name));
