const { Client } = require("@seuraa/edge/browser");
const { edgeRepeats } = require("./seuraa-errors");

const edge = new Client({ appKey: "k" });
const room = edge.channel("x");
room.onStatus(({ status }) => {
  if (status === "error" || status === "retrying") console.error("seuraa-edge connection:", status);
});
const scheduleRepeat = edgeRepeats();
room.onRawEvent(({ type, code }) => {
  if (type === "server.error" && code) scheduleRepeat(code, () => {
    if (!room.publish("again", {}).sent) {
      console.error("again was not sent, the socket is away");
    }
  });
});
room.onStatus((event) => {
  switch (event.status) {
    case "connected":
      console.log("up");
  }
});
room.subscribe("a", () => {});

async function save(note) {
  const ok = room.publish("note.saved", note).sent;
  if (ok) window.location.href = "/";
  return room.publish("x", {}).sent ? "Saved" : "Offline";
}
module.exports = { save };
