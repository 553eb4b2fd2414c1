// "@seuraa/edge" is only mentioned.
const channel = new BroadcastChannel("x");
channel.publish?.("a", 1);
