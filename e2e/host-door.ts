// A program: started in the namespace of a host, it hands a server on that host's own localhost to whoever started it.
// A socket stays where it was opened, whoever holds it: so the tests answer there, from where they are.
import { createServer } from 'node:net';

const port = Number(process.argv[2]);
process.on('disconnect', () => process.exit());
const server = createServer().listen(port, '127.0.0.1', () => process.send?.('door', server));
