export function bind(channel) {
  channel.subscribe("x", () => {});
  channel.publish("y", {});
}
