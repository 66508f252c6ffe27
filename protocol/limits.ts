// Every number that both ends must agree on. A limit enforced by one end only does not belong here.

/** The WebSocket subprotocol a client offers and the room selects. */
export const subprotocol = 'earshot.v1';

/** Largest signaling frame, in UTF-8 bytes. A description of four slots is 6 to 8 kB. */
export const maxFrameBytes = 64 * 1024;

/** Seats in a room unless the operator says otherwise. */
export const defaultRoomCapacity = 8;

/** Above this a mesh asks too much of anyone's uplink, whatever the operator says. */
export const maxRoomCapacity = 12;

/** A display name's length, in UTF-16 code units. */
export const maxNameLength = 40;

/** A chat message's length, in UTF-16 code units; escaped twice it still fits a frame. */
export const maxChatLength = 4_000;

/** How often a client sends `ping`, and how long it waits for the `pong`, in milliseconds. */
export const heartbeatIntervalMs = 10_000;
export const pongTimeoutMs = 5_000;

/** Text frames the object answers without waking up. */
export const pingFrame = 'ping';
export const pongFrame = 'pong';

/** Frames one socket may send at once, and how many more each second. A join to a full room takes about 40. */
export const floodBurstFrames = 200;
export const floodRefillPerSecond = 20;
