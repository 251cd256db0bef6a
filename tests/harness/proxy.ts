import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export type LoggingProxy = {
  /** On 127.0.0.1. */
  port: number;
  /** Everything that a browser sent out for, oldest first: `host:port`, or the whole address where it was not encrypted. */
  asked: string[];
  close(): Promise<void>;
};

/**
 * A proxy through which a browser's whole traffic goes, so that nothing can leave it unseen. Port 443 of every host
 * leads to the loopback server, everything else nowhere.
 * @param to port of the loopback server
 */
export async function startProxy(to: number): Promise<LoggingProxy> {
  const asked: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    asked.push(request.url ?? '');
    keep(socket, open);
    if (!request.url?.endsWith(':443')) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const onward = connect(to, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    keep(onward, open);
    onward.on('close', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of open) socket.destroy();
      }),
  };
}

/** A connection that is cut off is no fault of a test. */
function keep(socket: Socket, open: Set<Socket>): void {
  open.add(socket);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => open.delete(socket));
}
