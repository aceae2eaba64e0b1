import {
  bool,
  choice,
  defineInputs,
  field,
  integer,
  lines,
  list,
  secret,
  text,
} from '../../../toolkit/action/fields.ts'
import { defineAction, type InputsOf } from '../../../toolkit/action/spec.ts'
import { parseImages } from './images.ts'
import { parseSetLine } from './request.ts'

const inputs = defineInputs({
  images: field(
    {
      description:
        'The images to deploy: the `images` output of build-push, or lines `repository:tag[@digest]`. Every reference to one of these repositories in `files` is set to it.',
    },
    parseImages,
  ),
  files: lines({
    description:
      'Globs of the files to look in, one a line, relative to the root of the repository; `!` before a glob leaves files out. Kubernetes manifests, kustomizations, Helm values and compose files are told apart by what is in them. Name a `.env` file to have the variables in it edited for compose.',
    default: '**/*.yaml\n**/*.yml\n**/Kustomization',
  }),
  set: list(
    {
      description:
        'Values to set by path, for what is not found by image name: lines `file#path=value`, such as `values.yaml#image.tag=1.2`, `app.yaml#spec.containers[name=web].image=app:2` or `all.yaml#$[kind=Deployment].spec.replicas=3`.',
    },
    parseSetLine,
  ),
  repository: text({
    description:
      'The repository to change, `owner/name`; default: the one that the workflow runs in. Another repository needs a `token` or an `ssh-key` that may write to it.',
  }),
  branch: text({
    description:
      'The branch to change; default: the branch that was pushed, or the default branch of another `repository`.',
  }),
  token: secret({
    description:
      'A token that may write to the repository (`contents: write`, and `pull-requests: write` in mode pull-request).',
    default: '${{ github.token }}',
  }),
  'ssh-key': secret({
    description: 'A private deploy key with write access; used to fetch and push instead of the token.',
  }),
  mode: choice({
    description:
      '`commit` pushes one commit to the branch; `pull-request` opens or updates one pull request against it; `write` edits the files in the workspace and commits nothing.',
    words: ['commit', 'pull-request', 'write'],
    default: 'commit',
  }),
  pin: choice({
    description:
      'What a reference names: its `tag`, its `digest` or `both`. `keep` leaves each in the form it has: a digest is replaced where one stands and the new one is known, else it is dropped, and the log says so.',
    words: ['keep', 'tag', 'digest', 'both'],
    default: 'keep',
  }),
  'commit-message': text({
    description:
      'The subject and body of the commit; default: a subject that names the images. `{images}`, `{repository}`, `{branch}`, `{sha}`, `{short_sha}` and `{run_number}` are filled in. Trailers that link back to the source commit and run are added.',
  }),
  author: text({
    description:
      'Who the commit is by, `Name <email>`; not used with `sign`, where GitHub takes the owner of the token.',
    default: 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>',
  }),
  sign: bool({
    description: 'Commit through the GitHub API, so that GitHub signs the commit and shows it as verified.',
    default: false,
  }),
  'allow-downgrade': bool({
    description:
      'Also go back to an older tag. Without it the step stops where a file already names a later run number (`<run>-<sha>`) or a higher version of the same image.',
    default: false,
  }),
  'require-match': bool({
    description: 'Fail where an image is found in none of the files.',
    default: true,
  }),
  attempts: integer({
    description: 'How often to try in all where others push to the branch at the same time.',
    default: '50',
    min: 1,
    max: 100,
  }),
  'auto-merge': choice({
    description:
      'Merge the pull request by itself once its checks pass, by `merge`, `squash` or `rebase`, or the way that is the default in the repository (`true`); `off` or `false`: leave that to people. The repository must allow auto-merge.',
    words: ['off', 'true', 'false', 'merge', 'squash', 'rebase'],
    default: 'off',
  }),
  'pull-request-branch': text({
    description:
      'The branch that the pull request comes from; default: one that stays the same for the same images and target branch, so that the pull request is updated and not repeated.',
  }),
  'pull-request-title': text({ description: 'The title of the pull request; default: the commit subject.' }),
  labels: lines({ description: 'Labels to put on the pull request, one a line.' }),
})

/** The contract of bump-manifest. */
export const spec = defineAction({
  name: 'bump-manifest',
  title: 'Bump manifest',
  description:
    'Set new image tags or digests in Kubernetes manifests, kustomizations, Helm values and compose files, byte for byte, in one commit or pull request.',
  branding: { icon: 'edit-3', color: 'blue' },
  inputs,
  outputs: {
    changed: { description: '`true` where a file had to change.' },
    matches: {
      description:
        'JSON: every reference that was found, `[{file, line, path, old, new}]`; `old` equals `new` where nothing was left to do. Of more than 256 KiB, those that change come first, and a warning tells how many are left out.',
    },
    'changed-files': { description: 'The changed files, one a line.' },
    commit: { description: 'The sha of the commit that carries the change; empty where none was made.' },
    'pull-request': { description: 'The number of the pull request; empty where there is none.' },
    diff: { description: 'The change as a unified diff.' },
  },
})

/** The inputs of bump-manifest, read. */
export type BumpInputs = InputsOf<typeof spec>
