const { Client } = require("@seuraa/edge/browser");

const edge = new Client({ appKey: "k" });
const room = edge.channel("x");
room.onRawEvent(({ type, code }) => {
  if (type === "server.error" && code) room.publish("again", {});
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
