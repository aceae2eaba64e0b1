import { choice, defineInputs, field, list, secret, text } from '../../../toolkit/action/fields.ts'
import { defineAction, type InputsOf } from '../../../toolkit/action/spec.ts'
import { parseApplication, parseCertificates, parseRevision, parseServer, parseTimeout } from './given.ts'

const inputs = defineInputs({
  server: field(
    {
      description: 'The address of Argo CD, such as `https://argocd.example.com`.',
      required: true,
    },
    parseServer,
  ),
  token: secret({
    description:
      "A token of Argo CD that may `get` these applications; default: the variable ARGOCD_AUTH_TOKEN. A project's role is enough: `argocd proj role create-token PROJECT ROLE`.",
  }),
  applications: list(
    {
      description:
        'The applications to wait for, one a line: `name`, or `namespace/name` where one lies outside of the namespace of Argo CD.',
      required: true,
    },
    parseApplication,
  ),
  revision: field(
    {
      description:
        'The sha of the commit that must be live, such as the output `commit` of bump-manifest; default: the newest commit of what each application follows, as Argo CD finds it when this step begins.',
    },
    parseRevision,
  ),
  timeout: field(
    {
      description: 'How long to wait at most: seconds, or a time such as `90s`, `10m` or `1h`.',
      default: '10m',
    },
    parseTimeout,
  ),
  ca: field(
    {
      description:
        'The certificate of an authority of your own, in PEM, to trust besides those that the runner trusts.',
    },
    parseCertificates,
  ),
  report: choice({
    description:
      "Where to report on GitHub, on the workflow's commit: as a commit `status` (`statuses: write`), as a `deployment` (`deployments: write`), or not at all, `none`.",
    words: ['none', 'status', 'deployment'],
    default: 'none',
  }),
  environment: text({
    description:
      'What the report is called: the environment of the deployment, or the commit status `argocd/ENVIRONMENT`; default: the names of the applications.',
  }),
  'github-token': secret({
    description:
      "Writes the report, and reads the commits of the applications' repositories (`contents: read`), to know whether a newer commit contains the wanted one.",
    default: '${{ github.token }}',
  }),
})

/** The contract of argocd-wait. */
export const spec = defineAction({
  name: 'argocd-wait',
  title: 'Argo CD wait',
  description:
    'Wait until a commit is live in Argo CD: synced, healthy and that very revision; or show which resource keeps it from that.',
  branding: { icon: 'check-circle', color: 'orange' },
  inputs,
  outputs: {
    status: {
      description:
        'JSON: how each application stands, with its 20 worst problems, `[{application, live, reason, revision, sync, health, phase, url, seconds, problems: [{kind, namespace, name, state, message}]}]`.',
    },
  },
})

/** The inputs of argocd-wait, read. */
export type WaitInputs = InputsOf<typeof spec>
