/** Keeps, from when it is loaded, who in the extension host opens a connection. */
import net from 'node:net';

/** The call stacks of all that went out. */
export const stacks: string[] = [];

function watch(holder: object, name: string): void {
  const methods = holder as Record<string, (...args: unknown[]) => unknown>;
  const method = methods[name]!;
  methods[name] = function (this: unknown, ...args: unknown[]) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 100;
    stacks.push(new Error(name).stack ?? '');
    Error.stackTraceLimit = stackTraceLimit;
    return method.apply(this, args);
  };
}

// http, https, tls and http2 connect by this; dns alone would not matter.
watch(net.Socket.prototype, 'connect');
watch(globalThis, 'fetch');
