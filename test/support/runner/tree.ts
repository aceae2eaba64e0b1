import { readdirSync, readFileSync } from 'node:fs'

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
