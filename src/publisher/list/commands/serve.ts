import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { CommandError, only, readArgs, UsageError, wholeNumber } from '../../command-line.ts';
import { refuseOthersEyes } from '../key-file.ts';
import { staticHost } from '../static-host.ts';
import type { Command, World } from './command.ts';

const USAGE = `usage: npm run list -- serve [--port NUMBER] [--cert PEM --tls-key PEM] [--quiet] DIR

Serves a published folder on this machine alone (127.0.0.1), for trying out: only what build writes, with the
headers that a host should send. Browsers fetch lists by https: give a certificate, or put it behind a proxy.

  DIR         the folder, or one that holds several
  --port      8787 where none is given; 0 takes any that is free
  --cert      a certificate in PEM, and --tls-key its private key (mode 0600)
  --quiet     no line for each request

Ends with Ctrl-C.
`;

export const serve: Command = {
  name: 'serve',
  summary: 'serves a published folder on this machine, for trying out',
  usage: USAGE,
  async run(args, world) {
    const { values, positionals } = readArgs(args, {
      port: { type: 'string' },
      cert: { type: 'string' },
      'tls-key': { type: 'string' },
      quiet: { type: 'boolean' },
    });
    const dir = only(positionals, 'folder');
    const port = values.port === undefined ? 8787 : wholeNumber(values.port, 'port', 0, 65_535);
    if ((values.cert === undefined) !== (values['tls-key'] === undefined)) {
      throw new UsageError('--cert and --tls-key go together');
    }
    if (!statSync(dir).isDirectory()) throw new CommandError(`${dir} is no folder`);
    const log = values.quiet ? () => {} : (line: string) => void world.err.write(`${line}\n`);
    const host = staticHost(dir, log);
    const { cert, 'tls-key': key } = values;
    const isTls = cert !== undefined && key !== undefined;
    if (isTls) refuseOthersEyes(key);
    const server = isTls
      ? createTlsServer({ cert: readFileSync(cert), key: readFileSync(key) }, host)
      : createServer(host);
    await listen(server, port);
    const { port: taken } = server.address() as AddressInfo;
    await world.out.write(`${isTls ? 'https' : 'http'}://127.0.0.1:${taken}/watchlist.jws\n`);
    await untilAborted(server, world);
    return 0;
  },
};

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

async function untilAborted(server: Server, { signal }: World): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
  server.closeAllConnections();
  server.close();
}
