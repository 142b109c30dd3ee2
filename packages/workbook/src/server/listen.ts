import type { Server } from "node:http";

/** The ports that are tried where none is named. */
const usualPorts = { first: 4180, count: 20 } as const;

/** Lets a server listen on this machine alone, on a port or the first usual one that is free; gives the port. */
export async function listen(server: Server, port: number | undefined): Promise<number> {
  if (port !== undefined) return listenOn(server, port);
  for (let next = usualPorts.first; next < usualPorts.first + usualPorts.count; next += 1) {
    try {
      return await listenOn(server, next);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
  return listenOn(server, 0);
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
