/** Tells the person at the terminal; standard output stays free for results. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`)
}
