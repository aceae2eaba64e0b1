import { chmod, chown, glob, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addUser, debianKey, PATH, release, unpackDebian } from './debian.ts'
import type { Recipe } from './recipe.ts'

const VERSION = 17
const USER = 999
const PROGRAMS = `/usr/lib/postgresql/${VERSION}/bin`

/** As the official image does it: the first start makes the data, the user and the database that the variables name. */
const START = `#!/bin/sh
set -eu
data=/var/lib/postgresql/${VERSION}/docker
if [ ! -s "$data/PG_VERSION" ]; then
  mkdir -p "$data"
  chmod 700 "$data"
  initdb --pgdata="$data" --username="$POSTGRES_USER" --pwfile="$POSTGRES_PASSWORD_FILE" \\
    --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8
  echo 'host all all all scram-sha-256' >> "$data/pg_hba.conf"
  echo "CREATE DATABASE \\"$POSTGRES_DB\\"" | postgres --single -j -D "$data" postgres
fi
exec postgres -D "$data" -c listen_addresses='*' -c unix_socket_directories=/tmp
`

/** Debian's PostgreSQL, arranged like the official image. */
export async function postgres(): Promise<Recipe> {
  return {
    madeFrom: `Debian ${release}'s PostgreSQL ${VERSION}`,
    key: [debianKey, 'postgres-2', process.arch, START],
    async fill(root) {
      await unpackDebian(root, [`postgresql-${VERSION}`])
      await addUser(root, 'postgres', USER)
      // For compiling queries: half of the image's size, and of use to long ones alone.
      for (const unread of ['lib/bitcode', 'lib/llvmjit.so'])
        await rm(join(root, `usr/lib/postgresql/${VERSION}`, unread), { recursive: true, force: true })
      for await (const library of glob('usr/lib/*/libLLVM*', { cwd: root })) await rm(join(root, library))
      const data = join(root, 'var/lib/postgresql')
      await mkdir(data, { recursive: true })
      await chown(data, USER, USER)
      const start = join(root, 'usr/local/bin/start')
      await mkdir(join(root, 'usr/local/bin'), { recursive: true })
      await writeFile(start, START)
      await chmod(start, 0o755)
    },
    config: {
      // Debian's own wrappers under these names are written in Perl, which is not here.
      Env: [PATH.replace('=', `=${PROGRAMS}:`)],
      Cmd: ['start'],
      User: String(USER),
      StopSignal: 'SIGINT',
      ExposedPorts: { '5432/tcp': {} },
    },
  }
}
