import { Client } from "@seuraa/edge";

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
    await notes.publish("note.saved", note);
    markSaved();
  } catch {
    markFailed();
  }
}

export async function rename(note) {
  try {
    await notes.publish("note.renamed", note);
  } catch (err) {
    showError(err.message);
  }
}

export async function touch(note) {
  await notes.publish("note.touched", note);
  console.log("touched");
}

export function chained(note) {
  return notes.publish("note.saved", note).then(() => markSaved()).catch(() => markFailed());
}

export function floating(note) {
  notes.publish("note.saved", note).then(() => markSaved());
}

export function ping() {
  notes.publish("ping", {}).catch((err) => console.error(err));
}

export async function result(note) {
  const { sent } = await notes.publish("note.saved", note);
  return sent;
}

export async function both(note) {
  try {
    await Promise.all([store(note), notes.publish("note.saved", note)]);
  } catch (err) {
    markFailed();
  }
}

export async function bothOpen(note) {
  await Promise.all([store(note), notes.publish("note.saved", note)]);
}

export const returned = async (note) => await notes.publish("note.saved", note);

function markSaved() {}
function markFailed() {}
function showError(text) {
  console.log(text);
}
async function store(note) {
  return note;
}
