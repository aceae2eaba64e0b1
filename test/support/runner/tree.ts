import { readdirSync, readFileSync } from 'node:fs'

/** A process and all below it, the deepest last; empty where /proc knows none. */
export function processTree(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const [child, parent] of parents()) children.set(parent, [...(children.get(parent) ?? []), child])
  const found = [pid]
  for (const parent of found) found.push(...(children.get(parent) ?? []))
  return found
}

function parents(): [child: number, parent: number][] {
  const entries = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  return entries.flatMap((name): [number, number][] => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      // The second field is the program's name in brackets, which may hold spaces.
      const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
      return [[Number(name), Number(parent)]]
    } catch {
      return []
    }
  })
}

/** Kills every process whose environment has a variable at a value; empty where /proc knows none. */
export function endProcessesWith(variable: string, value: string): { pid: number; name: string }[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap(name => {
      try {
        const environment = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0')
        if (!environment.includes(`${variable}=${value}`)) return []
        const program = readFileSync(`/proc/${name}/comm`, 'utf8').trim()
        process.kill(Number(name), 'SIGKILL')
        return [{ pid: Number(name), name: program }]
      } catch {
        // It has ended meanwhile, or belongs to someone else.
        return []
      }
    })
}
