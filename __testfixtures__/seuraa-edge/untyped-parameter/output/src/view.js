export function bind(channel) {
  channel.subscribe("x", () => {});
  if (!channel.publish("y", {}).sent) {
    console.error("y was not sent, the socket is away");
  }
}
