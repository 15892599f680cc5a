// Prints as many ports as asked for that nobody has on 127.0.0.1 at this moment.
import { createServer } from "node:net";

const servers = Array.from({ length: Number(process.argv[2]) }, () => createServer().listen(0, "127.0.0.1"));
await Promise.all(servers.map((server) => new Promise((listens) => server.once("listening", listens))));
console.log(servers.map((server) => server.address().port).join(" "));
servers.forEach((server) => server.close());
