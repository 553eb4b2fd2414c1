import superagent from 'superagent';

export async function decode(url, context) {
  try {
    const { body } = await superagent.get(url).responseType('arraybuffer');
    return await context.decodeAudioData(body);
  } catch (e) {
    console.warn('no sound:', e.message);
  }
}
