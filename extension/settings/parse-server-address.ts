const defaultPort = 9000;

/**
 * A server's address as people write it (`localhost`, `127.0.0.1:9000`, `http://localhost:9000/`) as host and port. Undefined for anything
 * but 127.0.0.1 and localhost: the extension may connect to nothing else.
 */
export function parseServerAddress(written: string): string | undefined {
  const [, host, port = defaultPort] =
    /^(?:http:\/\/)?(127\.0\.0\.1|localhost)(?::(\d{1,5}))?\/?$/i.exec(written.trim()) ?? [];
  const isPort = Number(port) >= 1 && Number(port) <= 65_535;
  return host !== undefined && isPort ? `${host.toLowerCase()}:${Number(port)}` : undefined;
}
