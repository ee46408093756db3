// Preloaded into a server under test, into the processes it forks (such as the extension host) and into their
// workers: notes each attempt to reach another machine, whichever library makes it.
const childProcess = require('node:child_process');
const { appendFileSync } = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const { Socket } = require('node:net');

const file = process.env.TOKEN_METER_CONNECTIONS_FILE;
const { connect } = Socket.prototype;
const { fork } = childProcess;

Socket.prototype.connect = function (...args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  const { host, port } = typeof first === 'object' ? first : { host: args[1], port: first };
  const isLocal = typeof host !== 'string' || /^(localhost|127\..*|::1)$/.test(host);
  if (file && !isLocal) appendFileSync(file, `${host}:${port}\n`);
  return connect.apply(this, args);
};

// VS Code strips NODE_OPTIONS from what it forks and gives arguments of its own, so the preload is added to those.
childProcess.fork = (path, ...rest) => {
  const options = rest.at(-1);
  if (Array.isArray(options?.execArgv)) options.execArgv = [...options.execArgv, '--require', __filename];
  return fork(path, ...rest);
};
syncBuiltinESMExports();
