import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addUser, debianKey, PATH, release, unpackDebian } from './debian.ts'
import type { Recipe } from './recipe.ts'

/** As the unprivileged image has it: any user may run it, sites are files in conf.d, logs go to the container's. */
const SETTINGS = `pid /tmp/nginx.pid;
error_log stderr notice;
events {}
http {
  include mime.types;
  default_type application/octet-stream;
  access_log /dev/stdout;
  client_body_temp_path /tmp/client_temp;
  proxy_temp_path /tmp/proxy_temp;
  fastcgi_temp_path /tmp/fastcgi_temp;
  uwsgi_temp_path /tmp/uwsgi_temp;
  scgi_temp_path /tmp/scgi_temp;
  sendfile on;
  include conf.d/*.conf;
}
`

/** Debian's nginx, arranged like the unprivileged image. */
export async function nginx(): Promise<Recipe> {
  return {
    madeFrom: `Debian ${release}'s nginx-light`,
    key: [debianKey, 'nginx-1', process.arch, SETTINGS],
    async fill(root) {
      await unpackDebian(root, ['nginx-light'])
      await addUser(root, 'nginx', 101)
      await writeFile(join(root, 'etc/nginx/nginx.conf'), SETTINGS)
      for (const folder of ['sites-available', 'sites-enabled', 'modules-enabled'])
        await rm(join(root, 'etc/nginx', folder), { recursive: true, force: true })
    },
    config: {
      Env: [PATH],
      Cmd: ['nginx', '-g', 'daemon off;'],
      User: '101',
      StopSignal: 'SIGQUIT',
      ExposedPorts: { '8080/tcp': {} },
    },
  }
}
