export const RT_HOST = process.env.NEXT_PUBLIC_RT_HOST ?? 'rms.metered.ca';
export const RT_KEY = process.env.NEXT_PUBLIC_RT_KEY ?? '';
export const rtUrl = () => `wss://${RT_HOST}/v1?key=${RT_KEY}`;
