import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StepCall } from '../../job/world.ts'
import { environmentOf } from '../process.ts'
import { askedFor, firstLine, type StandIn, whereIs } from './stand-in.ts'

/** hashicorp/setup-terraform: the Terraform of this machine, behind a wrapper unless the step says otherwise. */
export const setupTerraform: StandIn = {
  inputs: ['terraform_version', 'terraform_version_file', 'terraform_wrapper'],
  notPlayed: ['cli_config_credentials_hostname', 'cli_config_credentials_token'],
  play: call => provide(call, 'terraform', call.with.terraform_version ?? call.with.terraform_version_file),
}

/** opentofu/setup-opentofu, the same for `tofu`. */
export const setupOpentofu: StandIn = {
  inputs: ['tofu_version', 'tofu_version_file', 'tofu_wrapper', 'github_token'],
  notPlayed: ['cli_config_credentials_hostname', 'cli_config_credentials_token'],
  play: call => provide(call, 'tofu', call.with.tofu_version ?? call.with.tofu_version_file),
}

async function provide(call: StepCall, tool: 'terraform' | 'tofu', wanted: string | undefined) {
  const found = await firstLine(call, tool, ['version'])
  const wrapped = call.with[`${tool}_wrapper`] !== 'false'
  const folder = join(environmentOf(call).RUNNER_TOOL_CACHE ?? call.world.temp, `${tool}-wrapper`)
  if (wrapped) await wrap(folder, tool, await whereIs(call, tool))
  return {
    path: wrapped ? [folder] : [],
    standIn: `took the ${tool === 'tofu' ? 'OpenTofu' : 'Terraform'} of this machine (${found})${askedFor(wanted)}${wrapped ? ', behind a wrapper as the action installs one' : ''}`,
  }
}

/**
 * What the action's wrapper is known for: it prints the command before its output, lays output and exit code into the
 * step's outputs, takes exit code 2 for a success and has `-bin` beside it (hashicorp/setup-terraform, wrapper/).
 */
async function wrap(folder: string, tool: string, program: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await symlink(program, join(folder, `${tool}-bin`))
  const script = join(folder, tool)
  await writeFile(script, WRAPPER.replaceAll('TOOL', tool))
  await chmod(script, 0o755)
}

const WRAPPER = `#!/usr/bin/env bash
program="$(dirname "$0")/TOOL-bin"
out="$(mktemp)" err="$(mktemp)"
trap 'rm -f "$out" "$err"' EXIT
echo "[command]$program $*"
"$program" "$@" > "$out" 2> "$err"
code=$?
cat "$out"
cat "$err" >&2
if [ -n "$GITHUB_OUTPUT" ]; then
  for name in stdout stderr; do
    file="$out"; [ "$name" = stderr ] && file="$err"
    mark="end-of-$name-$$-$RANDOM"
    { echo "$name<<$mark"; cat "$file"; echo; echo "$mark"; } >> "$GITHUB_OUTPUT"
  done
  echo "exitcode=$code" >> "$GITHUB_OUTPUT"
fi
if [ "$code" -eq 0 ] || [ "$code" -eq 2 ]; then exit 0; fi
echo "::error::TOOL exited with code $code."
exit 1
`
