import {
  bool,
  choice,
  integer,
  lines,
  list,
  pairs,
  secret,
  splitPair,
  text,
} from '../../../toolkit/action/fields.ts'
import { defineAction } from '../../../toolkit/action/spec.ts'

export const spec = defineAction({
  name: 'build-push',
  title: 'Build and push images',
  description:
    'Builds several container images at once, tags them by run number and commit, and pushes them to Docker Hub, ECR or any other registry.',
  branding: { icon: 'box', color: 'blue' },
  inputs: {
    images: text({
      description:
        'The images to build: one `name=context` a line, where the context is a folder of the workspace that holds a Dockerfile. Or a YAML list of `name`, `context`, `file`, `target`, `build-args` and `platforms`; `file` is a path from the workspace, as `context` is.',
      required: true,
    }),
    registry: text({
      description:
        'Where the images live, with their namespace: `docker.io/maestrops`, `ghcr.io/owner`, `<account>.dkr.ecr.<region>.amazonaws.com`, `public.ecr.aws/alias`, `localhost:5000/team`.',
      required: true,
    }),
    username: text({
      description:
        'The user to log in as. Not needed for ECR, which takes the AWS credentials of the job, nor after a login step.',
    }),
    password: secret({ description: 'The password or, better, an access token of that user.' }),
    tags: lines({
      description:
        'The tags, one a line; the first one is the output `tag` and decides whether an image exists already. `{run_number}`, `{short_sha}`, `{sha}`, `{branch}` and `{date}` are filled in; on a pull request they come from its head.',
      default: '{run_number}-{short_sha}',
    }),
    platforms: list(
      {
        description:
          'The platforms to build for, such as `linux/amd64` and `linux/arm64`. Default: that of the builder.',
      },
      platform => platform,
    ),
    'build-args': pairs({
      description: 'Build arguments for every image, one `NAME=value` a line. Not for secrets.',
    }),
    secrets: list(
      {
        description:
          'Build secrets, one `id=value` a line, for `RUN --mount=type=secret,id=…`. They never enter an image or a command line.',
        secret: true,
      },
      splitPair,
    ),
    labels: pairs({
      description:
        'Labels for every image, one `key=value` a line, beside the OCI labels that are always set.',
    }),
    'cache-from': lines({
      description: 'Caches to read, one a line, as buildx takes them: `type=gha`, `type=registry,ref=…`.',
    }),
    'cache-to': lines({
      description: 'Caches to write, one a line, as buildx takes them: `type=gha,mode=max`.',
    }),
    push: bool({
      description: 'Push the images. `false` only builds them, which is enough on a pull request.',
      default: true,
    }),
    'if-exists': choice({
      description:
        'What to do where the first tag is in the registry already, as on a re-run: `reuse` its digest if it was built from the same commit (and fail otherwise), `fail`, or `overwrite` it.',
      words: ['reuse', 'fail', 'overwrite'],
      default: 'reuse',
    }),
    'create-repository': bool({
      description:
        'ECR: create missing repositories, encrypted, with scan on push, immutable tags, and a lifecycle policy that expires untagged images.',
      default: false,
    }),
    'fail-on-severity': choice({
      description:
        'ECR: wait for the scan of every pushed image and fail where it finds something this severe or worse. `none` does not wait.',
      words: ['none', 'low', 'medium', 'high', 'critical'],
      default: 'none',
    }),
    attestations: choice({
      description:
        'Provenance and SBOM, which turn an image into an index (AWS Lambda and some scanners refuse those). `auto`: short provenance on images for several platforms only; `off`: none; `full`: full provenance and an SBOM on every image.',
      words: ['auto', 'off', 'full'],
      default: 'auto',
    }),
    builder: text({
      description:
        'What builds: `auto` (the first that is there), `buildx`, `docker`, `buildah`, or a BuildKit elsewhere: `tcp://host:1234`, `unix:///path/buildkitd.sock`, `kubernetes://`. Driver options follow a question mark: `kubernetes://?namespace=ci&replicas=2`, `tcp://host:1234?cacert=ca.pem&cert=cert.pem&key=key.pem`.',
      default: 'auto',
    }),
    parallel: integer({ description: 'How many images are built at a time.', min: 1, max: 32, default: '4' }),
  },
  outputs: {
    images: {
      description:
        'What the registry now holds, as JSON: `[{name, repository, tag, ref, digest, pinned, reused}]`. `ref` is `repository:tag`, `pinned` is `repository:tag@digest`.',
    },
    image: { description: 'The first image, as `repository:tag`.' },
    tag: { description: 'The first tag.' },
    digest: { description: 'The digest of the first image, as the registry confirmed it.' },
  },
})
