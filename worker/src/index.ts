// What the runtime looks for: the Worker and the class of its objects.
// oxlint-disable-next-line import/no-default-export -- the runtime finds a Worker by its default export
export { app as default } from './app.ts';
export { Room } from './room.ts';
