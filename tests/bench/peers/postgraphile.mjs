// PostGraphile 5 over the same rows, with its own preset: one SQL statement per query.
import { createServer } from "node:http";
import { grafserv } from "postgraphile/grafserv/node";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import postgraphile from "postgraphile";

const [port, socket] = process.argv.slice(2);
const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: `postgres://sala@localhost/sala?host=${encodeURIComponent(socket)}`,
      schemas: ["bench"],
      poolConfig: { max: 12 },
    }),
  ],
  grafserv: { port: Number(port), watch: false, graphiql: false },
  grafast: { explain: false },
};
const serv = postgraphile.default(preset).createServ(grafserv);
const server = createServer();
await serv.addTo(server);
server.listen(Number(port), "127.0.0.1");
