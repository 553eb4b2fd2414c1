import superagent from 'superagent';

export async function decode(url, context) {
  try {
    const { body } = await superagent.get(url).responseType('arraybuffer');
    return await context.decodeAudioData(body);
  } catch (e) {
    if (e.code === 'ETOOLARGE') {
      console.error(
        'superagent.get was cut off, the response is larger than allowed:',
        e.message,
      );
    }
    console.warn('no sound:', e.message);
  }
}
