export const id = 670;
export const ids = [670];
export const modules = {

/***/ 670:
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
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/js/toolkit/retry/retry.js

/**
 * Tries until it works, with exponential back-off and full jitter, so that many writers do not meet again.
 * @throws what the last try threw.
 */
async function retry(attemptOnce, options) {
    for (let attempt = 1;; attempt++) {
        try {
            return await attemptOnce(attempt);
        }
        catch (thrown) {
            if (attempt >= options.attempts || options.signal?.aborted)
                throw thrown;
            const verdict = options.retryable(thrown, attempt);
            if (verdict === false)
                throw thrown;
            const wait = verdict === true ? backoff(attempt, options) : verdict;
            await pause(wait, options.signal);
        }
    }
}
async function pause(milliseconds, signal) {
    try {
        await (0,promises_.setTimeout)(milliseconds, undefined, signal ? { signal } : {});
    }
    catch (thrown) {
        // The sleep throws an error of its own; the reason for the abort says who cancelled.
        signal?.throwIfAborted();
        throw thrown;
    }
}
function backoff(attempt, { delay, maxDelay = 30_000, random = Math.random }) {
    return Math.min(maxDelay, delay * 2 ** (attempt - 1)) * random();
}

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
function parameters(text) {
    const found = text.matchAll(/([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi);
    return Object.fromEntries([...found].map(([, name, quoted, bare]) => [
        name?.toLowerCase(),
        quoted !== undefined ? quoted.replace(/\\(.)/g, '$1') : bare,
    ]));
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

;// CONCATENATED MODULE: ./build/js/toolkit/oci/request.js

/** A server that gave no (complete) answer: unreachable, cut off or silent. Trying again may help. */
class ConnectionError extends errors/* UserError */.yo {
}
const LARGEST_BODY = 8 * 1024 * 1024;
/**
 * HTTP with kept connections, through HTTPS_PROXY, HTTP_PROXY and NO_PROXY of `env` (never for this machine itself,
 * as in Go's programs, so that docker and we agree).
 * @param timeout milliseconds that a request may take in all.
 * @throws ConnectionError where no complete answer came; each `Send` also rejects when `signal` aborts.
 */
async function httpSender(options) {
    const agents = new Map();
    const modules = { 'http:': () => Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19)), 'https:': () => Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) };
    const send = async (url, request = {}) => {
        options.signal.throwIfAborted();
        const protocol = url.protocol === 'http:' ? 'http:' : 'https:';
        const http = await modules[protocol]();
        const proxied = !isLocal(url.hostname);
        const key = `${protocol} ${proxied}`;
        const agent = agents.get(key) ?? new http.Agent({ keepAlive: true, ...(proxied && { proxyEnv: options.env }) });
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
/** Whether a host name (without its port) is this machine; registries there speak plain HTTP, as docker has it. */
function isLocal(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
function answer(start, url, request, options) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const fail = (why) => reject(new ConnectionError(`${url.host} ${why}`));
    const sent = start(url, {
        method: request.method ?? 'GET',
        headers: { 'user-agent': 'gitops-actions', ...request.headers },
        agent: options.agent,
    }, reply => {
        collect(reply).then(resolve, thrown => fail(`broke off its answer: ${thrown.message}`));
    });
    const silent = setTimeout(() => {
        fail(`gave no answer within ${options.timeout / 1000} s`);
        sent.destroy();
    }, options.timeout);
    const cancel = () => {
        reject(options.signal.reason);
        sent.destroy();
    };
    options.signal.addEventListener('abort', cancel);
    sent.on('error', thrown => fail(`cannot be reached: ${thrown.message || thrown.code}`));
    sent.end(request.body);
    return promise.finally(() => {
        clearTimeout(silent);
        options.signal.removeEventListener('abort', cancel);
    });
}
async function collect(reply) {
    const chunks = [];
    let size = 0;
    for await (const chunk of reply) {
        size += chunk.length;
        if (size > LARGEST_BODY)
            throw new Error(`it is larger than ${LARGEST_BODY} bytes`);
        chunks.push(chunk);
    }
    const headers = Object.fromEntries(Object.entries(reply.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
    ]));
    return { status: reply.statusCode ?? 0, headers, body: Buffer.concat(chunks) };
}

;// CONCATENATED MODULE: ./build/js/toolkit/oci/registry.js






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
/** A client of one registry; logs in where the registry asks for it. */
async function openRegistry(options) {
    const { send, close } = await httpSender({ ...options, timeout: options.timeout ?? 10_000 });
    const server = options.host === 'docker.io' ? 'registry-1.docker.io' : options.host;
    const base = new URL(`${isLocal(server.replace(/:\d+$/, '')) ? 'http' : 'https'}://${server}/v2/`);
    const ask = authenticated(send, options);
    const call = (path, rest, request = {}) => retry(async () => {
        const reply = await ask(new URL(`${path}/${rest}`, base), path, request);
        if (reply.status >= 400 && reply.status !== 404)
            throw refusal(options.host, path, reply);
        return reply;
    }, { attempts: options.attempts ?? 3, delay: 1_000, retryable, signal: options.signal });
    return {
        async manifest(path, reference) {
            const reply = await call(path, `manifests/${reference}`, {
                headers: { accept: MANIFEST_TYPES.join(', ') },
            });
            return reply.status === 404 ? undefined : readManifest(options.host, path, reply);
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
    if (thrown instanceof ConnectionError)
        return true;
    if (!(thrown instanceof RegistryError))
        return false;
    if (thrown.status !== 429 && thrown.status < 500)
        return false;
    return thrown.retryAfter ?? true;
}
/** Sends, answers a challenge once, follows redirects without carrying credentials to other hosts. */
function authenticated(send, { host, credentials }) {
    const proofs = new Map();
    const prove = async (challenge, url, path) => {
        if (challenge.scheme === 'bearer')
            return `Bearer ${await fetchToken(send, url, path, challenge, { host, credentials })}`;
        return credentials && basicAuth(credentials);
    };
    return async (url, path, request) => {
        const sendWith = (authorization) => send(url, { ...request, headers: { ...request.headers, ...(authorization && { authorization }) } });
        const known = proofs.get(path);
        const first = await sendWith(known);
        if (first.status !== 401)
            return followed(send, url, first);
        const challenge = parseChallenge(first.headers['www-authenticate']);
        const proof = challenge && (await prove(challenge, url, path));
        if (proof === undefined || proof === known)
            return first;
        proofs.set(path, proof);
        return followed(send, url, await sendWith(proof));
    };
}
async function followed(send, from, reply) {
    let current = reply;
    let url = from;
    for (let hops = 0; hops < 5 && current.status >= 300 && current.status < 400; hops++) {
        const location = current.headers.location;
        if (location === undefined)
            break;
        url = new URL(location, url);
        // Signed addresses of a blob store: they carry their own proof, and refuse any other.
        current = await send(url);
    }
    return current;
}
/** The token dance of distribution/distribution, docs "Token Authentication Specification". */
async function fetchToken(send, registry, path, challenge, { host, credentials }) {
    const realm = URL.canParse(challenge.realm) ? new URL(challenge.realm) : undefined;
    if (realm === undefined || (realm.protocol !== 'https:' && registry.protocol === 'https:'))
        throw new RegistryError(`${host} sends us to '${challenge.realm}' for a token, which is no https address`, 401);
    if (challenge.service !== undefined)
        realm.searchParams.set('service', challenge.service);
    realm.searchParams.set('scope', `repository:${path}:${credentials ? 'pull,push' : 'pull'}`);
    const reply = await send(realm, credentials ? { headers: { authorization: basicAuth(credentials) } } : {});
    if (reply.status >= 400)
        throw refusal(host, path, reply);
    const { token, access_token } = parseJson(host, reply.body);
    const found = token ?? access_token;
    if (found === undefined)
        throw new RegistryError(`${host} gave no token for ${path}`, reply.status);
    return found;
}
function basicAuth({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
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
function parseJson(host, body) {
    try {
        return JSON.parse(body.toString('utf8'));
    }
    catch {
        throw new RegistryError(`${host} answered with something that is no JSON; is it a registry?`, 200);
    }
}
const meanings = {
    401: 'it does not accept the user name and password (or wants some); check the inputs username and password',
    403: 'this user may not do that; give it the right to pull from and push to this repository',
    429: 'too many requests; try again later, or log in to get a higher limit',
};
function refusal(host, path, reply) {
    const meaning = meanings[reply.status] ??
        (reply.status >= 500 ? 'it is broken at the moment; try again later' : 'it refused');
    const said = errorText(reply.body);
    return new RegistryError(`registry ${host} answered ${reply.status} for ${path}: ${meaning}${said && `. It says: ${said}`}`, reply.status, retryAfter(reply.headers['retry-after']));
}
function errorText(body) {
    try {
        const { errors, details } = JSON.parse(body.toString('utf8'));
        const [first] = errors ?? [];
        return String(first?.message ?? details ?? '').slice(0, 300);
    }
    catch {
        return '';
    }
}
function retryAfter(header) {
    const seconds = Number(header);
    return header !== undefined && seconds >= 0 ? Math.min(seconds, 60) * 1000 : undefined;
}

// EXTERNAL MODULE: ./build/js/toolkit/exec/exec.js
var exec = __webpack_require__(3040);
;// CONCATENATED MODULE: ./build/js/actions/build-push/src/failures.js

// What docker, buildkit and buildah say while pushing or logging in. `process "…" did not complete` and its like are
// the Dockerfile's own failures: a step that lost its connection is not ours to repeat.
const PUSHING = /\bpush(?:ing)?\b|\blogin\b|\blog in\b|authorization token|\/v2\/|\/token\b/i;
const OWN_FAILURE = /did not complete successfully|returned a non-zero code|error building at STEP/i;
const REFUSED = /\b40[0134]\b|unauthorized|forbidden|denied|invalid reference|no basic auth/i;
const PASSING = /\b429\b|too ?many ?requests|\b50[0234]\b|internal server error|bad gateway|service unavailable|gateway time-?out|connection reset|broken pipe|unexpected EOF|i\/o timeout|TLS handshake timeout|connection refused/i;
/** Whether a failed push or login may work when tried again: the registry was busy or broken, or the connection was. */
function mayPassByItself(thrown) {
    if (!(thrown instanceof exec/* ExecError */.c))
        return false;
    const said = lastWords(`${thrown.result.stdout}\n${thrown.result.stderr}`);
    return PUSHING.test(`${said}`) && PASSING.test(said) && !REFUSED.test(said) && !OWN_FAILURE.test(said);
}
function lastWords(output) {
    return output.trim().split('\n').slice(-12).join('\n');
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/build-all.js





/**
 * Builds images, a few at a time. After a failure no further one is started, and those under way are finished.
 * @returns one outcome per image, in their order.
 * @throws CancelledError
 */
async function buildAll(images, parallel, workshop) {
    const outcomes = images.map(image => ({ state: 'not started', image }));
    const prefixed = images.length > 1;
    const waiting = [...images.entries()];
    let failed = false;
    const worker = async () => {
        for (let next = waiting.shift(); next !== undefined && !failed; next = waiting.shift()) {
            const [index, image] = next;
            const outcome = await buildOne(image, workshop, prefixed);
            outcomes[index] = outcome;
            if (outcome.state === 'failed')
                failed = true;
        }
    };
    await Promise.all(Array.from({ length: Math.min(parallel, images.length) }, worker));
    workshop.site.signal.throwIfAborted();
    return outcomes;
}
async function buildOne(image, workshop, prefixed) {
    const { engine, site, settings, registry, log } = workshop;
    const started = performance.now();
    const milliseconds = () => performance.now() - started;
    const onLine = (line) => {
        if (line.trim() !== '')
            log.info(prefixed ? `${image.name} │ ${line}` : line);
    };
    try {
        const digest = await retry(() => engine.build(site, image, settings, onLine), {
            attempts: 3,
            delay: 2_000,
            signal: site.signal,
            retryable(thrown) {
                const again = mayPassByItself(thrown);
                if (again)
                    log.warning(`pushing ${image.name} failed and is tried again: ${(0,errors/* messageOf */.bD)(thrown)}`);
                return again;
            },
        });
        if (registry === undefined)
            return {
                state: 'built',
                image,
                digest: undefined,
                size: undefined,
                platforms: image.platforms,
                milliseconds: milliseconds(),
            };
        const manifest = await build_all_confirm(registry, image, digest);
        return {
            state: 'pushed',
            image,
            ...(await factsOf(registry, image, manifest)),
            milliseconds: milliseconds(),
        };
    }
    catch (error) {
        if (error instanceof errors/* CancelledError */.cc)
            throw error;
        return { state: 'failed', image, error: explain(image, error), milliseconds: milliseconds() };
    }
}
/** Asks the registry what it holds now, so that nothing is said to be pushed that is not. */
async function build_all_confirm(registry, image, digest) {
    const tag = image.tags[0];
    const manifest = await registry.manifest(image.path, tag);
    const ref = `${image.repository}:${tag}`;
    if (manifest === undefined)
        throw new errors/* UserError */.yo(`${ref} was pushed, but the registry does not have it`);
    if (digest !== undefined && digest !== manifest.digest)
        throw new errors/* UserError */.yo(`${ref} was pushed as ${digest}, but the registry has ${manifest.digest} there: someone else pushed the same tag`);
    return manifest;
}
/** What the summary tells about an image in the registry. */
async function factsOf(registry, image, manifest) {
    const children = imagesOfIndex(manifest);
    const first = children?.[0] && (await registry.manifest(image.path, children[0].digest));
    return {
        digest: manifest.digest,
        size: compressedSize(first ?? manifest),
        platforms: children?.map(child => child.platform) ?? image.platforms,
    };
}
function explain(image, error) {
    if (!(error instanceof exec/* ExecError */.c))
        return error;
    return new errors/* UserError */.yo(`image '${image.name}': ${error.message}`);
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/js/actions/build-push/src/config.js




/** Carried over as they are: they change how docker reaches things, and hold no password. */
const KEPT = ['proxies', 'cliPluginsExtraDirs', 'plugins', 'currentContext', 'HttpHeaders', 'auths'];
/** The key of a registry in `auths` and `credHelpers`. */
function authKey(host) {
    return host === 'docker.io' ? 'https://index.docker.io/v1/' : host;
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
    const others = Object.entries(users.auths ?? {}).filter(([key]) => key !== authKey(login));
    const stored = users.credsStore === undefined ? [] : others.map(([key]) => [key, users.credsStore]);
    const helpers = { ...Object.fromEntries(stored), ...users.credHelpers };
    delete helpers[authKey(login)];
    return { ...kept, auths: Object.fromEntries(others), credHelpers: helpers };
}
function pick(config, key) {
    return config[key] === undefined ? {} : { [key]: config[key] };
}
/** The user's config folder and what its config.json holds. */
async function readUserConfig(env) {
    const folder = env.DOCKER_CONFIG ?? (0,external_node_path_.join)(env.HOME ?? (0,external_node_os_.homedir)(), '.docker');
    const path = (0,external_node_path_.join)(folder, 'config.json');
    const text = await (0,external_node_fs_promises_.readFile)(path, 'utf8').catch(() => '{}');
    try {
        return { folder, config: (JSON.parse(text) ?? {}) };
    }
    catch (thrown) {
        throw new errors/* UserError */.yo(`docker's configuration ${path} is no valid JSON: ${thrown.message}`);
    }
}
/**
 * Writes the step's own DOCKER_CONFIG, so that jobs on one machine cannot log each other out.
 * @returns its folder.
 */
async function writePrivateConfig(folder, users, login) {
    const own = (0,external_node_path_.join)(folder, 'docker');
    await (0,external_node_fs_promises_.mkdir)(own, { mode: 0o700 });
    const config = JSON.stringify(privateConfig(users.config, login));
    await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(own, 'config.json'), config, { mode: 0o600 });
    for (const name of ['cli-plugins', 'contexts'])
        await (0,external_node_fs_promises_.symlink)((0,external_node_path_.join)(users.folder, name), (0,external_node_path_.join)(own, name));
    return own;
}

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
/** `docker login`, the password over standard input. */
async function dockerLogin(site, host, { username, password }) {
    // Without a server it is Docker Hub, whose entry goes under the key https://index.docker.io/v1/ that all tools read.
    const server = host === 'docker.io' ? [] : [host];
    const args = ['login', '--username', username, '--password-stdin', ...server];
    await site.exec('docker', args, { env: site.env, input: password, timeout: 60_000, signal: site.signal });
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
    await site.exec('docker', args, { env: site.env, signal: site.signal, onLine });
    return settings.push ? digestOf(await (0,external_node_fs_promises_.readFile)(metadata, 'utf8')) : undefined;
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
        ...['--file', image.file],
        ...(image.target === undefined ? [] : ['--target', image.target]),
        ...(image.platforms.length === 0 ? [] : ['--platform', image.platforms.join(',')]),
        ...repeated('--tag', references(image)),
        ...repeated('--label', assignments(image.labels)),
        ...repeated('--build-arg', assignments(image.buildArgs)),
        ...repeated('--secret', settings.secrets.map(({ id, path }) => `id=${id},src=${path}`)),
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

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/engines/choose.js

const ENDPOINT = /^(tcp|unix|kubernetes):\/\//;
/**
 * Decides on a builder from the input `builder`.
 * @throws UserError where the input is no builder, or nothing is there to build with.
 */
function chooseBuilder(wanted, found) {
    if (wanted === 'buildx' || wanted === 'docker' || wanted === 'buildah')
        return { name: wanted, why: 'asked for' };
    if (ENDPOINT.test(wanted))
        return { name: 'endpoint', why: `at ${wanted}` };
    if (wanted !== 'auto')
        throw new errors/* UserError */.yo(`input 'builder' is '${wanted}': write auto, buildx, docker, buildah, or an address that starts with tcp://, unix:// or kubernetes://`);
    if (found.docker && found.buildx)
        return { name: 'buildx', why: 'found here' };
    if (found.docker)
        return { name: 'docker', why: 'docker has no buildx here' };
    if (found.buildah)
        return { name: 'buildah', why: 'there is no docker here' };
    throw new errors/* UserError */.yo("input 'builder' is 'auto', but this runner has neither docker nor buildah; install one in an earlier step, or name a BuildKit endpoint");
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
    const checks = folders.map(folder => (0,external_node_fs_promises_.access)((0,external_node_path_.join)(folder, name), external_node_fs_promises_.constants.X_OK));
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
        'org.opencontainers.image.created': origin.created.toISOString().replace('.000Z', 'Z'),
        [REVISION]: origin.revision,
        'org.opencontainers.image.source': origin.source,
        'org.opencontainers.image.url': origin.source,
        ...given,
    };
    return Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== ''));
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/existing.js



/** Looks an image up; undefined where its first tag is not there. */
async function findExisting(registry, image) {
    const manifest = await registry.manifest(image.path, image.tags[0]);
    return manifest && { manifest, revision: await revisionOf(registry, image.path, manifest) };
}
async function revisionOf(registry, path, manifest) {
    const first = imagesOfIndex(manifest)?.[0];
    const image = first === undefined ? manifest : await registry.manifest(path, first.digest);
    const digest = image?.body.config?.digest;
    if (digest === undefined)
        return undefined;
    const config = (await registry.json(path, digest));
    return config.config?.Labels?.[REVISION];
}
/**
 * Whether an image that exists stands for the one we would build.
 * @returns true where it is reused, false where it is built.
 * @throws UserError where it may neither be reused nor replaced.
 */
function mayReuse(image, existing, ifExists) {
    if (existing === undefined || ifExists === 'overwrite')
        return false;
    const ref = `${image.repository}:${image.tags[0]}`;
    const advice = "choose another tag, or set if-exists to 'overwrite'";
    if (ifExists === 'fail')
        throw new errors/* UserError */.yo(`${ref} exists already, and input 'if-exists' is 'fail': ${advice}`);
    const wanted = image.labels[REVISION];
    if (wanted !== undefined && existing.revision === wanted)
        return true;
    const built = existing.revision === undefined ? 'does not say from which commit' : `was built from ${existing.revision}`;
    throw new errors/* UserError */.yo(`${ref} exists already and ${built}, but this is ${wanted ?? 'an unknown commit'}: ${advice}`);
}

// EXTERNAL MODULE: ./build/js/toolkit/action/fields.js
var fields = __webpack_require__(6805);
;// CONCATENATED MODULE: ./build/js/actions/build-push/src/images.js


const KEYS = ['name', 'context', 'file', 'target', 'build-args', 'platforms'];
/**
 * Reads the input `images`: `name=context` lines, or a YAML (or JSON) list.
 * @throws UserError naming the entry that is wrong.
 */
async function readImages(input) {
    const images = /^(-\s|-$|\[)/.test(input) ? await fromYaml(input) : fromLines(input);
    if (images.length === 0)
        throw wrong('it is an empty list: write at least one image, as name=context');
    const names = images.map(image => image.name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
        throw wrong(`'${twice}' stands there twice; give every image a name of its own`);
    return images;
}
function fromLines(input) {
    const lines = input.split(/\r?\n/).map(line => line.trim());
    return lines.filter(Boolean).map(line => {
        if (!/^[^=]+=.+$/.test(line))
            throw wrong(`line '${line}' is not name=context, such as api=./services/api`);
        const [name, context] = (0,fields/* splitPair */.T6)(line);
        return { name, context, buildArgs: {}, platforms: [] };
    });
}
async function fromYaml(input) {
    const { parse } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    let entries;
    try {
        entries = parse(input, { maxAliasCount: 0 });
    }
    catch (thrown) {
        throw wrong(`it is no valid YAML: ${thrown.message}`);
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
        throw wrong(`${place} has '${unknown}'; it takes ${KEYS.join(', ')}`);
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
    if (Array.isArray(value))
        return Object.fromEntries(value.map(line => pair(line, name)));
    if (!isMap(value))
        throw wrong(`'${name}' has build-args that are neither a mapping nor a list of NAME=value`);
    return Object.fromEntries(Object.entries(value).map(([key, argument]) => [key, scalar(argument, name)]));
}
function pair(line, name) {
    if (typeof line === 'string' && /^[^=]+=/.test(line))
        return (0,fields/* splitPair */.T6)(line);
    throw wrong(`'${name}' has the build argument '${String(line)}'; write NAME=value`);
}
function scalar(value, name) {
    if (value !== null && typeof value !== 'object')
        return String(value);
    throw wrong(`'${name}' has a build argument that is no plain value`);
}
function platforms(value, name) {
    if (value === undefined || value === null)
        return [];
    if (typeof value === 'string')
        return [value];
    if (Array.isArray(value) && value.every(item => typeof item === 'string'))
        return value;
    throw wrong(`'${name}' has platforms that are no list such as [linux/amd64, linux/arm64]`);
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function wrong(why) {
    return new errors/* UserError */.yo(`input 'images': ${why}`);
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/secrets.js



/**
 * The build secrets by their ids.
 * @throws UserError where an id could not stand in a Dockerfile or comes twice.
 */
function secretsOf(pairs) {
    const secrets = new Map();
    for (const [id, value] of pairs) {
        if (!/^[A-Za-z0-9_.-]+$/.test(id))
            throw new errors/* UserError */.yo(`input 'secrets' has the id '${id}': it takes letters, digits, _ . and -`);
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
    await (0,external_node_fs_promises_.mkdir)(place, { mode: 0o700 });
    return Promise.all([...secrets].map(async ([id, value], index) => {
        const path = (0,external_node_path_.join)(place, String(index));
        await (0,external_node_fs_promises_.writeFile)(path, value, { mode: 0o600 });
        return { id, path };
    }));
}

// EXTERNAL MODULE: ./build/js/toolkit/oci/reference.js
var reference = __webpack_require__(1304);
;// CONCATENATED MODULE: ./build/js/actions/build-push/src/tags.js


const variables = {
    run_number: values => String(values.runNumber),
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
        const variable = variables[name];
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
const NEED_NAMESPACE = ['docker.io', 'ghcr.io', 'quay.io', 'public.ecr.aws'];
/**
 * Reads the input `registry`.
 * @throws UserError where it is no registry, or lacks the namespace that its host demands.
 */
function parseTarget(registry) {
    const wrong = (why) => new errors/* UserError */.yo(`input 'registry' is '${registry}': ${why}`);
    const scheme = /^[a-z]+:\/\//i.exec(registry)?.[0];
    if (scheme)
        throw wrong(`leave out the scheme and write '${registry.slice(scheme.length)}'`);
    const [host = '', ...rest] = registry.replace(/\/$/, '').split('/');
    const namespace = rest.join('/');
    if (!/[.:]/.test(host) && host !== 'localhost')
        throw wrong(`it names no host; for Docker Hub write 'docker.io/${registry}'`);
    if (!HOST.test(host))
        throw wrong(`'${host}' is no host name; write host[:port]/namespace`);
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
    if (!isPath(name))
        return isPath(name.toLowerCase())
            ? `registries take lower case only; write '${name.toLowerCase()}'`
            : 'it takes lower-case letters and digits, with single . _ - or / between them; write the tag in the input tags';
    const { repository } = repositoryOf(target, name);
    if (repository.length > 255)
        return `with its registry it is ${repository.length} characters long; 255 are allowed`;
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

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/outcome.js
/** The images that the registry now holds. */
function pushedImages(outcomes) {
    return outcomes.flatMap(outcome => {
        if (outcome.state !== 'pushed' && outcome.state !== 'reused')
            return [];
        const { image, digest } = outcome;
        if (digest === undefined)
            return [];
        const tag = image.tags[0];
        const ref = `${image.repository}:${tag}`;
        return [
            {
                name: image.name,
                repository: image.repository,
                tag,
                ref,
                digest,
                pinned: `${ref}@${digest}`,
                reused: outcome.state === 'reused',
            },
        ];
    });
}

;// CONCATENATED MODULE: ./build/js/actions/build-push/src/summary.js

const STATES = {
    pushed: '🟢 pushed',
    reused: '♻️ reused',
    built: '🔵 built, not pushed',
    failed: '🔴 failed',
    'not started': '⚪ not started',
};
/** The job summary: a table of the images, and how to get them. */
function summarize(plan, outcomes, builder) {
    return [
        `### Images \`${plan.tag}\``,
        [
            '| Image | Result | Digest | Size | Platforms | Time |',
            '| :-- | :-- | :-- | --: | :-- | --: |',
            ...outcomes.map(row),
        ].join('\n'),
        `Built by ${builder}, for \`${plan.target.host}${plan.target.namespace && `/${plan.target.namespace}`}\`.${otherTags(plan)}`,
        pullCommands(outcomes),
    ]
        .filter(Boolean)
        .join('\n\n');
}
function row(outcome) {
    const cells = [`**${outcome.image.name}**`, STATES[outcome.state]];
    if (outcome.state === 'not started')
        return line([...cells, '', '', '', '']);
    const time = duration(outcome.milliseconds);
    if (outcome.state === 'failed')
        return line([...cells, '', '', '', time]);
    const digest = outcome.digest === undefined ? '' : `\`${outcome.digest.slice(0, 19)}\``;
    const size = outcome.size === undefined ? '' : bytes(outcome.size);
    return line([...cells, digest, size, outcome.platforms.join('<br>'), time]);
}
function line(cells) {
    return `| ${cells.join(' | ')} |`;
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
/** `0.4 s`, `12 s`, `2 min 5 s`. */
function duration(milliseconds) {
    const seconds = milliseconds / 1000;
    if (seconds < 10)
        return `${seconds.toFixed(1)} s`;
    if (seconds < 60)
        return `${Math.round(seconds)} s`;
    return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
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



/** The outputs, the summary, and the failure if there is one. */
function report(plan, outcomes, builder) {
    const pushed = pushedImages(outcomes);
    const [first] = plan.images;
    const found = pushed.find(image => image.name === first?.name);
    const failure = failureOf(outcomes);
    return {
        outputs: {
            images: JSON.stringify(pushed),
            image: first && `${first.repository}:${plan.tag}`,
            tag: plan.tag,
            digest: found?.digest,
        },
        summary: summarize(plan, outcomes, builder),
        ...(failure !== undefined && { failure }),
    };
}
function failureOf(outcomes) {
    const failed = outcomes.filter(outcome => outcome.state === 'failed');
    if (failed.length === 0)
        return undefined;
    const skipped = outcomes
        .filter(outcome => outcome.state === 'not started')
        .map(outcome => outcome.image.name);
    const messages = failed.map(outcome => (0,errors/* messageOf */.bD)(outcome.error));
    return [...messages, ...(skipped.length > 0 ? [`not started after that: ${skipped.join(', ')}`] : [])].join('\n');
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
    const root = await (0,external_node_fs_promises_.realpath)(workspace);
    const context = await inside(root, image.context, 'context', image.name);
    if (!(await (0,external_node_fs_promises_.stat)(context)).isDirectory())
        throw workspace_wrong(image.name, 'context', image.context, 'it is no folder; name the folder that holds the Dockerfile');
    const file = await inside(root, image.file, 'Dockerfile', image.name);
    if (!(await (0,external_node_fs_promises_.stat)(file)).isFile())
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
    const real = await (0,external_node_fs_promises_.realpath)(wanted).catch(() => {
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
    const { env, context, log } = world;
    const planned = makePlan(inputs, await readImages(inputs.images), context, world.now());
    const images = await Promise.all(planned.images.map(image => locate(image, context.workspace)));
    const plan = { ...planned, images };
    const users = await readUserConfig(env);
    const choice = chooseBuilder(inputs.builder, await findBuilders(env.PATH ?? '', [(0,external_node_path_.join)(users.folder, 'cli-plugins')]));
    const engine = buildx;
    log.info(`Builder: ${choice.name} (${choice.why})`);
    const folder = await world.folder();
    const credentials = await credentialsFor(inputs);
    const config = await writePrivateConfig(folder, users, credentials && plan.target.host);
    const site = {
        exec: world.exec,
        env: childEnvironment(env, config, users.folder),
        folder,
        signal: world.signal,
    };
    const settings = {
        push: inputs.push,
        attestations: inputs.attestations,
        cacheFrom: inputs['cache-from'],
        cacheTo: inputs['cache-to'],
        secrets: await writeSecrets(folder, secretsOf(inputs.secrets)),
    };
    const registry = inputs.push
        ? await openRegistry({
            host: plan.target.host,
            env,
            signal: world.signal,
            ...(credentials && { credentials }),
        })
        : undefined;
    try {
        const [existing] = await together(world.signal, signal => [
            lookUp(plan, inputs, registry),
            credentials &&
                retry(() => engine.login({ ...site, signal }, plan.target.host, credentials), {
                    attempts: 3,
                    delay: 2_000,
                    retryable: mayPassByItself,
                    signal,
                }),
        ]);
        const toBuild = plan.images.filter(image => !existing.has(image.name));
        const built = await buildAll(toBuild, inputs.parallel, { engine, site, settings, registry, log });
        const outcomes = plan.images.map(image => existing.get(image.name) ?? built.find(outcome => outcome.image === image));
        return report(plan, outcomes, choice.name);
    }
    finally {
        registry?.close();
    }
}
async function lookUp(plan, inputs, registry) {
    const reused = new Map();
    if (registry === undefined)
        return reused;
    await Promise.all(plan.images.map(async (image) => {
        const started = performance.now();
        const existing = await findExisting(registry, image);
        if (!mayReuse(image, existing, inputs['if-exists']) || existing === undefined)
            return;
        const facts = await factsOf(registry, image, existing.manifest);
        reused.set(image.name, { state: 'reused', image, ...facts, milliseconds: performance.now() - started });
    }));
    return reused;
}
async function credentialsFor(inputs) {
    if (inputs.username === undefined || inputs.password === undefined)
        return undefined;
    return { username: inputs.username, password: inputs.password };
}
/** What the programs we start may see: not our inputs, some of which are secrets. */
function childEnvironment(env, config, usersConfig) {
    const passed = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_')));
    return { BUILDX_CONFIG: (0,external_node_path_.join)(usersConfig, 'buildx'), ...passed, DOCKER_CONFIG: config };
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



const main = () => (0,run/* run */.e)(spec_spec, buildPush);
const post = run/* cleanUp */.n;


/***/ })

};
