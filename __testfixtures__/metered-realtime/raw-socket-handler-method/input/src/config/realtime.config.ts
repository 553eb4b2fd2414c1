export const realtimeConfig = {
  url: process.env.REALTIME_URL || 'wss://rms.metered.ca/v1',
  key: process.env.REALTIME_KEY!,
};
