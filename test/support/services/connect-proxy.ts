import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'

/**
 * An HTTP proxy for TLS (the CONNECT method) that leads some host names to a port of 127.0.0.1 and all others where
 * they belong. So a public name reaches a local server without a word in /etc/hosts.
 */
export function connectProxy(ports: Readonly<Record<string, number>>) {
  const server = createServer((_, answer) => answer.writeHead(405).end('only CONNECT is served here\n'))
  server.on('connect', (incoming, client: Socket, head: Buffer) => {
    const { hostname, port } = new URL(`tls://${incoming.url}`)
    const local = ports[hostname]
    const onward = local === undefined ? connect(Number(port || 443), hostname) : connect(local, '127.0.0.1')
    onward.once('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.write(head)
      client.pipe(onward).pipe(client)
    })
    onward.once('error', () => client.destroy())
    client.once('error', () => onward.destroy())
    client.once('close', () => onward.destroy())
  })
  return server
}
