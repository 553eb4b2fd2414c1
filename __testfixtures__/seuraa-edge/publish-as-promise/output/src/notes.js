import { Client } from "@seuraa/edge";
import { publishConfirmed } from "./seuraa-errors";

const edge = new Client({ appKey: "k" });
export const notes = edge.channel("private:notes");
notes.onRawEvent((event) => {
  if (event.type === "server.error") console.error(event.code);
});
notes.onStatus(({ status }) => {
  if (status === "error") console.error(status);
});

export async function save(note) {
  try {
    await publishConfirmed(notes, "note.saved", note);
    markSaved();
  } catch {
    markFailed();
  }
}

export async function rename(note) {
  try {
    if (!notes.publish("note.renamed", note).sent) {
      throw new Error("note.renamed was not sent, the socket is away");
    }
  } catch (err) {
    showError(err.message);
  }
}

export async function touch(note) {
  if (!notes.publish("note.touched", note).sent) {
    console.error("note.touched was not sent, the socket is away");
  }
  console.log("touched");
}

export function chained(note) {
  return publishConfirmed(notes, "note.saved", note).then(() => markSaved()).catch(() => markFailed());
}

export function floating(note) {
  publishConfirmed(notes, "note.saved", note).then(() => markSaved(), (err) => console.error("note.saved was not confirmed:", err.message));
}

export function ping() {
  if (!notes.publish("ping", {}).sent) console.error("ping was not sent, the socket is away");
}

export async function result(note) {
  const { sent } = notes.publish("note.saved", note);
  return sent;
}

export async function both(note) {
  try {
    await Promise.all([store(note), publishConfirmed(notes, "note.saved", note)]);
  } catch (err) {
    markFailed();
  }
}

export async function bothOpen(note) {
  await Promise.all([store(note), notes.publish("note.saved", note)]);
}

export const returned = async (note) => notes.publish("note.saved", note);

function markSaved() {}
function markFailed() {}
function showError(text) {
  console.log(text);
}
async function store(note) {
  return note;
}
