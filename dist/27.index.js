export const id = 27;
export const ids = [27];
export const modules = {

/***/ 2027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  argocdWait: () => (/* binding */ argocdWait),
  main: () => (/* binding */ main),
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
// EXTERNAL MODULE: ./build/js/toolkit/action/run.js + 5 modules
var run = __webpack_require__(3761);
// EXTERNAL MODULE: ./build/js/toolkit/http/request.js
var request = __webpack_require__(5265);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/given.js


/** `shop`, or `team-a/shop`. */
const qualified = ({ name, namespace }) => namespace === undefined ? name : `${namespace}/${name}`;
/**
 * The address of an Argo CD, without a slash at the end. Without a scheme it is HTTPS, as for Argo CD's own command
 * line. The token never travels in clear: plain HTTP is for localhost only.
 */
function parseServer(given) {
    const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`;
    const remedy = 'write its address, such as https://argocd.example.com';
    if (!URL.canParse(text))
        throw new Error(remedy);
    const url = new URL(text);
    if (url.username !== '' || url.password !== '')
        throw new Error("leave user and password out, and give the input 'token'");
    if (!/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
        throw new Error(remedy);
    if (url.protocol === 'http:' && !(0,request/* isLocal */.IX)(url.hostname))
        throw new Error("plain HTTP would show the token to everyone on the way; write https://, and give the certificate of its authority as 'ca' where it is your own");
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '').replace(/\/api(\/v1)?$/, '');
}
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
/** A line of `applications`. */
function parseApplication(line) {
    const parts = line.split('/');
    const [name = '', namespace] = parts.reverse();
    if (parts.length > 2 || !parts.every(part => NAME.test(part)))
        throw new Error('write the name of an application, or namespace/name');
    return namespace === undefined ? { name } : { name, namespace };
}
/** The sha of a commit, whole or its beginning, in lower case. */
function parseRevision(given) {
    if (!/^[0-9a-f]{7,64}$/i.test(given))
        throw new Error("write the sha of a commit, such as the output 'commit' of bump-manifest; what a branch or a tag names may change meanwhile");
    return given.toLowerCase();
}
const UNITS = { s: 1, m: 60, h: 3600 };
const LONGEST = 6 * 3600;
/** A time in seconds: `600`, `90s`, `10m` or `1h`. */
function parseTimeout(given) {
    const [, count = '', unit = 's'] = /^(\d+)([smh])?$/.exec(given) ?? [];
    const seconds = Number(count) * (UNITS[unit] ?? 1);
    if (count === '' || seconds < 1 || seconds > LONGEST)
        throw new Error('write seconds or a time such as 90s, 10m or 1h; at most 6h, which is as long as a job lasts');
    return seconds;
}
/** Certificates in PEM. */
function parseCertificates(given) {
    const found = given.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
    try {
        for (const certificate of found)
            new external_node_crypto_.X509Certificate(certificate);
    }
    catch {
        found.length = 0;
    }
    if (found.length === 0)
        throw new Error('write the certificate of an authority in PEM, with its BEGIN and END lines');
    return `${found.join('\n')}\n`;
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/api/refusal.js


/** An Argo CD that refuses or fails. */
class ArgoError extends errors/* UserError */.yo {
    /** 0 where no answer came. */
    status;
    constructor(message, status) {
        super(message);
        this.status = status;
    }
}
/** Whether the server fails, is overrun, gave up waiting, or cannot be reached. */
function isDown(thrown) {
    return thrown instanceof ArgoError && (thrown.status === 0 || isBroken(thrown.status));
}
function isBroken(status) {
    return status === 408 || status === 429 || status >= 500;
}
/**
 * Whether the same request may be answered later. Argo CD refuses with 403 also those who may, while its own Kubernetes
 * fails it, and of an application that is yet to be made.
 */
function mayPass(thrown) {
    return isDown(thrown) || (thrown instanceof ArgoError && (thrown.status === 403 || thrown.status === 404));
}
/**
 * The JSON of an answer.
 * @throws ArgoError where it is a refusal, a redirect, a web page or no JSON.
 */
function readAnswer(server, application, reply) {
    const { status, headers, body } = reply;
    if (status >= 300 && status < 400)
        throw new ArgoError(`${server} redirects to ${withoutLogin(headers.location ?? 'nowhere')}, and the token is not sent there; give the address of Argo CD itself as 'server'`, status);
    if (status >= 400)
        throw refusal(server, application, reply);
    if (/^text\/html/.test(headers['content-type'] ?? ''))
        throw new ArgoError(`${server} answers with a web page in place of data; check the path in 'server', and whether a proxy with a login of its own stands before Argo CD`, status);
    try {
        const value = JSON.parse(body.toString('utf8'));
        if (typeof value === 'object' && value !== null)
            return value;
    }
    catch {
        // Cut off on the way, or no Argo CD at all.
    }
    throw new ArgoError(`${server} answers with something that is no JSON; is it Argo CD?`, 502);
}
function refusal(server, application, { status, body }) {
    const said = messageIn(body);
    const because = (why) => new ArgoError(`${server} answered ${status}${said && ` (${said})`}: ${why}`, status);
    const name = qualified(application);
    if (status === 401)
        return because("the token is invalid or has expired; make a new one, and give it as 'token'");
    // Argo CD tells those who may not see an application the same as of one that is not there.
    if (status === 403)
        return because(`either there is no application '${name}', or the token may not see it; check name and namespace, and that a policy of the token's account or role says 'applications, get, PROJECT/${name}, allow'`);
    if (status === 404)
        return because(said === ''
            ? "there is no API of Argo CD at this address; check it, and its path, in 'server'"
            : `there is no application '${name}'; check its name and namespace`);
    return because(isBroken(status) ? 'it is broken at the moment' : 'it refused');
}
function messageIn(body) {
    try {
        const { message, error } = JSON.parse(body.toString('utf8'));
        return String(message ?? error ?? '')
            .replace(/\s+/g, ' ')
            .slice(0, 300);
    }
    catch {
        return '';
    }
}
function withoutLogin(location) {
    return location.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//');
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/api/client.js


/** Milliseconds that one request may take. */
const TIMEOUT = 20_000;
/** Milliseconds for what is nice to know when all else is over. */
const DETAIL_TIMEOUT = 8000;
const LARGEST_ANSWER = 64 * 1024 * 1024;
const REMEDIES = {
    distrusted: "give the certificate of its authority as 'ca'",
    absent: "check the port in 'server'",
};
/** A client; the token goes to `server` and nowhere else. */
async function connect({ server, token, ca }, world) {
    const { send, close } = await (0,request/* httpSender */.Cq)({
        env: world.env,
        signal: world.signal,
        timeout: TIMEOUT,
        largestBody: LARGEST_ANSWER,
        ca,
        remedies: REMEDIES,
    });
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    const get = async (path, name, query, timeout = TIMEOUT) => {
        const url = new URL(`${server}/api/v1/applications/${path}`);
        if (name.namespace !== undefined)
            url.searchParams.set('appNamespace', name.namespace);
        for (const [key, value] of Object.entries(query))
            url.searchParams.set(key, value);
        try {
            return readAnswer(server, name, await send(url, { headers, timeout: Math.max(1, timeout) }));
        }
        catch (thrown) {
            if (thrown instanceof request/* ConnectionError */.Rc)
                throw new ArgoError(thrown.message, 0);
            throw thrown;
        }
    };
    return {
        application: async (name, { refresh, timeout }) => demandApplication(server, await get(name.name, name, refresh ? { refresh: 'normal' } : {}, timeout)),
        tree: name => get(`${name.name}/resource-tree`, name, {}, DETAIL_TIMEOUT),
        events: (name, { namespace = '', name: resource = '', uid = '' }) => get(`${name.name}/events`, name, {
            resourceNamespace: namespace,
            resourceName: resource,
            resourceUID: uid,
        }, DETAIL_TIMEOUT),
        close,
    };
}
function demandApplication(server, given) {
    const found = given;
    if (typeof found.metadata === 'object' && typeof found.metadata?.name === 'string')
        return found;
    throw new ArgoError(`${server} answers with something that is no application; is it Argo CD?`, 400);
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/report/words.js
/** A sha as people read it; versions and other names stay whole. */
function words_short(revision) {
    return /^[0-9a-f]{40,64}$/i.test(revision) ? revision.slice(0, 7) : revision;
}
/** `Deployment shop/web`. */
function resourceName({ kind = 'resource', namespace, name = '', }) {
    return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}
/** `2 min 5 s`. */
function duration(seconds) {
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
    return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}
/** Text of a server on one line: no line breaks, no password within an address, at most so long. */
function clean(text, longest = 500) {
    const line = text
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1***@');
    return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/report/problems.js

const BAD_RESULTS = new Set(['SyncFailed', 'PruneFailed']);
const BAD_PHASES = new Set(['Failed', 'Error']);
const WORST_FIRST = ['Degraded', 'Missing', 'Unknown', 'Suspended', 'Progressing'];
/**
 * What is wrong, the most telling first: what the sync could not bring, then what is not healthy with all that Kubernetes
 * made of it, then what differs from git.
 */
function problemsOf(app, tree) {
    const nodes = tree.nodes ?? [];
    const found = [...failedResults(app), ...unhealthy(app, nodes), ...different(app)];
    const seen = new Set();
    return found.filter(problem => {
        const key = [problem.kind, problem.namespace, problem.name].join('/');
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}
/** The last thing that Kubernetes warned of; undefined where it warned of nothing. */
function warningIn(events) {
    const time = ({ lastTimestamp, eventTime }) => Date.parse(lastTimestamp ?? eventTime ?? '') || 0;
    const [last] = events.filter(({ type }) => type === 'Warning').sort((a, b) => time(b) - time(a));
    if (last === undefined)
        return undefined;
    const times = (last.count ?? 1) > 1 ? ` (${last.count} times)` : '';
    return clean(`${last.reason ?? 'Warning'}: ${last.message ?? ''}${times}`);
}
function failedResults({ status }) {
    const results = status?.operationState?.syncResult?.resources ?? [];
    return results
        .filter(one => BAD_RESULTS.has(one.status ?? '') || BAD_PHASES.has(one.hookPhase ?? ''))
        .map(one => {
        const hook = one.hookType ? `${one.hookType} hook ${one.hookPhase}` : undefined;
        return problem(one, hook ?? one.status ?? one.hookPhase ?? '', one.message);
    });
}
function unhealthy({ status }, nodes) {
    const uid = new Map(nodes.map(node => [keyOf(node), node.uid]));
    const own = (status?.resources ?? []).map(one => {
        const { status: state, message } = one.health ?? {};
        return { health: state, problem: problem(one, state ?? '', message, uid.get(keyOf(one))) };
    });
    const made = nodes.filter(isNews).map(node => {
        const why = node.info?.find(({ name }) => name === 'Status Reason')?.value;
        const { status: state, message } = node.health ?? {};
        return { health: state, problem: problem(node, why ?? state ?? '', message, node.uid) };
    });
    return [...own, ...made]
        .filter(({ health }) => health !== undefined && health !== '' && health !== 'Healthy')
        .sort((a, b) => rank(a.health) - rank(b.health))
        .map(one => one.problem);
}
/** While a Deployment rolls out, its ReplicaSet says the same. */
function isNews({ kind, parentRefs = [], health }) {
    return kind !== 'ReplicaSet' || parentRefs.length === 0 || health?.status !== 'Progressing';
}
function rank(health = '') {
    const place = WORST_FIRST.indexOf(health);
    return place < 0 ? WORST_FIRST.length : place;
}
function different({ status }) {
    return (status?.resources ?? [])
        .filter(one => one.status === 'OutOfSync')
        .map(one => problem(one, 'OutOfSync', one.requiresPruning ? 'git holds it no more' : ''));
}
const keyOf = ({ kind = '', namespace = '', name = '' }) => `${kind}/${namespace}/${name}`;
function problem({ kind = '', namespace, name = '' }, state, message = '', uid) {
    return {
        kind,
        namespace: namespace || undefined,
        name,
        state,
        message: clean(message),
        ...(uid && { uid }),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/diagnose.js


/** How many resources are asked for their events. */
const MOST_ASKED = 5;
/** Finds out which resources keep an application from being live. What cannot be had is left out. */
async function diagnose(outcome, argocd, log) {
    const { app, name, verdict } = outcome;
    if (app === undefined || verdict.state === 'live')
        return [];
    const tree = await orNothing(() => argocd.tree(name), log);
    const problems = problemsOf(app, tree ?? {});
    const asked = problems.filter(({ uid }) => uid !== undefined).slice(0, MOST_ASKED);
    const warnings = await Promise.all(asked.map(async (problem) => {
        const events = await orNothing(() => argocd.events(name, { ...problem, namespace: problem.namespace ?? '' }), log);
        return [problem, warningIn(events?.items ?? [])];
    }));
    const heard = new Map(warnings);
    return problems.map(problem => {
        const warning = heard.get(problem);
        const isNews = warning !== undefined && !problem.message.includes(warning);
        return isNews ? { ...problem, message: [problem.message, warning].filter(Boolean).join(' · ') } : problem;
    });
}
async function orNothing(ask, log) {
    try {
        return await ask();
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        log.debug((0,errors/* messageOf */.bD)(thrown));
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/js/toolkit/github/client.js
var github_client = __webpack_require__(4160);
// EXTERNAL MODULE: ./build/js/toolkit/github/refusals.js
var refusals = __webpack_require__(8202);
;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/github/commit-status.js
const STATES = { pending: 'pending', success: 'success', failure: 'failure', cancelled: 'error' };
/** Reports as a commit status; GitHub shows the last one of a name. */
function commitStatus({ repository, sha, name }) {
    const [owner = '', repo = ''] = repository.split('/');
    return async (github, { state, description, url }) => {
        await github.rest.repos.createCommitStatus({
            ...{ owner, repo, sha, description },
            context: `argocd/${name}`,
            state: STATES[state],
            target_url: url,
        });
    };
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/github/deployment.js
const deployment_STATES = {
    pending: 'in_progress',
    success: 'success',
    failure: 'failure',
    cancelled: 'error',
};
/** Tells our deployments from others of the same commit and environment. */
const TASK = 'deploy:argocd-wait';
/** Reports as a deployment: one for a commit and an environment, however often the job is run. */
function deployment({ repository, sha, name }) {
    const [owner = '', repo = ''] = repository.split('/');
    let id;
    return async (github, { state, description, url }) => {
        id ??=
            (await find(github, { owner, repo, sha, name })) ?? (await make(github, { owner, repo, sha, name }));
        await github.rest.repos.createDeploymentStatus({
            ...{ owner, repo, deployment_id: id, description },
            state: deployment_STATES[state],
            environment: name,
            log_url: url,
        });
    };
}
async function find(github, { owner, repo, sha, name }) {
    const { data } = await github.rest.repos.listDeployments({
        ...{ owner, repo, sha, environment: name, task: TASK, per_page: 100 },
    });
    return data.find(({ task }) => task === TASK)?.id;
}
async function make(github, { owner, repo, sha, name }) {
    const { data } = await github.rest.repos.createDeployment({
        ...{ owner, repo, ref: sha, environment: name, task: TASK },
        description: 'Rollout by Argo CD',
        // The commit is merged already, and its checks are not over while this one runs.
        auto_merge: false,
        required_contexts: [],
    });
    if (!('id' in data))
        throw new Error(`GitHub made no deployment: ${data.message}`);
    return data.id;
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/github/report.js






/** GitHub's limit for a description, of statuses and deployments alike. */
const LONGEST_DESCRIPTION = 140;
/** Milliseconds that a cancelled step has left to say so. */
const LAST_WORD = 4000;
/** Makes the reporter: silent for `report: none` and in a dry run. */
function reporter(inputs, world) {
    const tell = inputs['dry-run'] ? undefined : tellerOf(inputs, world);
    let begun = false;
    return {
        async begin(url) {
            await tell?.({ state: 'pending', description: 'waiting for Argo CD', url }, world);
            begun = true;
        },
        async end(news) {
            if (!begun)
                return;
            const description = world.secrets.redact(news.description).slice(0, LONGEST_DESCRIPTION);
            const rest = news.state === 'cancelled' ? { ...world, signal: AbortSignal.timeout(LAST_WORD) } : world;
            await tell?.({ ...news, description }, rest).catch(thrown => {
                world.signal.throwIfAborted();
                world.log.warning(`the report stays as it was: ${(0,errors/* messageOf */.bD)(thrown)}`);
            });
        },
    };
}
function tellerOf(inputs, { context }) {
    if (inputs.report === 'none')
        return undefined;
    const { repository, headSha: sha } = context;
    const name = inputs.environment ?? inputs.applications.map(qualified).join(', ');
    const place = { repository, sha, name };
    const teller = inputs.report === 'status' ? commitStatus(place) : deployment(place);
    const permission = inputs.report === 'status' ? 'statuses: write' : 'deployments: write';
    return async (news, world) => {
        const github = await (0,github_client/* createGitHub */.C)(world, inputs['github-token'] ?? '');
        const purpose = { to: `report the ${inputs.report} of ${sha.slice(0, 7)}`, repository, permission };
        await (0,refusals/* explained */.t)(purpose, () => teller(github, news));
    };
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/follow.js




/** How long to let Argo CD be once it has looked at git; where it did not, that depends on how long it took to say so. */
const REFRESH_EVERY = 15_000;
const RELIEF = 2;
/** How Argo CD notes on an application that it shall look at git; it takes that off when it has. */
const REFRESH = 'argocd.argoproj.io/refresh';
/** Follows one application: each call of what this returns looks once. */
function follow(name, following) {
    const { say, now, grace } = following;
    const started = now();
    let seen;
    let fresh = false;
    let refreshAt = Number.NEGATIVE_INFINITY;
    let troubled;
    let said = '';
    let stale = true;
    let [hasAsked, isPending] = [false, false];
    const look = async () => {
        try {
            seen = await readOnce();
            const verdict = await following.judge(seen, fresh);
            stale = verdict.stale === true;
            return verdict;
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* UserError */.yo))
                throw thrown;
            return { state: mayPass(thrown) ? 'trouble' : 'failed', reason: thrown.message };
        }
    };
    const readOnce = async () => {
        const isDue = following.refreshes && stale && now() >= refreshAt;
        if (!isDue)
            return readAsItIs();
        const asked = now();
        try {
            const app = await following.read(name, true);
            fresh = true;
            refreshAt = now() + REFRESH_EVERY;
            return app;
        }
        catch (thrown) {
            if (!isDown(thrown))
                throw thrown;
            refreshAt = now() + RELIEF * (now() - asked);
            hasAsked = true;
            // A controller that is busy answers late; the application can be read all the same.
            return readAsItIs();
        }
    };
    const readAsItIs = async () => {
        const app = await following.read(name, false);
        const isAskedFor = app.metadata?.annotations?.[REFRESH] !== undefined;
        if (isPending && !isAskedFor)
            fresh = true;
        isPending = hasAsked && isAskedFor;
        return app;
    };
    return async () => {
        const found = await look();
        const verdict = overdue(found);
        if (verdict.reason !== said)
            say(`${qualified(name)}: ${verdict.reason}`);
        said = verdict.reason;
        return { name, verdict, app: seen, seconds: (now() - started) / 1000 };
    };
    function overdue(verdict) {
        if (verdict.state !== 'trouble') {
            troubled = undefined;
            return verdict;
        }
        troubled ??= now();
        const lasted = now() - troubled;
        if (lasted < grace)
            return verdict;
        return {
            ...verdict,
            state: 'failed',
            reason: `${verdict.reason}; so it stayed for ${duration(lasted / 1000)}`,
        };
    }
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/judge/standing.js
const BEST_FIRST = ['same', 'newer', 'reverted', 'older', 'diverged', 'unknown'];
/** Of an application with several sources: how the source stands that holds the wanted commit. */
function best(standings) {
    return BEST_FIRST.find(standing => standings.includes(standing)) ?? 'none';
}
/** Whether a revision is the wanted commit, which may be given by its beginning. */
function isSame(revision, wanted) {
    return revision.toLowerCase().startsWith(wanted);
}
/** Whether the wanted commit is in it, and holds. */
const contains = (standing) => standing === 'same' || standing === 'newer';

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/judge/commits.js




const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/i;
/** Milliseconds after which GitHub is asked again what it could not tell. */
const AGAIN = 30_000;
/**
 * Compares commits, by name where that is enough, else by GitHub, once for each. What GitHub cannot tell is `unknown`:
 * only the very commit counts then.
 */
function comparer(wanted, token, world) {
    const known = new Map();
    let client;
    let doubt;
    let warned = false;
    const ask = async (revision, repository) => {
        client ??= (0,github_client/* createGitHub */.C)(world, token ?? '', { timeout: 15_000 });
        try {
            return await relation(await client, repository, wanted, revision);
        }
        catch (thrown) {
            if ((0,refusals/* statusOf */.c)(thrown) === undefined)
                throw thrown;
            doubt ??= `GitHub does not compare ${wanted.slice(0, 7)} and ${revision.slice(0, 7)} in ${repository} ('${(0,errors/* messageOf */.bD)(thrown)}'), so that only the very commit counts, and no newer one; 'github-token' needs 'contents: read' there`;
            return 'unknown';
        }
    };
    const compare = async (revision, source) => {
        if (isSame(revision, wanted))
            return 'same';
        // Where it cannot render a commit, Argo CD names the branch; of a chart, the version.
        if (!COMMIT.test(revision))
            return 'unknown';
        const repository = repositoryOf(source?.repoURL ?? '', world.context.serverUrl);
        if (repository === undefined || token === undefined)
            return 'unknown';
        const key = `${repository} ${revision}`;
        const before = known.get(key);
        if (before !== undefined && world.now().getTime() < before.until)
            return before.standing;
        const standing = await ask(revision, repository);
        const until = standing === 'unknown' ? world.now().getTime() + AGAIN : Number.POSITIVE_INFINITY;
        known.set(key, { standing, until });
        return standing;
    };
    return {
        compare,
        warn() {
            if (doubt !== undefined && !warned)
                world.log.warning(doubt);
            warned = doubt !== undefined;
        },
    };
}
async function relation(github, repository, wanted, revision) {
    const [owner = '', repo = ''] = repository.split('/');
    const basehead = `${wanted}...${revision}`;
    const request = { attempts: 2 };
    const { data } = await github.rest.repos.compareCommitsWithBasehead({
        ...{ owner, repo, basehead, per_page: 100, request },
    });
    const later = data.commits.map(({ sha, commit }) => ({ sha, message: commit.message }));
    if (data.status === 'ahead' && isReverted(wanted, later))
        return 'reverted';
    const standings = {
        identical: 'same',
        ahead: 'newer',
        behind: 'older',
        diverged: 'diverged',
    };
    return standings[data.status] ?? 'unknown';
}
/**
 * Whether a commit is taken back by later ones, as `git revert` writes it; a revert that is itself taken back does not count.
 * @param later what came after it, the oldest first.
 */
function isReverted(wanted, later) {
    const undone = new Set();
    for (const { sha, message } of later.toReversed()) {
        if (undone.has(sha))
            continue;
        for (const [, reverted = ''] of message.matchAll(/\bThis reverts commit ([0-9a-f]{40,64})\b/g))
            undone.add(reverted);
    }
    return [...undone].some(sha => isSame(sha, wanted));
}
/** `owner/name` of a repository on this GitHub, from any of the forms of its address; else undefined. */
function repositoryOf(url, serverUrl) {
    const [, host = '', path = ''] = /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/]+@)?([^/:]+(?::\d+(?=\/))?)[/:](.+?)(?:\.git)?\/*$/i.exec(url.trim()) ?? [];
    const ours = new URL(serverUrl).host.toLowerCase();
    const theirs = host.toLowerCase().replace(/^ssh\.github\.com(:443)?$/, 'github.com');
    const parts = path.split('/');
    return theirs === ours && parts.length === 2 && parts.every(part => part !== '') ? path : undefined;
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/api/types.js
/** The revision of each source, in their order; empty where there is none. */
function revisionsBySource(given) {
    const several = given?.revisions ?? [];
    return several.some(revision => revision !== '') ? several : given?.revision ? [given.revision] : [];
}
/** All revisions that are named. */
function revisionsOf(given) {
    return revisionsBySource(given).filter(revision => revision !== '');
}
/** What a sync brought, or was to bring: one that fails before it begins has no result. */
function syncOf(operation) {
    const result = operation?.syncResult;
    return revisionsOf(result).length > 0 ? result : operation?.operation?.sync;
}
/** The sources of an application, in their order. */
function sourcesOf({ spec }) {
    const dry = spec?.sourceHydrator?.drySource;
    if (dry !== undefined)
        return [dry];
    return spec?.sources?.length ? spec.sources : spec?.source ? [spec.source] : [];
}
/** Whether a source is a chart or another artifact of a registry, which has versions, and no commits. */
function isArtifact({ chart = '', repoURL = '' }) {
    return chart !== '' || repoURL.startsWith('oci://');
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/judge/operation.js
/** Whether a sync is asked for or under way; between two tries of one it is, although it has an end. */
function inFlight({ operation, status }) {
    const state = status?.operationState;
    return operation !== undefined || (state?.phase !== undefined && state.phase !== '' && !isOver(state));
}
/** Whether it has ended for good. */
function isOver({ phase }) {
    return phase === 'Succeeded' || phase === 'Failed' || phase === 'Error';
}
/** Whether an application is out of sync only by what should be pruned, and pruning is off: for that, Argo CD starts no sync. */
function leftOver({ spec, status }) {
    const different = status?.resources?.filter(one => one.status === 'OutOfSync') ?? [];
    const isLeftOver = different.length > 0 && different.every(({ requiresPruning }) => requiresPruning);
    if (!isLeftOver || spec?.syncPolicy?.automated?.prune === true)
        return undefined;
    return {
        state: 'failed',
        reason: `is OutOfSync by what git holds no more, and pruning is off: turn on 'syncPolicy.automated.prune', or prune ${different.length === 1 ? 'it' : 'them'} by hand`,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/judge/judge.js




const waiting = (reason) => ({ state: 'waiting', reason });
const stale = (reason) => ({ state: 'waiting', reason, stale: true });
const UNSEEN = stale('Argo CD has not looked at git yet');
const trouble = (reason) => ({ state: 'trouble', reason, stale: true });
const failed = (reason) => ({ state: 'failed', reason });
const CHANGED_BACK = 'is OutOfSync although the sync succeeded: something changes it back, or it is written differently in git';
/**
 * Judges an application. It is live where it is Synced to the wanted commit or one that contains it, the last sync
 * succeeded and brought that, or there was nothing to bring, and Argo CD has looked at the cluster since and found it
 * Healthy.
 */
function judge(app, known) {
    if (app.metadata?.deletionTimestamp !== undefined)
        return failed('is being deleted');
    const operation = app.status?.operationState;
    if (inFlight(app))
        return waiting(progress(operation));
    return brokenSync(app, known) ?? wrongRevision(app, known) ?? notSynced(app, known) ?? health(app, known);
}
function progress(operation) {
    if (operation === undefined || isOver(operation))
        return 'a sync is about to begin';
    const revisions = named(syncOf(operation));
    const at = revisions === '' ? '' : ` to ${revisions}`;
    const doing = operation.phase === 'Terminating' ? 'a sync is being stopped' : `syncs${at}`;
    return operation.message ? `${doing}: ${clean(operation.message)}` : doing;
}
/** A sync of the wanted commit, or of one that contains it, that failed for good: Argo CD does not try one twice. */
function brokenSync({ status }, { synced }) {
    const operation = status?.operationState;
    const { phase, message } = operation ?? {};
    if (phase !== 'Failed' && phase !== 'Error')
        return undefined;
    if (!contains(synced))
        return undefined;
    return failed(`the sync of ${named(syncOf(operation))} ended as ${phase}: ${clean(message || 'Argo CD gives no reason')}`);
}
function wrongRevision(app, { wanted, compared, fresh }) {
    const { status } = app;
    const problem = fresh ? conditionOf(status?.conditions) : undefined;
    if (problem !== undefined && status?.sync?.status !== 'Synced')
        return trouble(problem);
    if (contains(compared))
        return undefined;
    const { phase, message } = status?.sourceHydrator?.currentOperation ?? {};
    if (phase === 'Failed')
        return trouble(`cannot be rendered into git: ${clean(message ?? '')}`);
    if (!fresh)
        return UNSEEN;
    const at = named(status?.sync);
    if (at === '')
        return stale('Argo CD has compared it with no commit yet');
    const commit = wanted === undefined ? 'the newest commit' : words_short(wanted);
    if (compared === 'reverted')
        return failed(`is at ${at}, and a commit since ${commit} takes that back ("This reverts commit …")`);
    if (compared === 'diverged')
        return failed(`is at ${at}, which does not contain ${commit}: does it follow another branch, or was its branch rewritten?`);
    if (compared === 'unknown' && sourcesOf(app).length > 0 && sourcesOf(app).every(isArtifact))
        return failed(`is made from a registry, where there are versions (it is at ${at}) and no commits: leave out 'revision'`);
    if (compared === 'unknown')
        return stale(`is at ${at}, and GitHub cannot tell whether that contains ${commit}`);
    return stale(`is still at ${at}, and ${commit} is newer`);
}
function notSynced(app, { synced }) {
    const { status, spec, metadata } = app;
    const sync = status?.sync?.status;
    if (sync === 'Synced')
        return undefined;
    if (sync !== 'OutOfSync')
        return trouble(`its sync status is ${sync ?? 'missing'}`);
    const { automated } = spec?.syncPolicy ?? {};
    const isAutomatic = automated !== undefined && automated.enabled !== false;
    const isDone = contains(synced) && status?.operationState?.phase === 'Succeeded';
    if (isDone) {
        if (!isLookedAt(app))
            return stale('Argo CD has yet to look at what the sync brought');
        return leftOver(app) ?? trouble(CHANGED_BACK);
    }
    if (isAutomatic)
        return (leftOver(app) ?? waiting('is OutOfSync, and the sync has not begun; a sync window may hold it back'));
    // The controller of a progressive ApplicationSet takes automation away, and starts the syncs by itself.
    if (metadata?.ownerReferences?.some(({ kind }) => kind === 'ApplicationSet'))
        return waiting('is OutOfSync without automated sync; its ApplicationSet, or somebody, has to start the sync');
    return failed("is OutOfSync, and nothing will change that: automated sync is off; turn on 'syncPolicy.automated', or start the sync in a step before this one");
}
function health(app, known) {
    const { status } = app;
    const { synced, fresh } = known;
    const operation = status?.operationState;
    if (operation === undefined)
        return waiting('has never been synced');
    if (operation.phase !== 'Succeeded')
        return trouble(`the last sync ended as ${operation.phase}: ${clean(operation.message ?? '')}`);
    // Nothing to bring is no sync: Argo CD starts one only where the cluster differs from git.
    const isUnchanged = !contains(synced);
    if (isUnchanged && !fresh)
        return UNSEEN;
    if (!isLookedAt(app))
        return stale('Argo CD has yet to look at what the sync brought');
    const state = status?.health?.status ?? 'Unknown';
    if (state === 'Healthy')
        return { state: 'live', reason: liveWords(app, known, isUnchanged) };
    const because = judge_unhealthy(status?.resources, state);
    if (state === 'Progressing')
        return waiting(`is rolling out${because}`);
    if (state === 'Suspended')
        return waiting(`is Suspended: a rollout is paused, or something in it is switched off${because}`);
    return trouble(`its health is ${state}${because}`);
}
function liveWords({ status }, { wanted, compared }, isUnchanged) {
    const at = named(status?.sync);
    if (compared === 'newer' && wanted !== undefined)
        return `live and healthy at ${at}, which contains ${words_short(wanted)}`;
    return isUnchanged ? 'live and healthy; this commit changes nothing in it' : 'live and healthy';
}
/** All its revisions, as people read them. */
const named = (given) => revisionsOf(given).map(words_short).join(', ');
/** The first resource that has this health, and what it says. */
function judge_unhealthy(resources = [], state) {
    const found = resources.find(({ health }) => health?.status === state);
    if (found === undefined)
        return '';
    return `: ${resourceName(found)}${found.health?.message ? `: ${clean(found.health.message)}` : ''}`;
}
/** Right after a sync, health and sync status are those from before it. */
function isLookedAt({ status }) {
    const [looked, finished] = [status?.reconciledAt, status?.operationState?.finishedAt].map(time => Date.parse(time ?? ''));
    return Number.isNaN(finished) || looked >= finished;
}
/** Of an application's conditions, the errors. */
function conditionOf(conditions = []) {
    const error = conditions.find(({ type }) => type?.endsWith('Error'));
    return error && `${error.type}: ${clean(error.message ?? '')}`;
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/judge/known.js


/**
 * Finds out how an application's revisions stand to the wanted one.
 * @param fresh whether Argo CD has looked at git since the step began; before, GitHub is not asked about what it names.
 */
async function knownOf(app, { wanted, fresh, compare }) {
    const compared = revisionsBySource(app.status?.sync);
    const synced = revisionsBySource(syncOf(app.status?.operationState));
    if (wanted === undefined || compare === undefined) {
        const isCurrent = fresh && compared.length > 0 && String(synced) === String(compared);
        return {
            ...{ wanted, fresh },
            compared: fresh && compared.length > 0 ? 'same' : 'older',
            synced: isCurrent ? 'same' : 'older',
        };
    }
    const sources = sourcesOf(app);
    const stand = async (revisions) => {
        const commits = [...revisions, ...renderedFrom(app, revisions)];
        if (commits.some(revision => isSame(revision, wanted)))
            return 'same';
        if (!fresh)
            return revisions.length > 0 ? 'older' : 'none';
        const asked = app.spec?.sourceHydrator === undefined ? revisions : renderedFrom(app, revisions);
        const all = asked.map(async (revision, index) => revision === '' ? 'none' : compare(revision, sources[index]));
        return best(await Promise.all(all));
    };
    return { wanted, fresh, compared: await stand(compared), synced: await stand(synced) };
}
/** Where Argo CD renders the manifests into git: the commits that these were rendered from, as far as it says so. */
function renderedFrom({ status }, revisions) {
    const { drySHA, hydratedSHA } = status?.sourceHydrator?.lastSuccessfulOperation ?? {};
    return drySHA !== undefined && revisions.includes(hydratedSHA ?? '') ? [drySHA] : [];
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/wait.js


/** Looks at all applications until each has been live, one has failed, or the time is up. */
async function waitForAll(names, following, { timeout, interval, signal }) {
    const end = following.now() + timeout;
    const followed = names.map(name => ({
        look: follow(name, following),
        last: undefined,
    }));
    for (;;) {
        const pending = followed.filter(({ last }) => last?.verdict.state !== 'live');
        await Promise.all(pending.map(async (one) => {
            one.last = await one.look();
        }));
        const outcomes = followed.map(({ last }) => last);
        const states = outcomes.map(({ verdict }) => verdict.state);
        if (states.includes('failed') || states.every(state => state === 'live'))
            return { outcomes, late: false };
        const left = end - following.now();
        if (left <= 0)
            return { outcomes, late: true };
        await (0,promises_.setTimeout)(Math.min(interval, left), undefined, { signal }).catch(() => signal.throwIfAborted());
    }
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/look.js







/** Milliseconds between two looks, and how long trouble may last at most. */
const INTERVAL = 2000;
const LONGEST_GRACE = 60_000;
/** Milliseconds that a request has at least, although the time is nearly up. */
const SHORTEST_REQUEST = 5000;
/** Waits until all applications are live, one fails, or the time is up. */
function watch(inputs, argocd, world) {
    const commit = inputs.revision === undefined ? 'the newest commit' : words_short(inputs.revision);
    world.log.info(`Waiting until ${commit} is live, for ${duration(inputs.timeout)} at most`);
    const timeout = inputs.timeout * 1000;
    const following = followingOf(inputs, argocd, world, { timeout, refreshes: true });
    return waitForAll(distinct(inputs.applications), following, {
        timeout,
        interval: INTERVAL,
        signal: world.signal,
    });
}
/** Looks at each application once, and has Argo CD do nothing. */
async function lookOnce(inputs, argocd, world) {
    const following = followingOf(inputs, argocd, world, { timeout: inputs.timeout * 1000, refreshes: false });
    const outcomes = await Promise.all(distinct(inputs.applications).map(name => follow(name, following)()));
    return { outcomes, late: false };
}
function followingOf({ revision: wanted, 'github-token': token }, argocd, world, { timeout, refreshes }) {
    const now = () => performance.now();
    const end = now() + timeout;
    const comparing = wanted === undefined ? undefined : comparer(wanted, token, world);
    return {
        read: (name, refresh) => argocd.application(name, { refresh, timeout: Math.max(SHORTEST_REQUEST, end - now()) }),
        judge: async (app, fresh) => {
            const known = await knownOf(app, { wanted, fresh, compare: comparing?.compare });
            // Of several sources, one that has the commit is enough.
            if (known.compared === 'unknown')
                comparing?.warn();
            return judge(app, known);
        },
        say: line => world.log.info(line),
        now,
        grace: Math.min(LONGEST_GRACE, timeout / 4),
        refreshes,
    };
}
function distinct(names) {
    return [...new Map(names.map(name => [qualified(name), name])).values()];
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/report/lines.js

const MOST_LINES = 20;
const MOST_NAMED = 3;
/** What is wrong with an application, for the log, one line a resource. */
function problemLines({ application, problems, url }) {
    const lines = problems.slice(0, MOST_LINES).map(problem => `  ${problemWords(problem)}`);
    const left = problems.length - lines.length;
    return [`${application}: ${url}`, ...lines, ...(left > 0 ? [`  and ${left} more`] : [])];
}
/** Why the step fails, in one line. */
function failureOf(statuses, late) {
    const missing = statuses.filter(({ live }) => !live);
    const each = missing.map(({ application, reason, problems }) => {
        const isSaid = (one) => reason.includes(resourceName(one)) && reason.includes(one.message);
        const news = problems
            .filter(one => !isSaid(one))
            .slice(0, MOST_NAMED)
            .map(problemWords);
        return `${application}: ${reason}${news.length > 0 ? ` (${news.join('; ')})` : ''}`;
    });
    return `${late === undefined ? '' : `not live within ${late}: `}${each.join('; ')}`;
}
function problemWords(problem) {
    return `${resourceName(problem)} ${problem.state}${problem.message ? `: ${problem.message}` : ''}`;
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/report/status.js


/** How many problems of an application the output names: one of megabytes would fit into no variable. */
const MOST_PROBLEMS = 20;
/** The output `status`. */
function outputOf(statuses) {
    return JSON.stringify(statuses.map(status => ({ ...status, problems: status.problems.slice(0, MOST_PROBLEMS) })));
}
/** Puts together what is known of an application; what is not is empty. */
function statusOf(server, { name, verdict, app, seconds }, problems) {
    const { sync, health, operationState } = app?.status ?? {};
    return {
        application: qualified(name),
        live: verdict.state === 'live',
        reason: verdict.reason,
        revision: revisionsOf(sync).join(','),
        sync: sync?.status ?? '',
        health: health?.status ?? '',
        phase: operationState?.phase ?? '',
        url: pageOf(server, { ...name, ...(app?.metadata?.namespace && { namespace: app.metadata.namespace }) }),
        seconds: Math.round(seconds * 10) / 10,
        problems: problems.map(({ uid: _, ...problem }) => problem),
    };
}
/** The page of an application in Argo CD. */
function pageOf(server, { name, namespace }) {
    return `${server}/applications/${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

// EXTERNAL MODULE: ./build/js/toolkit/markdown/html.js
var html = __webpack_require__(9848);
// EXTERNAL MODULE: ./build/js/toolkit/markdown/text.js
var markdown_text = __webpack_require__(7953);
// EXTERNAL MODULE: ./build/js/toolkit/markdown/visible.js
var visible = __webpack_require__(3143);
;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/report/summary.js




const summary_MOST_PROBLEMS = 20;
/** The job summary. */
function summaryOf(statuses, wanted) {
    const missing = statuses.filter(({ live }) => !live);
    return [
        heading(statuses, missing, wanted),
        ...(statuses.length > 1 || missing.length === 0 ? [table(statuses)] : []),
        ...missing.flatMap(status => detail(status, wanted.dryRun)),
    ].join('\n\n');
}
function heading(statuses, missing, wanted) {
    const commit = wanted.revision === undefined ? 'The newest commit' : (0,markdown_text/* codeSpan */.SS)(words_short(wanted.revision));
    const [only] = statuses;
    const where = statuses.length === 1 && only ? (0,markdown_text/* codeSpan */.SS)(only.application) : `${statuses.length} applications`;
    if (wanted.dryRun)
        return `### 🔍 Looked at ${where}, without waiting for ${commit}`;
    const took = duration(wanted.seconds);
    if (missing.length === 0)
        return `### ✅ ${commit} is live in ${where} · ${took}`;
    const [first] = missing;
    const lacking = missing.length === 1 && first ? (0,markdown_text/* codeSpan */.SS)(first.application) : `${missing.length} of ${where}`;
    return `### ❌ ${commit} is not live in ${lacking} · ${took}`;
}
function table(statuses) {
    const rows = statuses.map(({ application, url, sync, health, phase, revision, seconds, live }) => [
        `${live ? '✅' : '❌'} ${(0,html/* link */.nf)(url, (0,html/* htmlCode */.h8)(application))}`,
        (0,markdown_text/* codeCell */.MZ)((0,visible/* visibleLine */.P8)(revision.split(',').map(words_short).join(', ') || '–')),
        ...[sync, health, phase].map(word => (0,visible/* visibleLine */.P8)(word).replaceAll('|', '\\|') || '–'),
        live ? duration(seconds) : '–',
    ].join(' | '));
    return [
        '| application | revision | sync | health | last sync | after |',
        '| --- | --- | --- | --- | --- | ---: |',
        ...rows.map(row => `| ${row} |`),
    ].join('\n');
}
function detail({ application, url, reason, sync, health, phase, revision, problems }, dryRun) {
    const state = [
        sync && `**${(0,html/* quietLine */.zr)(sync)}**`,
        revision && `at ${(0,markdown_text/* codeSpan */.SS)(revision.split(',').map(words_short).join(', '))}`,
        health && `· **${(0,html/* quietLine */.zr)(health)}**`,
        phase && `· last sync **${(0,html/* quietLine */.zr)(phase)}**`,
    ].filter(Boolean);
    return [
        `> [!${dryRun ? 'NOTE' : 'CAUTION'}]\n> ${(0,html/* link */.nf)(url, (0,html/* htmlCode */.h8)(application))}: ${(0,html/* quietLine */.zr)(reason)}`,
        ...(state.length > 0 ? [state.join(' ')] : []),
        ...(problems.length > 0 ? [problemTable(problems)] : []),
    ];
}
function problemTable(problems) {
    const shown = problems.slice(0, summary_MOST_PROBLEMS);
    const rows = shown.map(problem => `| ${(0,markdown_text/* codeCell */.MZ)((0,visible/* visibleLine */.P8)(resourceName(problem)))} | ${(0,html/* quietLine */.zr)(problem.state)} | ${(0,html/* quietLine */.zr)(problem.message)} |`);
    const left = problems.length - shown.length;
    return [
        '| resource | state | what it says |',
        '| --- | --- | --- |',
        ...rows,
        ...(left > 0 ? [`| and ${left} more | | |`] : []),
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/outcome.js




/** Tells the log, the output and the job summary how the waiting ended. */
function reportOf(statuses, { outcomes, late }, inputs, world) {
    const dryRun = inputs['dry-run'];
    for (const status of statuses)
        if (status.problems.length > 0)
            for (const line of problemLines(status))
                world.log.info(line);
    const summary = summaryOf(statuses, {
        revision: inputs.revision,
        seconds: Math.max(...statuses.map(({ seconds }) => seconds)),
        dryRun,
    });
    const isLive = statuses.every(({ live }) => live);
    // Looking succeeded where everything could be read, whatever was to be seen.
    const fails = dryRun ? outcomes.some(({ app }) => app === undefined) : !isLive;
    return {
        outputs: { status: world.secrets.redact(outputOf(statuses)) },
        summary,
        ...(fails && { failure: failureOf(statuses, late ? duration(inputs.timeout) : undefined) }),
    };
}

// EXTERNAL MODULE: ./build/js/toolkit/action/fields.js
var fields = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/js/toolkit/action/spec.js
var spec = __webpack_require__(9387);
;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/spec.js



const inputs = (0,fields/* defineInputs */.pf)({
    server: (0,fields/* field */.ZZ)({
        description: 'The address of Argo CD, such as `https://argocd.example.com`.',
        required: true,
    }, parseServer),
    token: (0,fields/* secret */.rJ)({
        description: "A token of Argo CD that may `get` these applications; default: the variable ARGOCD_AUTH_TOKEN. A project's role is enough: `argocd proj role create-token PROJECT ROLE`.",
    }),
    applications: (0,fields/* list */.p_)({
        description: 'The applications to wait for, one a line: `name`, or `namespace/name` where one lies outside of the namespace of Argo CD.',
        required: true,
    }, parseApplication),
    revision: (0,fields/* field */.ZZ)({
        description: 'The sha of the commit that must be live, such as the output `commit` of bump-manifest; default: the newest commit of what each application follows, as Argo CD finds it when this step begins.',
    }, parseRevision),
    timeout: (0,fields/* field */.ZZ)({
        description: 'How long to wait at most: seconds, or a time such as `90s`, `10m` or `1h`.',
        default: '10m',
    }, parseTimeout),
    ca: (0,fields/* field */.ZZ)({
        description: 'The certificate of an authority of your own, in PEM, to trust besides those that the runner trusts.',
    }, parseCertificates),
    report: (0,fields/* choice */.Yq)({
        description: "Where to report on GitHub, on the workflow's commit: as a commit `status` (`statuses: write`), as a `deployment` (`deployments: write`), or not at all, `none`.",
        words: ['none', 'status', 'deployment'],
        default: 'none',
    }),
    environment: (0,fields/* text */.Qq)({
        description: 'What the report is called: the environment of the deployment, or the commit status `argocd/ENVIRONMENT`; default: the names of the applications.',
    }),
    'github-token': (0,fields/* secret */.rJ)({
        description: "Writes the report, and reads the commits of the applications' repositories (`contents: read`), to know whether a newer commit contains the wanted one.",
        default: '${{ github.token }}',
    }),
});
/** The contract of argocd-wait. */
const spec_spec = (0,spec/* defineAction */.Q)({
    name: 'argocd-wait',
    title: 'Argo CD wait',
    description: 'Wait until a commit is live in Argo CD: synced, healthy and that very revision; or show which resource keeps it from that.',
    branding: { icon: 'check-circle', color: 'orange' },
    inputs,
    outputs: {
        status: {
            description: 'JSON: how each application stands, with its 20 worst problems, `[{application, live, reason, revision, sync, health, phase, url, seconds, problems: [{kind, namespace, name, state, message}]}]`.',
        },
    },
});

;// CONCATENATED MODULE: ./build/js/actions/argocd-wait/src/main.js









const main = () => (0,run/* run */.eF)(spec_spec, argocdWait);
const post = run/* cleanUp */.nY;
/** Waits until the wanted commit is live in all applications, and tells what keeps it from that. */
async function argocdWait(inputs, world) {
    const { server, ca, applications } = inputs;
    const token = tokenOf(inputs, world);
    const github = reporter(inputs, world);
    const argocd = await connect({ server, token, ca }, world);
    const page = pageOf(server, applications[0]);
    try {
        await github.begin(page);
        const waited = inputs['dry-run']
            ? await lookOnce(inputs, argocd, world)
            : await watch(inputs, argocd, world);
        const statuses = await Promise.all(waited.outcomes.map(async (outcome) => statusOf(server, outcome, await diagnose(outcome, argocd, world.log))));
        const report = reportOf(statuses, waited, inputs, world);
        await github.end(report.failure === undefined
            ? { state: 'success', description: 'live and healthy', url: page }
            : { state: 'failure', description: report.failure, url: page });
        return report;
    }
    catch (thrown) {
        const [state, description] = world.signal.aborted
            ? ['cancelled', 'the job was cancelled']
            : ['failure', 'the step broke off'];
        await github.end({ state, description, url: page });
        throw thrown;
    }
    finally {
        argocd.close();
    }
}
function tokenOf({ token }, { env, secrets }) {
    const found = token ?? env.ARGOCD_AUTH_TOKEN?.trim() ?? '';
    if (found === '')
        throw new errors/* UserError */.yo("input 'token' was not given, and neither was the variable ARGOCD_AUTH_TOKEN; make one with `argocd proj role create-token PROJECT ROLE`, and give it as a secret (the workflow of a fork's pull request gets none)");
    if (/[^\x21-\x7e]/.test(found))
        throw new errors/* UserError */.yo("input 'token' is (a secret): it holds spaces or line breaks, and is no token of Argo CD");
    secrets.add(found);
    return found;
}


/***/ }),

/***/ 4160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ createGitHub),
/* harmony export */   R: () => (/* binding */ failedRequest)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3055);
/* harmony import */ var _retry_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6488);
/* harmony import */ var _retries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1321);



/** Milliseconds that one request may take. */
const TIMEOUT = 30_000;
const ATTEMPTS = 5;
/**
 * A client of the API that the runner names (GitHub or GitHub Enterprise Server), which waits out rate limits and
 * hiccups, gives up on a server that hangs, and goes through the runner's proxy.
 * The SDK is loaded here and not before: it takes longer to load than the rest of a step.
 * @param timeout milliseconds for one request.
 */
async function createGitHub(world, token, { timeout = TIMEOUT } = {}) {
    world.secrets.add(token);
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    const github = getOctokit(token, { baseUrl: world.context.apiUrl, log: silent });
    github.hook.wrap('request', (request, options) => (0,_retry_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(async () => {
        // Set in place: Octokit's own hooks below this one hold on to these very options.
        Object.assign(options.request, {
            signal: AbortSignal.any([world.signal, AbortSignal.timeout(timeout)]),
        });
        try {
            const response = await request(options);
            demandData(response.headers['content-type'], world.context.apiUrl);
            return response;
        }
        catch (thrown) {
            world.signal.throwIfAborted();
            throw thrown;
        }
    }, {
        // A caller that must look again before it repeats says `request: { attempts: 1 }`.
        attempts: options.request.attempts ?? ATTEMPTS,
        delay: 1000,
        signal: world.signal,
        retryable: thrown => !(thrown instanceof _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) && (0,_retries_js__WEBPACK_IMPORTED_MODULE_2__/* .mayRepeat */ .xg)(failedRequest(thrown, options), world.now()),
    }));
    return github;
}
/** The login page of a proxy comes with status 200, too. */
function demandData(type, apiUrl) {
    if (/^text\/html/.test(String(type)))
        throw new _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${apiUrl} answers with a web page in place of data: check GITHUB_API_URL, and whether a proxy stands in between`);
}
const silent = { debug() { }, info() { }, warn() { }, error() { } };
/** What an Octokit error says of the request. */
function failedRequest(thrown, { method, url }) {
    const { status, response, message } = thrown;
    // Octokit reports a request that got no answer as status 500 without a response.
    return {
        method,
        url,
        status: response ? (status ?? 0) : 0,
        headers: response?.headers ?? {},
        message,
    };
}


/***/ }),

/***/ 8202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ statusOf),
/* harmony export */   t: () => (/* binding */ explained)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3055);

/**
 * Runs an API call and explains its refusals.
 * @throws UserError for 401, 403, 404 and rate limits, naming the permission or the remedy; where no answer came or
 * the server failed, naming the server's words; all else as it was thrown.
 */
async function explained(purpose, call) {
    try {
        return await call();
    }
    catch (thrown) {
        throw explain(thrown, purpose) ?? thrown;
    }
}
/** The status of an API's refusal; undefined where something else was thrown. */
function statusOf(thrown) {
    const status = thrown?.status;
    return typeof status === 'number' ? status : undefined;
}
function explain(thrown, { to, repository, permission }) {
    const status = statusOf(thrown);
    if (status === undefined)
        return undefined;
    const because = (remedy) => new _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`GitHub refused to ${to} in ${repository} (${status}: ${thrown.message}); ${remedy}`, { cause: thrown });
    if (status === 429 || (status === 403 && /rate limit/i.test(thrown.message)))
        return because('the rate limit is used up: run the job again later, or use the token of a GitHub App');
    if (status === 401)
        return because('the token is invalid or has expired: give another one');
    if (status === 403)
        return because(`the token lacks '${permission}': grant it in the workflow's permissions`);
    if (status === 404)
        return because(`check the repository's name, and that the token may see it with '${permission}' (github.token reaches only the workflow's own repository)`);
    if (status >= 500)
        return because('the server failed: run the job again');
    return undefined;
}


/***/ }),

/***/ 1321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dX: () => (/* binding */ LONGEST_WAIT),
/* harmony export */   hD: () => (/* binding */ rateLimitWait),
/* harmony export */   xg: () => (/* binding */ mayRepeat)
/* harmony export */ });
/** The longest wait that a server may ask for, in milliseconds; past it the step fails and says when to come back. */
const LONGEST_WAIT = 120_000;
/**
 * Whether a failed request may be sent again, and after how many milliseconds where the server said so.
 * (docs.github.com, "Rate limits for the REST API": retry-after, else x-ratelimit-reset, else a minute.)
 */
function mayRepeat(failed, now) {
    const limited = rateLimitWait(failed, now);
    if (limited !== undefined)
        return limited <= LONGEST_WAIT ? limited : false;
    const hiccup = failed.status === 0 || failed.status >= 500;
    return hiccup && isRepeatable(failed);
}
/** How many milliseconds a rate limit asks to wait; undefined where none was hit. */
function rateLimitWait({ status, headers, message }, now) {
    if (status !== 429 && status !== 403)
        return undefined;
    const after = headers['retry-after'];
    if (after !== undefined)
        return Number(after) * 1000;
    if (String(headers['x-ratelimit-remaining']) === '0') {
        const reset = Number(headers['x-ratelimit-reset']) * 1000;
        return Math.max(1000, reset - now.getTime());
    }
    return status === 429 || /secondary rate limit/i.test(message) ? 60_000 : undefined;
}
// A POST may have been carried out although its answer was lost; sent again it would make a second comment or pull
// request. Git objects are named by their content, so that making one twice does no harm.
function isRepeatable({ method, url }) {
    return method !== 'POST' || /\/git\/(blobs|trees|commits)$/.test(url);
}


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

/***/ 9848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   i5: () => (/* binding */ quietHtml),
/* harmony export */   jQ: () => (/* binding */ quiet),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   zH: () => (/* binding */ details),
/* harmony export */   zr: () => (/* binding */ quietLine)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3143);

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Text for HTML, on one line: no blank line in it ends the block of HTML (CommonMark, HTML blocks). */
function html(text) {
    const line = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text);
    return /[&<>]/.test(line) ? line.replace(/[&<>]/g, one => ENTITIES[one]) : line;
}
/**
 * Text for HTML outside of code, on one line, that notifies nobody: GitHub makes no mention, reference or link of it
 * (each would be told to those concerned), as these are only found within one piece of text.
 */
function quietHtml(text) {
    return quiet(html(text));
}
/** The same for a line of Markdown. */
function quietLine(text) {
    return quiet((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text).replace(/[\\`*_[\]<>|#~&$]/g, '\\$&'));
}
/** HTML or Markdown in which GitHub finds no mention, reference or link. */
function quiet(text) {
    return text.replace(/@|#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)/gi, '$&<span></span>');
}
/** A link. @param inner HTML. */
function link(url, inner) {
    return `<a href="${html(url).replaceAll('"', '&quot;')}">${inner}</a>`;
}
/** Text as code in HTML, where GitHub reads no mentions, references or emoji either. */
function htmlCode(text) {
    return `<code>${html(text)}</code>`;
}
/** Folded away behind a line that is HTML on one line; `body` is Markdown. */
function details(summary, body, open = false) {
    return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}


/***/ }),

/***/ 3143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ visibleAscii),
/* harmony export */   P8: () => (/* binding */ visibleLine),
/* harmony export */   RK: () => (/* binding */ visible)
/* harmony export */ });
// Bidirectional controls, zero-width and other characters that show nothing, or a space that is none.
const UNSEEN = /(?![\n\t])\p{Cc}|[\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu;
const ORDINARY = /^[\n\t -~]*$/;
// What starts an HTML comment, and what the runner takes for a workflow command where the text reaches a log.
const COMMAND = /<(?=!--)|^(\s*):(?=:)|#(?=#\[)/gm;
/**
 * Text in which every character can be seen: those that show nothing, look like a space or turn the direction of
 * writing (CVE-2021-42574) become `\u{202e}`; line breaks and tabs stay. Nothing in it starts an HTML comment or a
 * workflow command.
 */
function visible(text) {
    const seen = ORDINARY.test(text) ? text : text.replace(UNSEEN, escaped);
    return /<!--|::|##\[/.test(seen)
        ? seen.replace(COMMAND, one => one.slice(0, -1) + escaped(one.slice(-1)))
        : seen;
}
/** `visible` on one line: line breaks and tabs are shown as `\n` and `\t`. */
function visibleLine(text) {
    const line = visible(text);
    return /[\n\t]/.test(line) ? line.replaceAll('\n', '\\n').replaceAll('\t', '\\t') : line;
}
/** `visibleLine` with all that is not ASCII escaped, to tell look-alikes apart. */
function visibleAscii(text) {
    return visibleLine(text).replace(/[^ -~]/gu, escaped);
}
function escaped(character) {
    return `\\u{${character.codePointAt(0).toString(16)}}`;
}


/***/ })

};
