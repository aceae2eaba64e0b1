import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { debianKey, PATH, release, unpackDebian } from './debian.ts'
import type { Recipe } from './recipe.ts'

/** Reads alone, unless POST=1; of the engine's API the parts that are set to 1, and what tells of the engine itself. */
const SETTINGS = `global
  log stdout format raw local0
defaults
  log global
  mode http
  timeout connect 5s
  timeout client 10m
  timeout server 10m
frontend api
  bind :2375
  http-request deny unless METH_GET || METH_HEAD || { env(POST) -m str 1 }
  http-request allow if { path,url_dec -m reg ^(/v[0-9.]+)?/(_ping|version|events)$ }
  http-request allow if { path,url_dec -m reg ^(/v[0-9.]+)?/containers(/|$) } { env(CONTAINERS) -m str 1 }
  http-request allow if { path,url_dec -m reg ^(/v[0-9.]+)?/networks(/|$) } { env(NETWORKS) -m str 1 }
  http-request deny
  default_backend engine
backend engine
  server socket unix@/var/run/docker.sock
`

/** Debian's HAProxy, which the original is made of too, with settings to the same effect. */
export async function socketProxy(): Promise<Recipe> {
  return {
    madeFrom: `Debian ${release}'s HAProxy, with settings of our own`,
    key: [debianKey, 'socket-proxy-1', process.arch, SETTINGS],
    async fill(root) {
      await unpackDebian(root, ['haproxy'])
      await mkdir(join(root, 'etc/haproxy'), { recursive: true })
      await writeFile(join(root, 'etc/haproxy/haproxy.cfg'), SETTINGS)
    },
    config: { Env: [PATH], Cmd: ['haproxy', '-W', '-db', '-f', '/etc/haproxy/haproxy.cfg'] },
  }
}
