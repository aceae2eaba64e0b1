export const id = 338;
export const ids = [338];
export const modules = {

/***/ 1338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./build/js/toolkit/action/run.js + 5 modules
var run = __webpack_require__(3761);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
// EXTERNAL MODULE: ./build/js/toolkit/exec/exec.js + 1 modules
var exec = __webpack_require__(9250);
// EXTERNAL MODULE: ./build/js/toolkit/retry/retry.js
var retry = __webpack_require__(6488);
;// CONCATENATED MODULE: ./build/js/actions/build-push/src/failure-advice.js
// What builders and registries say, and what the user can do about it.
const ADVICE = [
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
];
/** A remedy for what a builder said; undefined where it speaks for itself. */
function remedyFor(message) {
    return ADVICE.find(([said]) => said.test(message))?.[1];
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/failures.js

const PUSHING = /\bpush(?:ing)?\b/i;
// The Dockerfile's own failures: a step of it that lost its connection is not ours to repeat.
const BUILDING = /did not complete successfully|returned a non-zero code|error building at STEP/i;
// A status stands by itself; in a tag such as `401-0a3087a` it is a run number.
const REFUSED = /(?<![^\s(=])40[0134](?![\w.-])|unauthorized|forbidden|denied|invalid reference|no basic auth/i;
const PASSING = /(?<![^\s(=])(?:429|50[0234])(?![\w.-])|too ?many ?requests|internal server error|bad gateway|service unavailable|gateway time-?out|connection reset|broken pipe|\bEOF\b|i\/o timeout|TLS handshake timeout|connection refused/i;
/** Whether a failed push may work when tried again: the registry was busy or broken, or the connection was. */
function pushMayPass(thrown) {
    const said = lastWords(thrown);
    return PUSHING.test(said) && !BUILDING.test(said) && mayPass(said);
}
/** Whether a failed login may work when tried again. */
function loginMayPass(thrown) {
    return mayPass(lastWords(thrown));
}
function mayPass(said) {
    return PASSING.test(said) && !REFUSED.test(said);
}
/** The end of what a program said, without buildkit's progress (`#6 pushing layer …`), whose times look like codes. */
function lastWords(thrown) {
    if (!(thrown instanceof exec/* ExecError */.c))
        return '';
    const { stdout, stderr } = thrown.result;
    const lines = [stdout, stderr].flatMap(output => output.trim().split('\n').slice(-12));
    const [what] = thrown.message.split('\n');
    return [what, ...lines.filter(line => !/^#\d+ (?!ERROR)/.test(line))].join('\n');
}

;// CONCATENATED MODULE: ./build/js/toolkit/oci/manifest.js
/** Media types of manifests and indexes, of OCI and of Docker before it. */
const MANIFEST_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
/** The images of an index, without attestations (their platform is `unknown/unknown`); undefined for an image. */
function imagesOfIndex(manifest) {
    return manifest.body.manifests
        ?.filter(({ platform }) => platform?.os !== 'unknown')
        .map(({ digest, platform }) => ({ digest, platform: platformText(platform) }));
}
/** What pulling an image transfers, in bytes; undefined for an index. */
function compressedSize({ body }) {
    return body.layers?.reduce((sum, layer) => sum + layer.size, body.config?.size ?? 0);
}
/** `linux/arm64/v8`; '' where unknown. */
function platformText(platform) {
    if (platform === undefined)
        return '';
    const { os, architecture, variant } = platform;
    return [os, architecture, ...(variant ? [variant] : [])].join('/');
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/outcome.js

/** Those that the registry holds. */
function inRegistry(outcomes) {
    return outcomes.filter(outcome => outcome.state === 'pushed' || outcome.state === 'reused');
}
/** The output `images`. */
function pushedImages(outcomes) {
    return inRegistry(outcomes).map(({ state, image: { name, repository, tags }, digest }) => {
        const tag = tags[0];
        const ref = `${repository}:${tag}`;
        return { name, repository, tag, ref, digest, pinned: `${ref}@${digest}`, reused: state === 'reused' };
    });
}
/** Reads what there is to know from a manifest; of an index, also from its first image. */
async function factsOf(registry, image, manifest) {
    const { digest } = manifest;
    const children = imagesOfIndex(manifest);
    if (children === undefined)
        return { digest, size: compressedSize(manifest), platforms: image.platforms, parts: [digest] };
    const first = children[0] && (await registry.manifest(image.path, children[0].digest));
    return {
        digest,
        size: first && compressedSize(first),
        platforms: children.map(child => child.platform),
        parts: children.map(child => child.digest),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/stall.js

// Buildx; docker; buildah. A line that a Dockerfile's own step prints begins otherwise.
const stall_PUSHING = /^(?:#\d+ pushing |The push refers to |[0-9a-f]{12}: |Copying (?:blob|config) |Writing manifest )/;
/**
 * Ends a build whose push hangs: docker and buildkit wait forever for a registry that accepts a layer and falls silent.
 * A quiet build step is left alone, however long it takes.
 * @param limit milliseconds of silence while pushing.
 * @throws UserError where the push was ended.
 */
async function unlessStalled(limit, place, work) {
    const stalled = new AbortController();
    let timer;
    const watch = (line) => {
        clearTimeout(timer);
        timer = stall_PUSHING.test(line) ? setTimeout(() => stalled.abort(), limit) : undefined;
    };
    try {
        return await work(AbortSignal.any([place.signal, stalled.signal]), watch);
    }
    catch (thrown) {
        if (!stalled.signal.aborted || place.signal.aborted)
            throw thrown;
        throw new errors/* UserError */.yo(`${place.registry} has taken nothing for ${limit / 60_000} minutes; the push was ended`);
    }
    finally {
        clearTimeout(timer);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/build-all.js







const ATTEMPTS = 3;
const PATIENCE = { attempts: 4, delay: 1_000 };
const SILENCE_LIMIT = 15 * 60_000;
/**
 * Builds images, a few at a time. After a failure no further one is started, and those under way are finished.
 * @returns one outcome per image, in their order.
 */
async function buildAll(images, parallel, workshop) {
    const outcomes = images.map(image => ({ state: 'not started', image }));
    const waiting = [...images.entries()];
    let failed = false;
    const work = async () => {
        for (let next = waiting.shift(); next !== undefined && !failed; next = waiting.shift()) {
            const [index, image] = next;
            const outcome = await buildOne(image, workshop);
            outcomes[index] = outcome;
            if (outcome.state === 'failed')
                failed = true;
        }
    };
    await Promise.all(Array.from({ length: Math.min(parallel, images.length) }, work));
    return outcomes;
}
async function buildOne(image, workshop) {
    const started = performance.now();
    const milliseconds = () => performance.now() - started;
    try {
        const digest = await buildWithRetries(image, workshop);
        const { registry, site, patience = PATIENCE } = workshop;
        if (registry === undefined)
            return { state: 'built', image, platforms: image.platforms, milliseconds: milliseconds() };
        const facts = await factsOf(registry, image, await build_all_confirm(registry, image, digest, { ...patience, signal: site.signal }));
        return { state: 'pushed', image, ...facts, milliseconds: milliseconds() };
    }
    catch (thrown) {
        return { state: 'failed', image, error: explain(image, thrown), milliseconds: milliseconds() };
    }
}
function buildWithRetries(image, workshop) {
    const { engine, site, settings, log, prefixed } = workshop;
    const show = (line) => {
        if (line.trim() !== '')
            log.info(prefixed ? `${image.name} │ ${line}` : line);
    };
    const attempt = () => unlessStalled(SILENCE_LIMIT, { signal: site.signal, registry: image.repository }, (signal, watch) => engine.build({ ...site, signal }, image, settings, line => {
        watch(line);
        show(line);
    }));
    return (0,retry/* retry */.L)(attempt, {
        attempts: ATTEMPTS,
        delay: 2_000,
        signal: site.signal,
        retryable(thrown) {
            const again = settings.push && pushMayPass(thrown);
            if (again)
                log.warning(`pushing ${image.name} failed and is tried again: ${gist((0,errors/* messageOf */.bD)(thrown))}`);
            return again;
        },
    });
}
/**
 * Asks the registry what it holds now, so that nothing is said to be pushed that is not. A registry of several servers
 * may need a moment until all of them know.
 */
async function build_all_confirm(registry, image, digest, patience) {
    const tag = image.tags[0];
    const ref = `${image.repository}:${tag}`;
    let wrong;
    const ask = async () => {
        const manifest = await registry.manifest(image.path, tag);
        if (manifest !== undefined && (digest === undefined || digest === manifest.digest))
            return manifest;
        wrong = new errors/* UserError */.yo(manifest === undefined
            ? `${ref} was pushed, but the registry does not have it`
            : `${ref} was pushed as ${digest}, but the registry has ${manifest.digest} there: someone else pushed the same tag`);
        throw wrong;
    };
    return (0,retry/* retry */.L)(ask, { ...patience, retryable: thrown => thrown === wrong });
}
/** The last line of what a builder said, which is why it failed. */
function gist(message) {
    const last = message.trimEnd().split('\n').at(-1) ?? '';
    return last.replace(/^(?:ERROR|Error): /, '');
}
function explain(image, thrown) {
    if (!(thrown instanceof exec/* ExecError */.c))
        return thrown;
    const remedy = remedyFor(thrown.message);
    return new errors/* UserError */.yo(`image '${image.name}': ${thrown.message}${remedy === undefined ? '' : `\n→ ${remedy}`}`);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/js/actions/build-push/src/config.js




/** Carried over as they are: they change how docker reaches things, and hold no password. */
const KEPT = ['proxies', 'cliPluginsExtraDirs', 'plugins', 'currentContext', 'HttpHeaders', 'auths'];
/** The key of a registry in `auths` and `credHelpers`. */
function authKey(host) {
    return host === 'docker.io' ? 'https://index.docker.io/v1/' : host;
}
/** Whether a key of `auths` or `credHelpers` stands for a registry; docker takes addresses as well as host names. */
function isKeyOf(key, host) {
    const named = key.replace(/^https?:\/\//i, '').replace(/\/.*$/, '');
    return host === 'docker.io' ? /^(?:(?:index|registry-1)\.)?docker\.io$/.test(named) : named === host;
}
/**
 * The config of this step, from that of the user.
 * @param login the registry that the step logs in to by itself, if it does. Its entries are left out, and the
 * credential store is asked for the others only, so that our password lands in no store that outlives the step.
 */
function privateConfig(users, login) {
    const kept = Object.fromEntries(Object.entries(users).filter(([key]) => KEPT.includes(key)));
    if (login === undefined)
        return { ...kept, ...pick(users, 'credsStore'), ...pick(users, 'credHelpers') };
    const others = Object.entries(users.auths ?? {}).filter(([key]) => !isKeyOf(key, login));
    const stored = users.credsStore === undefined ? [] : others.map(([key]) => [key, users.credsStore]);
    const helpers = Object.entries(users.credHelpers ?? {}).filter(([key]) => !isKeyOf(key, login));
    return {
        ...kept,
        auths: Object.fromEntries(others),
        credHelpers: Object.fromEntries([...stored, ...helpers]),
    };
}
function pick(config, key) {
    return config[key] === undefined ? {} : { [key]: config[key] };
}
/** The user's config folder and what its config.json holds. */
async function readUserConfig(env) {
    const folder = env.DOCKER_CONFIG || (0,external_node_path_.join)(env.HOME || (0,external_node_os_.homedir)(), '.docker');
    const path = (0,external_node_path_.join)(folder, 'config.json');
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '{}');
    try {
        return { folder, config: (JSON.parse(text) ?? {}) };
    }
    catch {
        // What the parser says would quote the file, and there are passwords in it.
        throw new errors/* UserError */.yo(`docker's configuration ${path} is no valid JSON; repair or remove it`);
    }
}
/**
 * Writes the step's own DOCKER_CONFIG, so that jobs on one machine cannot log each other out.
 * @returns its folder.
 */
async function writePrivateConfig(folder, users, login) {
    const own = (0,external_node_path_.join)(folder, 'docker');
    await (0,promises_.mkdir)(own, { mode: 0o700 });
    const config = JSON.stringify(privateConfig(users.config, login));
    await (0,promises_.writeFile)((0,external_node_path_.join)(own, 'config.json'), config, { mode: 0o600 });
    for (const name of ['cli-plugins', 'contexts'])
        await (0,promises_.symlink)((0,external_node_path_.join)(users.folder, name), (0,external_node_path_.join)(own, name));
    return own;
}

// EXTERNAL MODULE: ./build/js/toolkit/http/request.js
var request = __webpack_require__(5265);
;// CONCATENATED MODULE: ./build/js/actions/build-push/src/engines/engine.js
/** `repository:tag` for every tag. */
function references(image) {
    return image.tags.map(tag => `${image.repository}:${tag}`);
}
/** One option for each value: `--label a=b --label c=d`. */
function repeated(option, values) {
    return values.flatMap(value => [option, value]);
}
/** `key=value` for each entry. */
function assignments(values) {
    return Object.entries(values).map(([key, value]) => `${key}=${value}`);
}
/** Which Dockerfile, and how far; every engine takes these alike. */
function sourceOptions(image) {
    return ['--file', image.file, ...(image.target === undefined ? [] : ['--target', image.target])];
}
/** What goes into the image and onto it; every engine takes these alike. */
function contentOptions(image, settings) {
    return [
        ...repeated('--tag', references(image)),
        ...repeated('--label', assignments(image.labels)),
        ...repeated('--build-arg', assignments(image.buildArgs)),
        ...repeated('--secret', settings.secrets.map(({ id, path }) => `id=${id},src=${path}`)),
    ];
}
/** `docker login`, the password over standard input. */
async function dockerLogin(site, host, { username, password }) {
    // Without a server it is Docker Hub, whose entry goes under the key https://index.docker.io/v1/ that all tools read.
    const server = host === 'docker.io' ? [] : [host];
    const args = ['login', '--username', username, '--password-stdin', ...server];
    await site.exec('docker', args, { env: site.env, input: password, timeout: 60_000, signal: site.signal });
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/engines/buildah.js




/** `buildah build` and `buildah push`, which need no engine. */
const buildah = {
    name: 'buildah',
    objection(image, settings) {
        if (image.platforms.length > 1)
            return 'buildah builds for one platform at a time here; use buildx for several';
        if (settings.attestations === 'full')
            return 'buildah makes no attestations; use buildx for them';
        if ([...settings.cacheFrom, ...settings.cacheTo].some(cache => cache.startsWith('type=')))
            return 'buildah takes plain repositories as caches, such as localhost:5000/team/cache; those with type= are of buildx';
        return undefined;
    },
    async login(site, host, { username, password }) {
        const place = ['--authfile', authFile(site.env), ...insecure(host)];
        const args = ['login', ...place, '--username', username, '--password-stdin', host];
        await site.exec('buildah', args, { env: site.env, input: password, timeout: 60_000, signal: site.signal });
    },
    async build(site, image, settings, onLine) {
        const options = { env: site.env, signal: site.signal, onLine };
        const auth = authFile(site.env);
        await site.exec('buildah', buildahBuildArgs(image, settings, auth), options);
        if (!settings.push)
            return undefined;
        const digestFile = (0,external_node_path_.join)(site.folder, `digest-${encodeURIComponent(image.name)}`);
        // The first tag last: it is the one that says that the image is there.
        for (const reference of references(image).reverse())
            await site.exec('buildah', buildahPushArgs(reference, { auth, digestFile }), options);
        return (await (0,promises_.readFile)(digestFile, 'utf8')).trim();
    },
};
/** The arguments of one build. */
function buildahBuildArgs(image, settings, auth) {
    return [
        'build',
        ...['--authfile', auth],
        ...insecure(image.repository),
        // Without it buildah keeps nothing that a second build could start from.
        '--layers',
        ...sourceOptions(image),
        ...repeated('--platform', image.platforms),
        ...contentOptions(image, settings),
        ...repeated('--cache-from', settings.cacheFrom),
        ...repeated('--cache-to', settings.cacheTo),
        image.context,
    ];
}
/** The arguments of one push. */
function buildahPushArgs(reference, place) {
    const options = ['--authfile', place.auth, '--digestfile', place.digestFile, ...insecure(reference)];
    return ['push', ...options, reference, `docker://${reference}`];
}
/** Registries on this machine speak plain HTTP; docker knows by itself, buildah has to be told. */
function insecure(reference) {
    const hostname = /^(\[.*?\]|[^:/]*)/.exec(reference)?.[0] ?? '';
    return (0,request/* isLocal */.IX)(hostname) ? ['--tls-verify=false'] : [];
}
function authFile(env) {
    return (0,external_node_path_.join)(env.DOCKER_CONFIG, 'config.json');
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/engines/buildx.js



/** BuildKit through `docker buildx`, with the builder that the job has selected. */
const buildx = {
    name: 'buildx',
    objection: () => undefined,
    login: dockerLogin,
    build: (site, image, settings, onLine) => buildWith(undefined, site, image, settings, onLine),
};
/** One build with a builder by name, or the selected one. */
async function buildWith(builder, ...[site, image, settings, onLine]) {
    const metadata = (0,external_node_path_.join)(site.folder, `metadata-${encodeURIComponent(image.name)}.json`);
    const args = buildxArgs(image, settings, { metadata, ...(builder !== undefined && { builder }) });
    await site.exec('docker', args, { env: site.env, signal: site.signal, wholeTree: true, onLine });
    return settings.push ? digestOf(await (0,promises_.readFile)(metadata, 'utf8')) : undefined;
}
/**
 * The arguments of one build.
 * @param place where the builder writes what it made, and which builder it is (default: the selected one).
 */
function buildxArgs(image, settings, place) {
    return [
        'buildx',
        'build',
        ...(place.builder === undefined ? [] : ['--builder', place.builder]),
        ...['--progress', 'plain'],
        ...sourceOptions(image),
        ...(image.platforms.length === 0 ? [] : ['--platform', image.platforms.join(',')]),
        ...contentOptions(image, settings),
        ...repeated('--cache-from', settings.cacheFrom),
        ...repeated('--cache-to', settings.cacheTo),
        ...attestations(image, settings),
        ...['--metadata-file', place.metadata],
        ...output(image, settings, place.builder !== undefined),
        image.context,
    ];
}
function attestations(image, settings) {
    if (settings.attestations === 'full')
        return ['--provenance=mode=max', '--sbom=true'];
    const short = settings.attestations === 'auto' && settings.push && image.platforms.length > 1;
    return [short ? '--provenance=mode=min' : '--provenance=false'];
}
function output(image, settings, elsewhere) {
    if (settings.push)
        return ['--push'];
    // An engine without the containerd store holds no image for several platforms; and elsewhere there may be none.
    return image.platforms.length > 1 || elsewhere ? ['--output', 'type=cacheonly'] : ['--load'];
}
/** The digest in a metadata file, which holds `null` where the builder had nothing to say. */
function digestOf(metadata) {
    const digest = JSON.parse(metadata)?.['containerimage.digest'];
    return typeof digest === 'string' ? digest : undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/engines/docker.js


/** Plain `docker build` and `docker push`, for machines without buildx. */
const docker = {
    name: 'docker',
    objection(image, settings) {
        if (image.platforms.length > 1)
            return `docker without buildx builds for one platform at a time; ${REMEDY}`;
        if (settings.cacheTo.length > 0)
            return `docker without buildx exports no cache; ${REMEDY}`;
        if (settings.attestations === 'full')
            return `docker without buildx makes no attestations; ${REMEDY}`;
        return undefined;
    },
    login: dockerLogin,
    async build(site, image, settings, onLine) {
        const env = {
            ...site.env,
            // Where buildx is there after all, its builder must be the engine itself, or there is nothing to push.
            BUILDX_BUILDER: 'default',
            ...(settings.secrets.length > 0 && { DOCKER_BUILDKIT: '1' }),
        };
        const options = { env, signal: site.signal, wholeTree: true, onLine };
        await site.exec('docker', dockerBuildArgs(image, settings), options);
        if (!settings.push)
            return undefined;
        let digest;
        // The first tag last: it is the one that says that the image is there.
        for (const reference of references(image).reverse()) {
            const { stdout } = await site.exec('docker', ['push', reference], options);
            digest = pushedDigest(stdout, reference);
        }
        return digest;
    },
};
const REMEDY = 'install buildx (docker/setup-buildx-action does)';
/** The arguments of one build. */
function dockerBuildArgs(image, settings) {
    return [
        'build',
        ...sourceOptions(image),
        ...repeated('--platform', image.platforms),
        ...contentOptions(image, settings),
        ...repeated('--cache-from', settings.cacheFrom),
        image.context,
    ];
}
/** The digest that `docker push` names in its last line. */
function pushedDigest(output, reference) {
    const digest = /^\S+: digest: (sha256:[0-9a-f]{64}) size: \d+/m.exec(output)?.[1];
    if (digest === undefined)
        throw new errors/* UserError */.yo(`docker pushed ${reference} without naming a digest:\n${output}`);
    return digest;
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/engines/endpoint.js




const DRIVERS = {
    tcp: 'remote',
    unix: 'remote',
    kubernetes: 'kubernetes',
    'docker-container': 'docker-container',
};
/** Whether the input `builder` is an endpoint. */
function isEndpoint(builder) {
    return Object.hasOwn(DRIVERS, /^([a-z-]+):\/\//.exec(builder)?.[1] ?? '');
}
/**
 * Reads an endpoint; what follows a question mark are options of the driver.
 * @throws UserError where it has no address.
 */
function parseEndpoint(builder) {
    const [, scheme = '', place = '', query = ''] = /^([a-z-]+):\/\/([^?]*)\??(.*)$/.exec(builder) ?? [];
    const driver = DRIVERS[scheme];
    const options = [...new URLSearchParams(query)].map(([key, value]) => `${key}=${value}`);
    if (driver !== 'remote') {
        if (place === '')
            return { driver, options };
        throw new errors/* UserError */.yo(`input 'builder' is '${builder}': write options after a question mark, as in ${scheme}://?a=b`);
    }
    const wellFormed = scheme === 'unix' ? place.startsWith('/') : /^[^/]+:\d+$/.test(place);
    if (!wellFormed)
        throw new errors/* UserError */.yo(`input 'builder' is '${builder}': write ${scheme === 'unix' ? 'unix:///path/to/buildkitd.sock' : 'tcp://host:port'}`);
    return { driver, address: `${scheme}://${place}`, options };
}
/** The arguments that make a builder. */
function createArgs(name, { driver, address, options }) {
    return [
        ...['buildx', 'create', '--name', name, '--driver', driver],
        ...options.flatMap(option => ['--driver-opt', option]),
        ...(address === undefined ? [] : [address]),
    ];
}
/** BuildKit elsewhere: through a buildx builder that only this step knows, and that goes with it. */
function endpointEngine(endpoint) {
    return {
        name: 'buildx',
        objection: () => undefined,
        login: dockerLogin,
        async prepare(site) {
            await site.exec('docker', createArgs(nameOf(site), endpoint), { env: site.env, signal: site.signal });
        },
        build: (site, image, settings, onLine) => buildWith(nameOf(site), site, image, settings, onLine),
        async close(site) {
            // A remote BuildKit is only forgotten, and that happens with the private folder.
            if (endpoint.driver === 'remote')
                return;
            await site.exec('docker', ['buildx', 'rm', '--force', nameOf(site)], {
                env: site.env,
                accept: 'any',
                timeout: 60_000,
            });
        },
    };
}
// Unique, because the Kubernetes driver names its pods after it.
function nameOf(site) {
    return (0,external_node_path_.basename)(site.folder);
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/engines/choose.js





const missing = {
    docker: 'docker is not installed on this runner',
    buildx: "docker's plugin buildx is not installed on this runner; docker/setup-buildx-action installs it",
    buildah: 'buildah is not installed on this runner',
};
/**
 * Decides on a builder from the input `builder`.
 * @throws UserError where the input is no builder, or what it takes is not there.
 */
function chooseBuilder(wanted, found) {
    const take = (engine, why, ...needed) => {
        const lacking = needed.find(program => !found[program]);
        if (lacking !== undefined)
            throw new errors/* UserError */.yo(`input 'builder' is '${wanted}', but ${missing[lacking]}`);
        return { engine, why };
    };
    if (wanted === 'auto')
        return first(found);
    if (wanted === 'buildx')
        return take(buildx, 'asked for', 'docker', 'buildx');
    if (wanted === 'docker')
        return take(docker, 'asked for', 'docker');
    if (wanted === 'buildah')
        return take(buildah, 'asked for', 'buildah');
    if (isEndpoint(wanted))
        return take(endpointEngine(parseEndpoint(wanted)), `at ${wanted}`, 'docker', 'buildx');
    throw new errors/* UserError */.yo(`input 'builder' is '${wanted}': write auto, buildx, docker, buildah, or an address that starts with tcp://, unix://, kubernetes:// or docker-container://`);
}
function first(found) {
    if (found.docker && found.buildx)
        return { engine: buildx, why: 'the first choice, and it is here' };
    if (found.docker)
        return { engine: docker, why: 'docker is here, its plugin buildx is not' };
    if (found.buildah)
        return { engine: buildah, why: 'there is no docker here' };
    throw new errors/* UserError */.yo("input 'builder' is 'auto', but this runner has neither docker nor buildah; install one in an earlier step");
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/engines/find.js


// Where the docker client looks for plugins (docker/cli, cli-plugins/manager), after those the user has configured.
const PLUGINS = [
    '/usr/local/lib/docker/cli-plugins',
    '/usr/local/libexec/docker/cli-plugins',
    '/usr/lib/docker/cli-plugins',
    '/usr/libexec/docker/cli-plugins',
];
/**
 * Looks which builders this machine has, without starting any.
 * @param pluginFolders those of the user's docker configuration.
 */
async function findBuilders(path, pluginFolders) {
    const programs = path.split(external_node_path_.delimiter).filter(Boolean);
    const [docker, buildx, buildah] = await Promise.all([
        anywhere(programs, 'docker'),
        anywhere([...pluginFolders, ...PLUGINS], 'docker-buildx'),
        anywhere(programs, 'buildah'),
    ]);
    return { docker, buildx, buildah };
}
async function anywhere(folders, name) {
    const checks = folders.map(folder => (0,promises_.access)((0,external_node_path_.join)(folder, name), promises_.constants.X_OK));
    return Promise.any(checks).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/labels.js
/** The label that says which commit an image was built from. */
const REVISION = 'org.opencontainers.image.revision';
/**
 * The labels of one image (opencontainers/image-spec, "Pre-Defined Annotation Keys"); those of the user win, and one
 * that the user sets to nothing is left out.
 */
function labelsOf(image, origin, given) {
    const labels = {
        'org.opencontainers.image.title': image.name,
        'org.opencontainers.image.version': image.version,
        'org.opencontainers.image.created': origin.created.toISOString().replace(/\.\d+Z$/, 'Z'),
        [REVISION]: origin.revision,
        'org.opencontainers.image.source': origin.source,
        'org.opencontainers.image.url': origin.source,
        ...given,
    };
    return Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''));
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/existing.js




/**
 * Looks all images up at once, and says which need not be built.
 * @returns outcomes by image name.
 * @throws UserError where an image is there that may neither be reused nor replaced; RegistryError.
 */
async function findReusable(registry, images, ifExists) {
    const found = await Promise.all(images.map(async (image) => {
        const manifest = await registry.manifest(image.path, image.tags[0]);
        if (manifest === undefined || ifExists === 'overwrite')
            return undefined;
        const revision = ifExists === 'reuse' ? await revisionOf(registry, image.path, manifest) : undefined;
        checkReuse(image, revision, ifExists);
        return { image, manifest };
    }));
    const reusable = found.filter(entry => entry !== undefined);
    const outcomes = reusable.map(async ({ image, manifest }) => {
        await addMissingTags(registry, image, manifest);
        return [image.name, { state: 'reused', image, ...(await factsOf(registry, image, manifest)) }];
    });
    return new Map(await Promise.all(outcomes));
}
/** The commit that an image's label names. */
async function revisionOf(registry, path, manifest) {
    const first = imagesOfIndex(manifest)?.[0];
    const image = first === undefined ? manifest : await registry.manifest(path, first.digest);
    const digest = image?.body.config?.digest;
    if (digest === undefined)
        return undefined;
    const config = (await registry.json(path, digest));
    return config?.config?.Labels?.[REVISION];
}
/**
 * Makes sure that an image that exists stands for the one we would build.
 * @param revision the commit that it was built from.
 * @throws UserError where it may neither be reused nor replaced.
 */
function checkReuse(image, revision, ifExists) {
    const ref = `${image.repository}:${image.tags[0]}`;
    const advice = "choose another tag, or set if-exists to 'overwrite'";
    if (ifExists === 'fail')
        throw new errors/* UserError */.yo(`${ref} exists already, and input 'if-exists' is 'fail': ${advice}`);
    const wanted = image.labels[REVISION];
    if (wanted !== undefined && revision === wanted)
        return;
    const built = revision === undefined ? 'does not say from which commit' : `was built from ${revision}`;
    throw new errors/* UserError */.yo(`${ref} exists already and ${built}, but this is ${wanted ?? 'no known commit'}: ${advice}`);
}
/** An earlier run may have been stopped between two tags. Tags that are there may have moved on since, and stay. */
async function addMissingTags(registry, image, manifest) {
    await Promise.all(image.tags.slice(1).map(async (tag) => {
        if ((await registry.manifest(image.path, tag)) === undefined)
            await registry.tag(image.path, tag, manifest);
    }));
}

// EXTERNAL MODULE: ./build/js/toolkit/action/fields.js
var fields = __webpack_require__(6805);
;// CONCATENATED MODULE: ./build/js/actions/build-push/src/images.js


const KEYS = ['name', 'context', 'file', 'target', 'build-args', 'platforms'];
// What people write who have other tools in mind.
const OTHER_NAMES = {
    dockerfile: 'file',
    containerfile: 'file',
    path: 'context',
    args: 'build-args',
    arguments: 'build-args',
    image: 'name',
    stage: 'target',
};
/**
 * Reads the input `images`: `name=context` lines, or a YAML (or JSON) list. Either may hold `#` comments.
 * @throws UserError naming the entry that is wrong.
 */
async function readImages(input) {
    const images = isList(input) ? await fromYaml(input) : fromLines(input);
    if (images.length === 0)
        throw wrong('it is an empty list: write at least one image, as name=context');
    const names = images.map(image => image.name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
        throw wrong(`'${twice}' stands there twice; give every image a name of its own`);
    return images;
}
/** Whether the first line that says something begins a YAML (or JSON) list. */
function isList(input) {
    return /^(?:-\s|-$|---|\[)/.test(contentLines(input)[0] ?? '');
}
function contentLines(input) {
    const lines = input.split(/\r?\n/).map(line => line.trim());
    return lines.filter(line => line !== '' && !line.startsWith('#'));
}
function fromLines(input) {
    return contentLines(input).map(line => {
        if (!/^[^=]+=.+$/.test(line))
            throw wrong(`line '${line}' is not name=context, such as api=./services/api`);
        const [name, context] = (0,fields/* splitPair */.T6)(line);
        return { name, context, buildArgs: {}, platforms: [] };
    });
}
async function fromYaml(input) {
    const { parseDocument, visit } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    let entries;
    try {
        const document = parseDocument(input, { merge: true });
        if (document.errors[0])
            throw document.errors[0];
        visit(document, {
            // As it was written: a build argument 3.10 is no number 3.1, and an image may be called 404.
            Scalar(_key, node) {
                if (typeof node.value === 'number' || typeof node.value === 'boolean')
                    node.value = node.source;
            },
        });
        entries = document.toJS();
    }
    catch (thrown) {
        throw wrong(`it is no valid YAML: ${thrown.message.trimEnd()}`);
    }
    if (!Array.isArray(entries))
        throw wrong('write a YAML list, one entry an image');
    return entries.map(fromEntry);
}
function fromEntry(entry, index) {
    const place = `entry ${index + 1}`;
    if (!isMap(entry))
        throw wrong(`${place} is no mapping; write name: and context:`);
    const unknown = Object.keys(entry).find(key => !KEYS.includes(key));
    if (unknown !== undefined)
        throw wrong(`${place} has '${unknown}'; ${suggestion(unknown)}it takes ${KEYS.join(', ')}`);
    const { name, context } = entry;
    if (typeof name !== 'string' || name === '')
        throw wrong(`${place} has no name`);
    if (typeof context !== 'string' || context === '')
        throw wrong(`'${name}' has no context; name its folder`);
    return {
        name,
        context,
        ...optional(entry, 'file', name),
        ...optional(entry, 'target', name),
        buildArgs: buildArgs(entry['build-args'], name),
        platforms: platforms(entry.platforms, name),
    };
}
function optional(entry, key, name) {
    const value = entry[key];
    if (value === undefined || value === null)
        return {};
    if (typeof value !== 'string' || value === '')
        throw wrong(`'${name}' has a ${key} that is no text`);
    return { [key]: value };
}
function buildArgs(value, name) {
    if (value === undefined || value === null)
        return {};
    if (isMap(value))
        return Object.fromEntries(Object.entries(value).map(entry => argument(entry, name)));
    const items = typeof value === 'string' ? contentLines(value) : value;
    if (!Array.isArray(items))
        throw wrong(`'${name}' has build-args that are neither a mapping nor a list of NAME=value`);
    return Object.fromEntries(items.flatMap(item => {
        if (isMap(item))
            return Object.entries(item).map(entry => argument(entry, name));
        if (typeof item === 'string' && /^[^=]+=/.test(item))
            return [(0,fields/* splitPair */.T6)(item)];
        throw wrong(`'${name}' has the build argument '${String(item)}'; write NAME=value`);
    }));
}
function argument([key, value], name) {
    if (typeof value === 'string')
        return [key, value];
    throw wrong(`'${name}' has the build argument '${key}', whose value is no text`);
}
function platforms(value, name) {
    if (value === undefined || value === null)
        return [];
    if (typeof value === 'string')
        return contentLines(value);
    if (Array.isArray(value) && value.every(item => typeof item === 'string'))
        return value;
    throw wrong(`'${name}' has platforms that are no list such as [linux/amd64, linux/arm64]`);
}
/** `write 'file'; ` where that is what the key means, or nearly how it is spelled. */
function suggestion(unknown) {
    const plain = (key) => key.toLowerCase().replace(/[^a-z]/g, '');
    const key = OTHER_NAMES[plain(unknown)] ?? KEYS.find(known => nearly(plain(known), plain(unknown)));
    return key === undefined ? '' : `write '${key}'; `;
}
/** Whether two words differ in no more than one letter: one more, one less, or another one. */
function nearly(a, b) {
    let same = 0;
    while (same < a.length && a[same] === b[same])
        same++;
    const [restA, restB] = [a.slice(same), b.slice(same)];
    return restA === restB.slice(1) || restA.slice(1) === restB || restA.slice(1) === restB.slice(1);
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function wrong(why) {
    return new errors/* UserError */.yo(`input 'images': ${why}`);
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/login.js




/**
 * Logs the builder in.
 * @param accepted settles when the registry has answered us, with the same credentials: rejected where it refused them.
 * Undefined where nobody asks it.
 * @throws UserError
 */
async function logIn(engine, site, host, credentials, accepted) {
    let known = false;
    const attempt = async () => {
        try {
            await engine.login(site, host, credentials);
        }
        catch (thrown) {
            await accepted;
            known = accepted !== undefined;
            throw thrown;
        }
    };
    try {
        await (0,retry/* retry */.L)(attempt, {
            attempts: 3,
            delay: 1_000,
            signal: site.signal,
            // The engine takes a registry's 503 for "no login needed", and then says 401 for a password that is right.
            retryable: thrown => thrown instanceof exec/* ExecError */.c && (known || loginMayPass(thrown)),
        });
    }
    catch (thrown) {
        if (!(thrown instanceof exec/* ExecError */.c))
            throw thrown;
        throw new errors/* UserError */.yo(`cannot log in to ${host} as '${credentials.username}': ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/secrets.js



/**
 * The build secrets by their ids.
 * @throws UserError where an id could not stand in a Dockerfile or comes twice. A line without a good id is never
 * repeated: it may be a piece of a secret of several lines.
 */
function secretsOf(pairs) {
    const secrets = new Map();
    for (const [index, [id, value]] of pairs.entries()) {
        if (!/^[A-Za-z0-9_.-]+$/.test(id))
            throw new errors/* UserError */.yo(`input 'secrets', entry ${index + 1}: write id=value, the id of letters, digits, _ . and -, the value on one line`);
        if (secrets.has(id))
            throw new errors/* UserError */.yo(`input 'secrets' has the id '${id}' twice`);
        secrets.set(id, value);
    }
    return secrets;
}
/** Writes build secrets where builders read them from; files, because an environment shows in the process list. */
async function writeSecrets(folder, secrets) {
    if (secrets.size === 0)
        return [];
    const place = (0,external_node_path_.join)(folder, 'build-secrets');
    await (0,promises_.mkdir)(place, { mode: 0o700 });
    return Promise.all([...secrets].map(async ([id, value], index) => {
        const path = (0,external_node_path_.join)(place, String(index));
        await (0,promises_.writeFile)(path, value, { mode: 0o600 });
        return { id, path };
    }));
}

// EXTERNAL MODULE: ./build/js/toolkit/oci/reference.js
var reference = __webpack_require__(1304);
;// CONCATENATED MODULE: ./build/js/actions/build-push/src/tags.js


const variables = {
    run_number: values => (values.runNumber > 0 ? String(values.runNumber) : ''),
    short_sha: values => values.sha.slice(0, 7),
    sha: values => values.sha,
    branch: values => tagSafe(values.branch),
    date: values => values.date.toISOString().slice(0, 10).replaceAll('-', ''),
};
/**
 * Fills in tag templates; the same tag given twice counts once.
 * @throws UserError where a variable is unknown or has no value here, or a tag holds characters that no tag may have.
 */
function resolveTags(templates, values) {
    if (templates.length === 0)
        throw new errors/* UserError */.yo("input 'tags' is empty: write at least one tag");
    return [...new Set(templates.map(template => resolveTag(template, values)))];
}
function resolveTag(template, values) {
    const wrong = (why) => new errors/* UserError */.yo(`input 'tags' has '${template}': ${why}`);
    const tag = template.replace(/\{([^{}]*)\}/g, (written, name) => {
        const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
        if (variable === undefined) {
            const known = Object.keys(variables).map(known => `{${known}}`);
            throw wrong(`${written} is unknown; write one of ${known.join(', ')}`);
        }
        const value = variable(values);
        if (value === '')
            throw wrong(`${written} has no value in this run; leave it out`);
        return value;
    });
    if ((0,reference/* isTag */.dz)(tag))
        return tag;
    if (tag.length > 128)
        throw wrong(`it becomes ${tag.length} characters long, and a tag takes 128; shorten it`);
    if (/[,;\s]/.test(template))
        throw wrong('write one tag a line');
    throw wrong(`it becomes '${tag}'; a tag takes letters, digits, _ . - and does not start with . or -`);
}
/**
 * Which existing tags may later point elsewhere: those without a run number, sha or date. As wildcards, the way ECR's
 * immutability exclusions are written.
 */
function movingTags(templates) {
    const moving = templates.filter(template => !/\{(run_number|short_sha|sha)\}/.test(template));
    return [...new Set(moving.map(template => template.replace(/\{[^{}]*\}/g, '*')))];
}
/** A branch name as (part of) a tag: what tags do not take becomes `-`. */
function tagSafe(branch) {
    return branch
        .replace(/[^A-Za-z0-9_.-]+/g, '-')
        .replace(/^[.-]+/, '')
        .slice(0, 100);
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/target.js


const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;
// The name forms of docs.aws.amazon.com/general/latest/gr/ecr.html: classic, FIPS, China, and dual-stack.
const ECR = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws|on\.amazonwebservices\.com\.cn)$/;
// What docker's configuration calls Docker Hub.
const DOCKER_HUB_API = /^index\.docker\.io\/v1\/?$/;
const NEED_NAMESPACE = ['docker.io', 'ghcr.io', 'quay.io', 'public.ecr.aws'];
/**
 * Reads the input `registry`.
 * @throws UserError where it is no registry, or lacks the namespace that its host demands.
 */
function parseTarget(registry) {
    const wrong = (why) => new errors/* UserError */.yo(`input 'registry' is '${registry}': ${why}`);
    const [, scheme, rest] = /^([a-z0-9+.-]+:\/\/)(.*)$/is.exec(registry) ?? [];
    if (scheme !== undefined && rest !== undefined)
        throw wrong(`leave out the scheme and write '${rest.replace(DOCKER_HUB_API, 'docker.io/<your-name>')}'`);
    const [host = '', ...parts] = registry.replace(/\/$/, '').split('/');
    const namespace = parts.join('/');
    if (!/[.:]/.test(host) && host !== 'localhost')
        throw wrong(`it names no host; for Docker Hub write 'docker.io/${registry}'`);
    if (!HOST.test(host))
        throw wrong(`'${host}' is no host name; write host[:port]/namespace`);
    const port = /:(\d+)$/.exec(host)?.[1];
    if (Number(port) > 65535)
        throw wrong(`'${port}' is no port; the highest is 65535`);
    const canonical = /^(index\.docker\.io|registry-1\.docker\.io|docker\.io)$/i.test(host)
        ? 'docker.io'
        : host.toLowerCase();
    if (namespace === '' && NEED_NAMESPACE.includes(canonical))
        throw wrong(`it has no namespace; write ${canonical}/<your-name>`);
    if (namespace !== '' && !isPath(namespace))
        throw wrong(namespaceAdvice(namespace));
    return { host: canonical, namespace, ...service(canonical) };
}
/** Whether the text can stand behind a host: as a namespace, an image name, or both together. */
function isPath(text) {
    return (0,reference/* isName */.Eo)(`registry.example/${text}`);
}
/** The repository of an image: `host/namespace/name`, with the path on the registry alone beside it. */
function repositoryOf(target, name) {
    const path = target.namespace === '' ? name : `${target.namespace}/${name}`;
    return { repository: `${target.host}/${path}`, path };
}
function service(host) {
    if (host === 'public.ecr.aws')
        return { kind: 'ecr-public' };
    const [, account, region] = ECR.exec(host) ?? [];
    return account && region ? { kind: 'ecr', account, region } : { kind: 'other' };
}
function namespaceAdvice(namespace) {
    const lower = namespace.toLowerCase();
    return isPath(lower)
        ? `registries take lower case only; write '${lower}'`
        : `'${namespace}' is no namespace; it takes lower-case letters, digits and single separators . _ - between them`;
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/plan.js





/** Everything about the images that can be decided without looking at the machine or the registry. */
function makePlan(inputs, requests, context, now) {
    const target = parseTarget(inputs.registry);
    checkTogether(inputs, target);
    const tags = resolveTags(inputs.tags, {
        runNumber: context.runNumber,
        sha: context.headSha,
        branch: context.headRef,
        date: now,
    });
    const tag = tags[0];
    const origin = {
        source: context.repository === '' ? '' : `${context.serverUrl}/${context.repository}`,
        revision: context.headSha,
        created: commitTime(context) ?? now,
    };
    const images = requests.map(request => {
        checkName(request.name, target);
        return {
            name: request.name,
            ...repositoryOf(target, request.name),
            tags,
            context: request.context,
            file: request.file ?? `${request.context.replace(/\/+$/, '')}/Dockerfile`,
            ...(request.target !== undefined && { target: request.target }),
            platforms: readPlatforms(request.platforms.length > 0 ? request.platforms : inputs.platforms),
            buildArgs: { ...inputs['build-args'], ...request.buildArgs },
            labels: labelsOf({ name: request.name, version: tag }, origin, inputs.labels),
        };
    });
    return { target, tag, images };
}
function checkTogether(inputs, target) {
    secretsOf(inputs.secrets);
    if ((inputs.username === undefined) !== (inputs.password === undefined)) {
        const [given, missing] = inputs.username === undefined ? ['password', 'username'] : ['username', 'password'];
        throw new errors/* UserError */.yo(`input '${given}' is given without '${missing}': give both, or neither`);
    }
    if (inputs['fail-on-severity'] !== 'none' && target.kind !== 'ecr')
        throw new errors/* UserError */.yo(`input 'fail-on-severity' is '${inputs['fail-on-severity']}', but ${target.host} is no ECR registry and tells no scan results; leave it out`);
    if (inputs['create-repository'] && target.kind === 'other')
        throw new errors/* UserError */.yo(`input 'create-repository' is 'true', but ${target.host} is no ECR registry; leave it out: others create repositories by themselves`);
}
function checkName(name, target) {
    const why = imageNameProblem(name, target);
    if (why !== undefined)
        throw new errors/* UserError */.yo(`input 'images' has the name '${name}': ${why}`);
}
function imageNameProblem(name, target) {
    const { repository } = repositoryOf(target, name);
    if (repository.length > 255)
        return `with its registry it is ${repository.length} characters long; 255 are allowed`;
    if (!isPath(name))
        return isPath(name.toLowerCase())
            ? `registries take lower case only; write '${name.toLowerCase()}'`
            : 'it takes lower-case letters and digits, with single . _ - or / between them; write the tag in the input tags';
    return undefined;
}
const PLATFORM = /^[a-z0-9]+\/[a-z0-9_]+(?:\/v[0-9.]+)?$/;
function readPlatforms(given) {
    const platforms = given.flatMap(entry => entry.split(',').map(item => item.trim())).filter(Boolean);
    const wrong = platforms.find(platform => !PLATFORM.test(platform));
    if (wrong !== undefined)
        throw new errors/* UserError */.yo(`input 'platforms' has '${wrong}': write os/architecture, such as linux/arm64`);
    return [...new Set(platforms)];
}
// The commit's own time, where the event tells it: two runs of one commit then make the same image.
function commitTime(context) {
    const timestamp = context.event.head_commit?.timestamp;
    const time = timestamp === undefined ? Number.NaN : Date.parse(timestamp);
    return Number.isNaN(time) ? undefined : new Date(time);
}

// EXTERNAL MODULE: ./build/js/toolkit/markdown/text.js
var markdown_text = __webpack_require__(7953);
;// CONCATENATED MODULE: ./build/js/actions/build-push/src/summary.js



const STATES = {
    pushed: '🟢 pushed',
    reused: '♻️ reused',
    built: '🔵 built',
    failed: '🔴 failed',
    'not started': '⚪ not started',
};
/** The job summary: a table of the images, and how to get them. */
function summarize(plan, outcomes, scans, builder) {
    const scanOf = new Map(scans.map(scan => [scan.name, `${scan.failure === undefined ? '✅' : '❌'} ${scan.text}`]));
    const columns = [
        { title: 'Image', cell: ({ image }) => `**${image.name}**` },
        { title: 'Result', cell: ({ state }) => STATES[state] },
        { title: 'Digest', cell: outcome => ('digest' in outcome ? `\`${outcome.digest.slice(0, 19)}\`` : '') },
        {
            title: 'Size',
            right: true,
            cell: outcome => ('size' in outcome && outcome.size ? bytes(outcome.size) : ''),
        },
        { title: 'Platforms', cell: outcome => ('platforms' in outcome ? outcome.platforms.join('<br>') : '') },
        { title: 'Scan', cell: ({ image }) => scanOf.get(image.name) ?? '' },
        {
            title: 'Time',
            right: true,
            cell: outcome => ('milliseconds' in outcome ? duration(outcome.milliseconds) : ''),
        },
    ];
    return paragraphs([
        `### Images \`${plan.tag}\``,
        table(columns, outcomes),
        ...outcomes.flatMap(outcome => (outcome.state === 'failed' ? [whatItSaid(outcome)] : [])),
        `Built by ${builder}, for \`${place(plan)}\`.${otherTags(plan)}`,
        pullCommands(outcomes),
    ]);
}
const MOST_LINES = 20;
/** The end of what a failed image said. */
function whatItSaid({ image, error }) {
    const lines = (0,errors/* messageOf */.bD)(error)
        .trimEnd()
        .split('\n')
        .filter(line => line.trim() !== '')
        .slice(-MOST_LINES);
    return [
        `<details open><summary>🔴 <b>${image.name}</b></summary>`,
        '',
        (0,markdown_text/* fence */.EU)(lines.join('\n'), 'text'),
        '',
        '</details>',
    ].join('\n');
}
/** The job summary of a dry run. */
function summarizePlan(plan, push, builder) {
    return paragraphs([
        `### Images \`${plan.tag}\` (dry run)`,
        [
            '| Image | Reference | Platforms |',
            '| :-- | :-- | :-- |',
            ...plan.images.map(image => `| **${image.name}** | \`${image.repository}:${plan.tag}\` | ${image.platforms.join('<br>')} |`),
        ].join('\n'),
        `${builder} would build them${push ? ` and push them to \`${place(plan)}\`` : ''}.${otherTags(plan)} Nothing was done.`,
    ]);
}
/** Columns that are empty in every row are left out. */
function table(columns, outcomes) {
    const shown = columns.filter(column => outcomes.some(outcome => column.cell(outcome) !== ''));
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [
        line(shown.map(column => column.title)),
        line(shown.map(column => (column.right ? '--:' : ':--'))),
        ...outcomes.map(outcome => line(shown.map(column => column.cell(outcome)))),
    ].join('\n');
}
function place({ target }) {
    return target.namespace === '' ? target.host : `${target.host}/${target.namespace}`;
}
function otherTags(plan) {
    const others = plan.images[0]?.tags.slice(1) ?? [];
    return others.length === 0 ? '' : ` Also tagged ${others.map(tag => `\`${tag}\``).join(', ')}.`;
}
function pullCommands(outcomes) {
    const pulls = pushedImages(outcomes).map(image => `docker pull ${image.pinned}`);
    if (pulls.length === 0)
        return '';
    return ['<details><summary>Pull</summary>', '', '```sh', ...pulls, '```', '', '</details>'].join('\n');
}
function paragraphs(texts) {
    return texts.filter(text => text !== '').join('\n\n');
}
/** `0.4 s`, `12 s`, `2 min 5 s`. */
function duration(milliseconds) {
    const seconds = milliseconds / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
/** `512 kB`, `42.1 MB`; in powers of ten, as docker counts. */
function bytes(count) {
    if (count < 1e6)
        return `${Math.ceil(count / 1e3)} kB`;
    if (count < 1e9)
        return `${(count / 1e6).toFixed(1)} MB`;
    return `${(count / 1e9).toFixed(2)} GB`;
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/report.js




/** Waits for scans where they decide, and says what became of every image. */
async function reportOutcomes(plan, outcomes, inputs, builder, world) {
    for (const line of outcomeLines(outcomes))
        world.log.info(line);
    const scans = await scanAll(plan, outcomes, inputs, world);
    const pushed = pushedImages(outcomes);
    const failure = failureOf(outcomes, scans);
    return {
        outputs: {
            ...namesOf(plan),
            images: JSON.stringify(pushed),
            digest: pushed.find(image => image.name === plan.images[0]?.name)?.digest,
        },
        summary: summarize(plan, outcomes, scans, builder),
        ...(failure !== undefined && { failure }),
    };
}
/** Says what would be built, and does nothing. */
function reportDryRun(plan, inputs, builder, { log, context }) {
    for (const image of plan.images) {
        const platforms = image.platforms.length > 0 ? ` for ${image.platforms.join(', ')}` : '';
        log.info(`${inputs.push ? 'would build and push' : 'would build'} ${image.name} from ${(0,external_node_path_.relative)(context.workspace, image.context) || '.'}${platforms}`);
        for (const tag of image.tags)
            log.info(`  ${image.repository}:${tag}`);
    }
    return {
        outputs: { ...namesOf(plan), images: '[]', digest: undefined },
        summary: summarizePlan(plan, inputs.push, builder),
    };
}
function namesOf(plan) {
    return { image: plan.images[0] && `${plan.images[0].repository}:${plan.tag}`, tag: plan.tag };
}
async function scanAll(plan, outcomes, inputs, world) {
    const limit = inputs['fail-on-severity'];
    const images = inRegistry(outcomes);
    if (limit === 'none' || images.length === 0 || !inputs.push)
        return [];
    const { gate } = await __webpack_require__.e(/* import() */ 329).then(__webpack_require__.bind(__webpack_require__, 2329));
    world.log.info(`Waiting for ECR to scan ${images.map(({ image }) => image.name).join(', ')}`);
    return gate(plan.target, images, limit, world);
}
/** One line an image, in columns: name, what became of it, size, time, and what to pull. */
function outcomeLines(outcomes) {
    const rows = outcomes.map(outcome => [
        outcome.image.name,
        outcome.state,
        'size' in outcome && outcome.size !== undefined ? bytes(outcome.size) : '',
        'milliseconds' in outcome ? duration(outcome.milliseconds) : '',
        'digest' in outcome ? `${outcome.image.repository}:${outcome.image.tags[0]}@${outcome.digest}` : '',
    ]);
    const widths = [0, 1, 2, 3].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
    return rows.map(([name = '', state = '', size = '', time = '', reference = '']) => {
        const [names = 0, states = 0, sizes = 0, times = 0] = widths;
        const cells = [name.padEnd(names), state.padEnd(states), size.padStart(sizes), time.padStart(times)];
        return [...cells, reference].join('  ').trimEnd();
    });
}
function failureOf(outcomes, scans) {
    const failed = outcomes.filter(outcome => outcome.state === 'failed');
    const crash = failed.find(outcome => outcome.error instanceof Error && !(outcome.error instanceof errors/* UserError */.yo));
    if (crash)
        throw crash.error;
    const skipped = outcomes
        .filter(outcome => outcome.state === 'not started')
        .map(outcome => outcome.image.name);
    const messages = [
        ...failed.map(outcome => (0,errors/* messageOf */.bD)(outcome.error)),
        ...(skipped.length > 0 ? [`not started after that: ${skipped.join(', ')}`] : []),
        ...scans.flatMap(scan => scan.failure ?? []),
    ];
    return messages.length > 0 ? messages.join('\n') : undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/js/toolkit/oci/challenge.js
/** Reads the first challenge that we can answer; undefined where there is none. */
function parseChallenge(header) {
    if (header === undefined)
        return undefined;
    const bearer = /(?:^|,)\s*bearer\s+(.*)/i.exec(header);
    if (bearer) {
        const { realm, service, scope } = parameters(bearer[1] ?? '');
        if (realm !== undefined)
            return {
                scheme: 'bearer',
                realm,
                ...(service !== undefined && { service }),
                ...(scope !== undefined && { scope }),
            };
    }
    return /(?:^|,)\s*basic\b/i.test(header) ? { scheme: 'basic' } : undefined;
}
/** Of a name that comes again only the first counts: the rest belongs to the next challenge. */
function parameters(text) {
    const found = text.matchAll(/([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi);
    const entries = [...found].map(([, name, quoted, bare]) => [
        name?.toLowerCase(),
        quoted !== undefined ? quoted.replace(/\\(.)/g, '$1') : bare,
    ]);
    return Object.fromEntries(entries.reverse());
}

;// CONCATENATED MODULE: ./build/js/toolkit/oci/refusal.js

/** A registry that refused or failed. */
class RegistryError extends errors/* UserError */.yo {
    status;
    /** Milliseconds that the registry asks us to wait. */
    retryAfter;
    constructor(message, status, retryAfter) {
        super(message);
        this.status = status;
        this.retryAfter = retryAfter;
    }
}
/** The JSON object in an answer. @throws RegistryError where it is none. */
function parseJson(host, body) {
    try {
        const value = JSON.parse(body.toString('utf8'));
        if (typeof value === 'object' && value !== null)
            return value;
    }
    catch {
        // Falls through to the same complaint.
    }
    throw new RegistryError(`${host} answered with something that is no JSON object; is it a registry?`, 200);
}
const meanings = {
    401: 'it does not accept the user name and password (or wants some); check the inputs username and password',
    403: 'this user may not do that; give it the right to pull from and push to this repository',
    429: 'too many requests; try again later, or log in to get a higher limit',
};
/** What a refusal means, in words that help. */
function refusal(host, path, reply) {
    const meaning = meanings[reply.status] ?? kindOf(reply.status);
    const said = errorText(reply.body);
    return new RegistryError(`registry ${host} answered ${reply.status} for ${path}: ${meaning}${said && `. It says: ${said}`}`, reply.status, retryAfter(reply.headers['retry-after']));
}
function kindOf(status) {
    if (status >= 500)
        return 'it is broken at the moment; try again later';
    return status < 400 ? 'it sends us elsewhere; check the input registry' : 'it refused';
}
/** Whether a refusal says that there is no such repository, and not only no such image. */
function isRepositoryMissing(body) {
    return errorIn(body).code === 'NAME_UNKNOWN';
}
function errorText(body) {
    const { message = '' } = errorIn(body);
    return String(message).slice(0, 300);
}
/** The first error of an answer, as the distribution spec has it; Docker Hub puts some texts elsewhere. */
function errorIn(body) {
    try {
        const { errors, details } = JSON.parse(body.toString('utf8'));
        const [first] = errors ?? [];
        return { code: first?.code, message: first?.message ?? details ?? '' };
    }
    catch {
        return {};
    }
}
/** Retry-After (RFC 9110, 10.2.3) is a number of seconds or a date; at most a minute is waited. */
function retryAfter(header, now = Date.now()) {
    if (header === undefined)
        return undefined;
    const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
    return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), 60_000);
}

;// CONCATENATED MODULE: ./build/js/toolkit/oci/authentication.js


/** Sends for a repository of a registry: answers a challenge once, and follows redirects without taking credentials along. */
function authenticated(send, { host, credentials }) {
    const proofs = new Map();
    const prove = async (challenge, url, path) => {
        if (challenge.scheme === 'bearer')
            return `Bearer ${await fetchToken(send, url, path, challenge, { host, credentials })}`;
        return credentials && 'password' in credentials ? basicAuth(credentials) : undefined;
    };
    return async (url, path, request) => {
        const sendWith = async (authorization) => {
            const headers = { ...request.headers, ...(authorization && { authorization }) };
            return followed(send, url, { ...request, headers });
        };
        const known = proofs.get(path);
        const first = await sendWith(known);
        // Whom we are sent to may not ask for the credentials of the registry.
        if (first.status !== 401 || first.from !== url.origin)
            return first;
        const challenge = parseChallenge(first.headers['www-authenticate']);
        const proof = challenge && (await prove(challenge, url, path));
        if (proof === undefined || proof === known)
            return first;
        proofs.set(path, proof);
        return sendWith(proof);
    };
}
/** Sends, and follows redirects that leave the request as it is. */
async function followed(send, from, request) {
    // Of other requests only 307 and 308 keep method and body (RFC 9110, 15.4).
    const lowest = (request.method ?? 'GET') === 'GET' ? 300 : 307;
    const { authorization: _, ...others } = request.headers ?? {};
    let url = from;
    let current = await send(url, request);
    for (let hops = 0; hops < 5 && current.status >= lowest && current.status < 400; hops++) {
        const location = current.headers.location;
        if (location === undefined)
            break;
        if (!URL.canParse(location, url.href))
            throw new RegistryError(`${from.host} sends us to '${location}', which is no address`, current.status);
        url = new URL(location, url);
        // Signed addresses of a blob store: they carry their own proof, and refuse any other.
        current = await send(url, url.origin === from.origin ? request : { ...request, headers: others });
    }
    return { ...current, from: url.origin };
}
/** The token dance of distribution/distribution, docs "Token Authentication Specification". */
async function fetchToken(send, registry, path, challenge, { host, credentials }) {
    const realm = URL.canParse(challenge.realm) ? new URL(challenge.realm) : undefined;
    if (realm === undefined || (realm.protocol !== 'https:' && registry.protocol === 'https:'))
        throw new RegistryError(`${host} sends us to '${challenge.realm}' for a token, which is no https address`, 401);
    const asked = new URLSearchParams({
        ...(challenge.service !== undefined && { service: challenge.service }),
        scope: `repository:${path}:${credentials ? 'pull,push' : 'pull'}`,
    });
    const reply = await (credentials && 'identityToken' in credentials
        ? send(realm, exchange(asked, credentials))
        : send(withQuery(realm, asked), credentials ? { headers: { authorization: basicAuth(credentials) } } : {}));
    if (reply.status >= 400)
        throw refusal(host, path, reply);
    const { token, access_token } = parseJson(host, reply.body);
    const found = token || access_token;
    if (!found)
        throw new RegistryError(`${host} gave no token for ${path}`, reply.status);
    return found;
}
function withQuery(realm, asked) {
    const url = new URL(realm);
    for (const [name, value] of asked)
        url.searchParams.set(name, value);
    return url;
}
/** An identity token is traded in by POST (distribution/distribution, docs "OAuth2 Token Authentication"). */
function exchange(asked, { identityToken }) {
    const grant = { grant_type: 'refresh_token', client_id: 'gitops-actions', refresh_token: identityToken };
    return {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams([...asked, ...Object.entries(grant)]).toString(),
    };
}
function basicAuth({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

;// CONCATENATED MODULE: ./build/js/toolkit/oci/registry.js






const REMEDIES = {
    distrusted: 'have NODE_EXTRA_CA_CERTS name a file with its authority, and let the container engine trust it, too',
    absent: 'only registries on localhost may do without',
};
/** A client of one registry; logs in where the registry asks for it. */
async function openRegistry(options) {
    const { send, close } = await (0,request/* httpSender */.Cq)({
        ...options,
        timeout: options.timeout ?? 10_000,
        remedies: REMEDIES,
    });
    const server = options.host === 'docker.io' ? 'registry-1.docker.io' : options.host;
    const base = new URL(`${(0,request/* isLocal */.IX)(server.replace(/:\d+$/, '')) ? 'http' : 'https'}://${server}/v2/`);
    const ask = authenticated(send, options);
    const call = (path, rest, request = {}) => (0,retry/* retry */.L)(async () => {
        const reply = await ask(new URL(`${path}/${rest}`, base), path, request);
        if (reply.status >= 300 && reply.status !== 404)
            throw refusal(options.host, path, reply);
        return reply;
    }, { attempts: options.attempts ?? 3, delay: 1_000, retryable, signal: options.signal });
    return {
        async manifest(path, reference) {
            const reply = await call(path, `manifests/${reference}`, {
                headers: { accept: MANIFEST_TYPES.join(', ') },
            });
            if (reply.status !== 404)
                return readManifest(options.host, path, reply);
            if (options.missingRepository !== undefined && isRepositoryMissing(reply.body))
                throw new RegistryError(`there is no repository '${path}' in ${options.host}; ${options.missingRepository}`, 404);
            return undefined;
        },
        async json(path, digest) {
            const reply = await call(path, `blobs/${digest}`);
            if (reply.status === 404)
                throw new RegistryError(`${options.host} has no blob ${digest} in ${path}`, 404);
            return parseJson(options.host, reply.body);
        },
        async tag(path, tag, { bytes, mediaType }) {
            await call(path, `manifests/${tag}`, {
                method: 'PUT',
                headers: { 'content-type': mediaType },
                body: bytes,
            });
        },
        close,
    };
}
/** Whether trying again may help, and when: the server is busy or broken, or the connection was. Never for refusals. */
function retryable(thrown) {
    if (thrown instanceof request/* ConnectionError */.Rc)
        return true;
    if (!(thrown instanceof RegistryError))
        return false;
    if (thrown.status !== 429 && thrown.status < 500)
        return false;
    return thrown.retryAfter ?? true;
}
function readManifest(host, path, reply) {
    const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(reply.body).digest('hex')}`;
    const said = reply.headers['docker-content-digest'];
    if (said?.startsWith('sha256:') && said !== digest)
        throw new RegistryError(`${host} sent a manifest of ${path} that is not the one it names: ${said}`, reply.status);
    const body = parseJson(host, reply.body);
    const mediaType = reply.headers['content-type']?.split(';')[0]?.trim() ?? body.mediaType ?? '';
    return { digest, mediaType, bytes: reply.body, body };
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/credentials.js

/**
 * What an earlier login step left for a registry in docker's configuration, or its credential helper knows;
 * undefined where there is nothing.
 */
async function storedCredentials(host, config, world) {
    const key = authKey(host);
    const helper = entryOf(config.credHelpers, key, host) || config.credsStore;
    const entry = entryOf(config.auths, key, host);
    const inFile = entry?.identitytoken ? { identityToken: entry.identitytoken } : decodeAuth(entry?.auth);
    if (!helper)
        return inFile;
    try {
        const { env, signal } = world;
        const options = { env, input: key, timeout: 30_000, signal };
        const { stdout } = await world.exec(`docker-credential-${helper}`, ['get'], options);
        return fromHelper(stdout) ?? inFile;
    }
    catch {
        // No entry, or no such program here: the registry will say whether it wants a password.
        world.signal.throwIfAborted();
        return inFile;
    }
}
/** What stands under the very key, else under another spelling of it. */
function entryOf(entries, key, host) {
    return entries?.[key] ?? Object.entries(entries ?? {}).find(([other]) => isKeyOf(other, host))?.[1];
}
/** An `auth` of config.json: base64 of `user:password`. */
function decodeAuth(auth) {
    const [, username, password] = /^([^:]+):(.+)$/s.exec(Buffer.from(auth ?? '', 'base64').toString('utf8')) ?? [];
    return username !== undefined && password !== undefined ? { username, password } : undefined;
}
/** docker/docker-credential-helpers, "get": an identity token comes under the user name `<token>`. */
function fromHelper(output) {
    const { Username: username, Secret: password } = JSON.parse(output);
    if (!username || !password)
        return undefined;
    return username === '<token>' ? { identityToken: password } : { username, password };
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/session.js





/** Finds credentials, and makes the private DOCKER_CONFIG. */
async function openSession(inputs, target, users, world) {
    const { env, exec, signal } = world;
    const folder = await world.folder();
    const login = await ownCredentials(inputs, target, world);
    const config = await writePrivateConfig(folder, users, login && target.host);
    const site = { exec, env: programEnvironment(env, config, users.folder, inputs.builder), folder, signal };
    const settings = {
        push: inputs.push,
        attestations: inputs.attestations,
        cacheFrom: inputs['cache-from'],
        cacheTo: inputs['cache-to'],
        secrets: await writeSecrets(folder, secretsOf(inputs.secrets)),
    };
    if (!inputs.push)
        return { site, settings, login, registry: undefined };
    const credentials = login ?? (await storedCredentials(target.host, users.config, world));
    if (credentials)
        world.secrets.add('password' in credentials ? credentials.password : credentials.identityToken);
    const mustExist = target.kind !== 'other' && !inputs['create-repository'];
    const registry = await openRegistry({
        ...{ host: target.host, env, signal },
        ...(credentials && { credentials }),
        ...(mustExist && { missingRepository: "set create-repository to 'true', or create it" }),
    });
    return { site, settings, login, registry };
}
async function ownCredentials(inputs, target, world) {
    const { username, password } = inputs;
    if (username !== undefined && password !== undefined)
        return { username, password };
    // Building alone must work where a job has no AWS credentials, as on a fork's pull request.
    if (target.kind === 'other' || !inputs.push)
        return undefined;
    const { ecrCredentials } = await __webpack_require__.e(/* import() */ 993).then(__webpack_require__.bind(__webpack_require__, 7993));
    return ecrCredentials(target, world);
}
/** What the programs we start see: not our inputs, some of which are secrets. */
function programEnvironment(env, config, usersFolder, builder) {
    const passed = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')));
    // A builder that an earlier step has set up is used where it is; one of our own is made where it goes with us.
    const buildx = builder.includes('://')
        ? (0,external_node_path_.join)(config, 'buildx')
        : (env.BUILDX_CONFIG ?? (0,external_node_path_.join)(usersFolder, 'buildx'));
    return { ...passed, DOCKER_CONFIG: config, BUILDX_CONFIG: buildx };
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/together.js
/**
 * Does several things at once. When one fails, the others are told to stop and waited for, so that nothing goes on
 * behind the back of the caller.
 * @throws what failed first.
 */
async function together(signal, start) {
    const stop = new AbortController();
    const tasks = start(AbortSignal.any([signal, stop.signal]));
    let first;
    const settled = await Promise.all(tasks.map(async (task) => {
        try {
            return await task;
        }
        catch (thrown) {
            first ??= { thrown };
            stop.abort(thrown);
            return undefined;
        }
    }));
    if (first)
        throw first.thrown;
    return settled;
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/workspace.js



/**
 * Makes the paths of an image absolute, and makes sure that they exist and lie in the workspace, symlinks followed.
 * @throws UserError naming the image and the path.
 */
async function locate(image, workspace) {
    const root = await (0,promises_.realpath)(workspace).catch(() => {
        throw new errors/* UserError */.yo(`the workspace '${workspace}' does not exist; is GITHUB_WORKSPACE right?`);
    });
    const context = await inside(root, image.context, 'context', image.name);
    if (!(await (0,promises_.stat)(context)).isDirectory())
        throw workspace_wrong(image.name, 'context', image.context, 'it is no folder; name the folder that holds the Dockerfile');
    const file = await inside(root, image.file, 'Dockerfile', image.name);
    if (!(await (0,promises_.stat)(file)).isFile())
        throw workspace_wrong(image.name, 'Dockerfile', image.file, 'it is no file');
    return { ...image, context, file };
}
async function inside(root, path, what, name) {
    if (/^[a-z+]+:\/\/|^git@/i.test(path))
        throw workspace_wrong(name, what, path, 'addresses are not built from; check the repository out and name a folder');
    const wanted = (0,external_node_path_.resolve)(root, path);
    const outside = () => workspace_wrong(name, what, path, 'it lies outside the workspace; paths start at the root of the repository');
    if (!within(root, wanted))
        throw outside();
    const real = await (0,promises_.realpath)(wanted).catch(() => {
        throw workspace_wrong(name, what, path, 'it does not exist; paths start at the root of the repository (is it checked out?)');
    });
    if (!within(root, real))
        throw outside();
    return real;
}
function within(root, path) {
    const way = (0,external_node_path_.relative)(root, path);
    return !(0,external_node_path_.isAbsolute)(way) && way !== '..' && !way.startsWith('../');
}
function workspace_wrong(name, what, path, why) {
    return new errors/* UserError */.yo(`image '${name}' has the ${what} '${path}': ${why}`);
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/build-push.js















/** Builds the images and pushes them. */
async function buildPush(inputs, world) {
    for (const [, value] of inputs.secrets)
        world.secrets.add(value);
    const plan = await decide(inputs, world);
    const users = await readUserConfig(world.env);
    const plugins = [(0,external_node_path_.join)(users.folder, 'cli-plugins'), ...(users.config.cliPluginsExtraDirs ?? [])];
    const choice = chooseBuilder(inputs.builder, await findBuilders(world.env.PATH ?? '', plugins));
    checkEngine(choice, plan, inputs);
    world.log.info(`Builder: ${choice.engine.name} (${choice.why})`);
    if (inputs['dry-run'])
        return reportDryRun(plan, inputs, choice.engine.name, world);
    try {
        const session = await openSession(inputs, plan.target, users, world);
        return await execute(plan, inputs, choice, session, world);
    }
    catch (thrown) {
        world.signal.throwIfAborted();
        throw thrown;
    }
}
async function decide(inputs, { context, now }) {
    const plan = makePlan(inputs, await readImages(inputs.images), context, now());
    return { ...plan, images: await Promise.all(plan.images.map(image => locate(image, context.workspace))) };
}
function checkEngine({ engine }, plan, inputs) {
    const settings = { ...inputs, cacheFrom: inputs['cache-from'], cacheTo: inputs['cache-to'], secrets: [] };
    for (const image of plan.images) {
        const objection = engine.objection(image, settings);
        if (objection !== undefined)
            throw new errors/* UserError */.yo(`image '${image.name}': ${objection}`);
    }
}
async function execute(plan, inputs, { engine }, session, world) {
    const { site, settings, registry, login } = session;
    const { log, signal } = world;
    try {
        const lookup = registry && findReusable(registry, plan.images, inputs['if-exists']);
        const [reused = new Map()] = await together(signal, stop => {
            const stoppable = { ...site, signal: stop };
            return [
                lookup,
                login && logIn(engine, stoppable, plan.target.host, login, lookup),
                engine.prepare?.(stoppable),
                inputs['create-repository'] && inputs.push && createRepositories(plan, inputs, world, stop),
            ];
        });
        for (const name of reused.keys())
            log.info(`${name}: is in the registry already and is reused`);
        const toBuild = plan.images.filter(image => !reused.has(image.name));
        const workshop = { engine, site, settings, registry, log, prefixed: toBuild.length > 1 };
        const built = toBuild.length === 0
            ? []
            : await log.group(`Building ${toBuild.map(image => image.name).join(', ')}`, () => buildAll(toBuild, inputs.parallel, workshop));
        signal.throwIfAborted();
        const fresh = new Map(built.map(outcome => [outcome.image.name, outcome]));
        const outcomes = plan.images.map(({ name }) => (reused.get(name) ?? fresh.get(name)));
        return await reportOutcomes(plan, outcomes, inputs, engine.name, world);
    }
    finally {
        registry?.close();
        await engine.close?.(site);
    }
}
async function createRepositories(plan, inputs, world, signal) {
    const { ensureRepositories } = await __webpack_require__.e(/* import() */ 58).then(__webpack_require__.bind(__webpack_require__, 8058));
    const names = plan.images.map(image => image.path);
    const created = await ensureRepositories(plan.target, names, movingTags(inputs.tags), { ...world, signal });
    for (const name of created)
        world.log.info(`Created the repository ${plan.target.host}/${name}`);
}

// EXTERNAL MODULE: ./build/js/toolkit/action/spec.js
var spec = __webpack_require__(9387);
;// CONCATENATED MODULE: ./build/js/actions/build-push/src/spec.js


const spec_spec = (0,spec/* defineAction */.Q)({
    name: 'build-push',
    title: 'Build and push images',
    description: 'Builds several container images at once, tags them by run number and commit, and pushes them to Docker Hub, ECR or any other registry.',
    branding: { icon: 'box', color: 'blue' },
    inputs: {
        images: (0,fields/* text */.Qq)({
            description: 'The images to build: one `name=context` a line, where the context is a folder of the workspace that holds a Dockerfile. Or a YAML list of `name`, `context`, `file`, `target`, `build-args` and `platforms`; `file` is a path from the workspace, as `context` is.',
            required: true,
        }),
        registry: (0,fields/* text */.Qq)({
            description: 'Where the images live, with their namespace: `docker.io/maestrops`, `ghcr.io/owner`, `<account>.dkr.ecr.<region>.amazonaws.com`, `public.ecr.aws/alias`, `localhost:5000/team`.',
            required: true,
        }),
        username: (0,fields/* text */.Qq)({
            description: 'The user to log in as. Not needed for ECR, which takes the AWS credentials of the job, nor after a login step.',
        }),
        password: (0,fields/* secret */.rJ)({ description: 'The password or, better, an access token of that user.' }),
        tags: (0,fields/* lines */.Mn)({
            description: 'The tags, one a line; the first one is the output `tag` and decides whether an image exists already. `{run_number}`, `{short_sha}`, `{sha}`, `{branch}` and `{date}` are filled in; on a pull request they come from its head.',
            default: '{run_number}-{short_sha}',
        }),
        platforms: (0,fields/* list */.p_)({
            description: 'The platforms to build for, such as `linux/amd64` and `linux/arm64`. Default: that of the builder.',
        }, platform => platform),
        'build-args': (0,fields/* pairs */.AS)({
            description: 'Build arguments for every image, one `NAME=value` a line. Not for secrets.',
        }),
        secrets: (0,fields/* list */.p_)({
            description: 'Build secrets, one `id=value` a line, for `RUN --mount=type=secret,id=…`. They never enter an image or a command line.',
            secret: true,
        }, fields/* splitPair */.T6),
        labels: (0,fields/* pairs */.AS)({
            description: 'Labels for every image, one `key=value` a line, beside the OCI labels that are always set.',
        }),
        'cache-from': (0,fields/* lines */.Mn)({
            description: 'Caches to read, one a line, as buildx takes them: `type=gha`, `type=registry,ref=…`.',
        }),
        'cache-to': (0,fields/* lines */.Mn)({
            description: 'Caches to write, one a line, as buildx takes them: `type=gha,mode=max`.',
        }),
        push: (0,fields/* bool */.lc)({
            description: 'Push the images. `false` only builds them, which is enough on a pull request.',
            default: true,
        }),
        'if-exists': (0,fields/* choice */.Yq)({
            description: 'What to do where the first tag is in the registry already, as on a re-run: `reuse` its digest if it was built from the same commit (and fail otherwise), `fail`, or `overwrite` it.',
            words: ['reuse', 'fail', 'overwrite'],
            default: 'reuse',
        }),
        'create-repository': (0,fields/* bool */.lc)({
            description: 'ECR: create missing repositories, encrypted, with scan on push, immutable tags, and a lifecycle policy that expires untagged images.',
            default: false,
        }),
        'fail-on-severity': (0,fields/* choice */.Yq)({
            description: 'ECR: wait for the scan of every pushed image and fail where it finds something this severe or worse. `none` does not wait.',
            words: ['none', 'low', 'medium', 'high', 'critical'],
            default: 'none',
        }),
        attestations: (0,fields/* choice */.Yq)({
            description: 'Provenance and SBOM, which turn an image into an index (AWS Lambda and some scanners refuse those). `auto`: short provenance on images for several platforms only; `off`: none; `full`: full provenance and an SBOM on every image.',
            words: ['auto', 'off', 'full'],
            default: 'auto',
        }),
        builder: (0,fields/* text */.Qq)({
            description: 'What builds: `auto` (the first that is there), `buildx`, `docker`, `buildah`, or a BuildKit elsewhere: `tcp://host:1234`, `unix:///path/buildkitd.sock`, `kubernetes://`. Driver options follow a question mark: `kubernetes://?namespace=ci&replicas=2`, `tcp://host:1234?cacert=ca.pem&cert=cert.pem&key=key.pem`.',
            default: 'auto',
        }),
        parallel: (0,fields/* integer */.nd)({ description: 'How many images are built at a time.', min: 1, max: 32, default: '4' }),
    },
    outputs: {
        images: {
            description: 'What the registry now holds, as JSON: `[{name, repository, tag, ref, digest, pinned, reused}]`. `ref` is `repository:tag`, `pinned` is `repository:tag@digest`.',
        },
        image: { description: 'The first image, as `repository:tag`.' },
        tag: { description: 'The first tag.' },
        digest: { description: 'The digest of the first image, as the registry confirmed it.' },
    },
});

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/main.js



const main = () => (0,run/* run */.eF)(spec_spec, buildPush);
const post = run/* cleanUp */.nY;


/***/ }),

/***/ 5265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ httpSender),
/* harmony export */   IX: () => (/* binding */ isLocal),
/* harmony export */   Rc: () => (/* binding */ ConnectionError)
/* harmony export */ });
/* unused harmony export httpsProblem */
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3055);

/** A server that gave no (complete) answer: unreachable, cut off or silent. Trying again may help. */
class ConnectionError extends _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
}
// What Node calls certificates that it does not trust.
const DISTRUST = /^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY)|DEPTH_ZERO_SELF|SELF_SIGNED)/;
/** Why HTTPS does not work with a server, and what to do; undefined for other failures, which may pass. */
function httpsProblem({ code = '', message }, remedies) {
    if (DISTRUST.test(code))
        return `has a certificate that is not trusted here (${message}); ${remedies.distrusted}`;
    if (code === 'EPROTO' || code === 'ERR_SSL_WRONG_VERSION_NUMBER')
        return `does not speak HTTPS; ${remedies.absent}`;
    return undefined;
}
const LARGEST_BODY = 8 * 1024 * 1024;
/**
 * HTTP with kept connections, through HTTPS_PROXY, HTTP_PROXY and NO_PROXY of `env` (never for this machine itself,
 * as in Go's programs, so that docker and we agree).
 * @throws ConnectionError where no complete answer came, UserError where HTTPS cannot work; each `Send` also rejects when `signal` aborts.
 */
async function httpSender(options) {
    const agents = new Map();
    const trusted = options.ca === undefined ? undefined : await withOwn(options.ca);
    const modules = { 'http:': () => Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19)), 'https:': () => Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) };
    const send = async (url, request = {}) => {
        options.signal.throwIfAborted();
        const protocol = url.protocol === 'http:' ? 'http:' : 'https:';
        const http = await modules[protocol]();
        const proxied = !isLocal(url.hostname);
        const key = `${protocol} ${proxied}`;
        const agent = agents.get(key) ??
            new http.Agent({
                keepAlive: true,
                ...(proxied && { proxyEnv: options.env }),
                ...(protocol === 'https:' && trusted && { ca: trusted }),
            });
        agents.set(key, agent);
        return answer(http.request, url, request, { ...options, agent });
    };
    return {
        send,
        close() {
            for (const agent of agents.values())
                agent.destroy();
        },
    };
}
/** Whether a host name (without its port) is this machine: there plain HTTP is no risk, and no proxy stands between. */
function isLocal(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
function answer(start, url, request, options) {
    const timeout = Math.min(options.timeout, request.timeout ?? Number.POSITIVE_INFINITY);
    const { promise, resolve, reject } = Promise.withResolvers();
    const fail = (why) => reject(new ConnectionError(`${url.host} ${why}`));
    const sent = start(url, {
        method: request.method ?? 'GET',
        headers: { 'user-agent': 'gitops-actions', ...request.headers },
        agent: options.agent,
    }, reply => {
        collect(reply, options.largestBody ?? LARGEST_BODY).then(resolve, thrown => fail(`broke off its answer: ${thrown.message}`));
    });
    const silent = setTimeout(() => {
        fail(`gave no answer within ${Math.round(timeout / 10) / 100} s`);
        sent.destroy();
    }, timeout);
    const cancel = () => {
        reject(options.signal.reason);
        sent.destroy();
    };
    options.signal.addEventListener('abort', cancel);
    sent.on('error', (thrown) => {
        const problem = httpsProblem(thrown, options.remedies);
        if (problem === undefined)
            fail(`cannot be reached: ${thrown.message || thrown.code}`);
        else
            reject(new _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${url.host} ${problem}`));
    });
    sent.end(request.body);
    return promise.finally(() => {
        clearTimeout(silent);
        options.signal.removeEventListener('abort', cancel);
    });
}
/** Certificates of one's own take the place of the trusted ones unless these are named, too. */
async function withOwn(ca) {
    const { getCACertificates } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1692, 19));
    return [...getCACertificates('default'), ca];
}
async function collect(reply, largest) {
    const chunks = [];
    let size = 0;
    for await (const chunk of reply) {
        size += chunk.length;
        if (size > largest)
            throw new Error(`it is larger than ${largest} bytes`);
        chunks.push(chunk);
    }
    const headers = Object.fromEntries(Object.entries(reply.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
    ]));
    return { status: reply.statusCode ?? 0, headers, body: Buffer.concat(chunks) };
}


/***/ }),

/***/ 1304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   Cy: () => (/* binding */ lastComponent),
/* harmony export */   Eo: () => (/* binding */ isName),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   fq: () => (/* binding */ fullName)
/* harmony export */ });
/**
 * Names of images, after the grammar of github.com/distribution/reference:
 * `[domain[:port]/]path[:tag][@algorithm:hex]`.
 */
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const DOMAIN = '(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?';
const NAME = new RegExp(`^(?:${DOMAIN}/)?${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const LONGEST_NAME = 255;
/** Whether the text can be a tag. */
function isTag(text) {
    return TAG.test(text);
}
/** Whether the text is a whole digest, `sha256:` or `sha512:` and its hex digits. */
function isDigest(text) {
    return DIGEST.test(text);
}
/** Whether the text can name a repository, with or without a registry before it. */
function isName(text) {
    return text.length <= LONGEST_NAME && NAME.test(text);
}
/** The parts of a reference; undefined where the text is none. The digest may be cut short, as examples have it. */
function parseReference(text) {
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : text.slice(at + 1);
    const rest = at < 0 ? text : text.slice(0, at);
    const colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
    const tag = colon < 0 ? undefined : rest.slice(colon + 1);
    const name = colon < 0 ? rest : rest.slice(0, colon);
    if (!isName(name) || (tag !== undefined && !isTag(tag)))
        return undefined;
    if (digest !== undefined && !/^[a-z0-9+._-]+:[0-9a-f]+$/.test(digest))
        return undefined;
    return { name, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}
/** A reference as text. */
function formatReference({ name, tag, digest }) {
    return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}
/** The one full spelling of a name: `nginx`, `docker.io/nginx` and `index.docker.io/library/nginx` are the same. */
function fullName(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const hasDomain = first === 'localhost' || /[.:A-Z]/.test(first);
    const domain = hasDomain ? first.toLowerCase() : 'docker.io';
    const path = hasDomain ? name.slice(slash + 1) : name;
    if (!/^(?:(?:index|registry-1)\.)?docker\.io$/.test(domain))
        return `${domain}/${path}`;
    return `docker.io/${path.includes('/') ? path : `library/${path}`}`;
}
/** The last part of a name's path: the one part that stands in every spelling of it. */
function lastComponent(name) {
    return name.slice(name.lastIndexOf('/') + 1);
}


/***/ })

};
