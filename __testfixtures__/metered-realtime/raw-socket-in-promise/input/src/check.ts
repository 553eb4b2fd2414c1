export function checkKey(key: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = new WebSocket(`wss://rms.metered.ca/v1?key=${key}`);
    probe.onopen = () => { resolve(true); probe.close(); };
    probe.onerror = () => resolve(false);
  });
}
