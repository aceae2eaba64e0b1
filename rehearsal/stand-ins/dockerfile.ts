/**
 * The images that a Dockerfile builds on, each once, in the order they appear: those of FROM and of COPY --from.
 * Its own stages and `scratch` are none; `ARG` defaults before the first FROM are filled in.
 */
export function baseImages(dockerfile: string): string[] {
  const args = new Map<string, string>()
  const stages: string[] = []
  const images = new Set<string>()
  const note = (name: string) => {
    const own = name === 'scratch' || stages.includes(name.toLowerCase()) || Number(name) < stages.length
    if (!own) images.add(name)
  }
  for (const { instruction, flags, operands } of instructions(dockerfile)) {
    if (instruction === 'ARG' && stages.length === 0) define(args, operands[0] ?? '')
    if (instruction === 'FROM') {
      note(fillIn(operands[0] ?? '', args))
      stages.push((operands[2] ?? '').toLowerCase())
    }
    const from = flags.find(flag => flag.startsWith('--from='))
    if (instruction === 'COPY' && from !== undefined) note(from.slice('--from='.length))
  }
  return [...images]
}

function instructions(dockerfile: string) {
  return dockerfile
    .replace(/^\s*#.*\n?/gm, '')
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map(line => line.trim().split(/\s+/))
    .map(([instruction = '', ...words]) => ({
      instruction: instruction.toUpperCase(),
      flags: words.filter(word => word.startsWith('--')),
      operands: words.filter(word => !word.startsWith('--')),
    }))
}

function define(args: Map<string, string>, definition: string): void {
  const [, name, value] = /^(\w+)=["']?(.*?)["']?$/.exec(definition) ?? []
  if (name !== undefined && value !== undefined) args.set(name, value)
}

function fillIn(text: string, args: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g,
    (_whole, braced?: string, fallback?: string, plain?: string) =>
      args.get(braced ?? plain ?? '') ?? fallback ?? '',
  )
}
