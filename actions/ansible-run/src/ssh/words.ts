/** Splits a line as a POSIX shell would, without evaluating anything: Ansible splits arguments of ssh so (shlex). */
export function words(line: string): string[] {
  const found = line.matchAll(/(?:[^\s'"\\]+|'[^']*'|"(?:\\.|[^"\\])*"|\\.)+/gs)
  return [...found].map(([one]) =>
    one.replace(/'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/gs, (_, single, double, escaped) =>
      single !== undefined ? single : double !== undefined ? double.replace(/\\(["\\])/g, '$1') : escaped,
    ),
  )
}

/** The line that is split into these words. */
export function line(all: readonly string[]): string {
  return all.map(quoted).join(' ')
}

function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`
}
