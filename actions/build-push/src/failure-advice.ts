// What builders and registries say, and what the user can do about it.
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /not (?:currently )?supported for the docker driver|does not support .*docker driver|docker exporter does not currently support/i,
    "the engine's own builder cannot do this; set builder to 'docker-container://', or run docker/setup-buildx-action before",
  ],
  [
    /repository with name .* does not exist|name unknown|NAME_UNKNOWN/i,
    "the repository does not exist; on ECR set create-repository to 'true', elsewhere create it",
  ],
  [
    /cannot be overwritten because the (?:repository|tag) is immutable/i,
    "the tag is taken and immutable; choose another, or with if-exists 'reuse' run again where another run has just pushed this commit",
  ],
  [
    /cannot connect to the docker daemon|failed to connect to the docker API|error during connect/i,
    'no container engine answers; start it, or name a BuildKit endpoint in builder',
  ],
  [
    /waiting for connection/,
    'the BuildKit that builder names does not answer; check its address, and that this runner may reach it',
  ],
  [
    /no builder "[^"]*" found/,
    'BUILDX_BUILDER or an earlier step chose a builder that is gone; run docker/setup-buildx-action before',
  ],
  [
    /HTTP 413|413 Request Entity/i,
    'a proxy before the registry refuses layers of this size; raise its limit',
  ],
  [
    /unauthorized|authentication required|no basic auth|401 Unauthorized/i,
    'the registry wants to know who asks; give username and password, or log in in an earlier step',
  ],
  [
    /denied|403 Forbidden|insufficient_scope/i,
    'this user may not push there; check the namespace in registry, and the rights of the token',
  ],
  [/no space left on device/i, 'the disk of this runner is full'],
  [
    /exec format error/i,
    'the runner cannot run programs of that platform; run docker/setup-qemu-action before',
  ],
]

/** A remedy for what a builder said; undefined where it speaks for itself. */
export function remedyFor(message: string): string | undefined {
  return ADVICE.find(([said]) => said.test(message))?.[1]
}
