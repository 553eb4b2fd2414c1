export function check(key: string, keyIsValid: (ok: boolean) => void): void {
  const probe = new WebSocket(`wss://rms.metered.ca/v1?key=${key}`);
  probe.onopen = () => {
    keyIsValid(true);
    probe.close();
  };
  probe.onclose = (event) => console.log(event.code);
}
