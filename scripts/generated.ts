/** Everything that is generated from the actions' declarations: what it is called and what it must say. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { ActionSpec } from '../toolkit/action/spec.ts'
import { actionNames, root } from './actions.ts'

/** A generated file: its path from the project's root and its whole content. */
export interface GeneratedFile {
  readonly path: string
  readonly content: string
}

/** All generated files as they should be: one action.yml and one README (its tables only) per action. */
export async function generatedFiles(): Promise<GeneratedFile[]> {
  const files = await Promise.all(
    actionNames().map(async name => {
      const { spec } = (await import(`../actions/${name}/src/spec.ts`)) as { spec: ActionSpec }
      return [actionYml(spec), readme(spec)]
    }),
  )
  return files.flat()
}

function actionYml(spec: ActionSpec): GeneratedFile {
  const metadata = {
    name: spec.title,
    description: spec.description,
    author: 'maestrops',
    branding: spec.branding,
    inputs: Object.fromEntries(
      Object.entries(spec.inputs).map(([name, input]) => [
        name,
        {
          description: input.description,
          ...(input.required && { required: true }),
          ...(input.default !== undefined && { default: input.default }),
        },
      ]),
    ),
    outputs: spec.outputs,
    runs: { using: 'node24', main: `../../dist/${spec.name}.js`, post: `../../dist/${spec.name}-post.js` },
  }
  const header = '# Generated from src/spec.ts by `npm run generate`.\n'
  return {
    path: `actions/${spec.name}/action.yml`,
    content: header + stringify(metadata, { lineWidth: 110 }),
  }
}

function readme(spec: ActionSpec): GeneratedFile {
  const path = `actions/${spec.name}/README.md`
  const inputs = Object.entries(spec.inputs).map(
    ([name, { description, default: fallback, required }]) =>
      `| \`${name}\` | ${cell(description)} | ${required ? '**required**' : code(fallback)} |`,
  )
  const outputs = Object.entries(spec.outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  )
  let content = readFileSync(join(root, path), 'utf8')
  content = between(content, path, 'inputs', [
    '| input | what it is | default |',
    '| --- | --- | --- |',
    ...inputs,
  ])
  content = between(content, path, 'outputs', ['| output | what it is |', '| --- | --- |', ...outputs])
  return { path, content }
}

function between(content: string, path: string, name: string, table: string[]): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const [from, to] = [content.indexOf(start), content.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${path} lacks the markers ${start} and ${end}`)
  return `${content.slice(0, from + start.length)}\n\n${table.join('\n')}\n\n${content.slice(to)}`
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|').replace(/\n+/g, '<br>')
}

/** Each line as code of its own: a line break inside of code would be shown as it is written. */
function code(text = ''): string {
  const lines = text.split('\n').filter(line => line !== '')
  return lines.map(line => `\`${cell(line)}\``).join('<br>')
}
