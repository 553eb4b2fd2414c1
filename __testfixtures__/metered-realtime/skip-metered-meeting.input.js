// metered.live video meetings are another product than rms.metered.ca.
const meeting = new Metered.Meeting();
meeting.on("participantJoined", console.log);
meeting.join({ roomURL: "example.metered.live/room" });
