export const id = 916;
export const ids = [916];
export const modules = {

/***/ 8916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  post: () => (/* binding */ main_post),
  terraformApply: () => (/* binding */ terraformApply)
});

// EXTERNAL MODULE: ./build/js/toolkit/action/run.js + 5 modules
var run = __webpack_require__(3761);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/root-modules.js
var root_modules = __webpack_require__(4752);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/tool.js
var run_tool = __webpack_require__(5766);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/exec-tool.js
var exec_tool = __webpack_require__(6048);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/unit-order.js



/**
 * The units at or below these directories, each after the ones that it depends on (`terragrunt find --dag`).
 * @throws UserError where Terragrunt cannot tell them, or there are none.
 */
async function unitsOf(world, tool, roots) {
    const found = new Map();
    for (const root of roots)
        for (const unit of await unitsBelow(world, tool, root))
            if (!found.has(unit.directory))
                found.set(unit.directory, unit);
    if (found.size === 0)
        throw new errors/* UserError */.yo(`no Terragrunt unit was found in ${roots.map(({ directory }) => `'${directory}'`).join(', ')}; name folders with terragrunt.hcl files`);
    return inOrder([...found.values()]);
}
async function unitsBelow(world, tool, root) {
    const args = ['find', '--json', '--dependencies', '--no-color'];
    const { code, stdout, stderr } = await (0,exec_tool/* execIn */.Xm)(world, tool, root, 'show', args);
    if (code !== 0)
        throw new errors/* UserError */.yo(`'terragrunt find' failed in '${root.directory}': ${stderr.trim().slice(-2000)}`);
    return parseUnits(stdout, root);
}
/** Reads `terragrunt find --json --dependencies`: paths are relative to where it ran. */
function parseUnits(json, root) {
    const listed = JSON.parse(json);
    const at = (path) => external_node_path_.posix.normalize(external_node_path_.posix.join(root.directory, path));
    return listed
        .filter(({ type }) => type === undefined || type === 'unit')
        .map(({ path, dependencies = [] }) => ({
        directory: at(path),
        path: (0,external_node_path_.join)(root.path, path),
        dependencies: dependencies.map(at),
    }));
}
/** Each after its dependencies, else in the order given. (Terragrunt itself refuses circles.) */
function inOrder(units) {
    const byDirectory = new Map(units.map(unit => [unit.directory, unit]));
    const ordered = new Set();
    const visited = new Set();
    const visit = (unit) => {
        if (visited.has(unit))
            return;
        visited.add(unit);
        for (const directory of unit.dependencies) {
            const dependency = byDirectory.get(directory);
            if (dependency)
                visit(dependency);
        }
        ordered.add(unit);
    };
    for (const unit of units)
        visit(unit);
    return [...ordered];
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/workspace.js
var workspace = __webpack_require__(6959);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/js/toolkit/exec/descendants.js
var descendants = __webpack_require__(2349);
// EXTERNAL MODULE: ./build/js/toolkit/exec/exec.js + 1 modules
var exec = __webpack_require__(9250);
;// CONCATENATED MODULE: ./build/js/toolkit/exec/outliving.js









const POLL = 100;
/**
 * Runs programs that must not be cut off: their output goes into files and not into pipes, whose end would kill them,
 * and they have a session of their own, so that no signal for this process reaches them by itself. On abort the program
 * gets SIGTERM, once, and is waited for. Should this process be killed meanwhile (GitHub's runner does so 10 s after
 * cancelling a step, and kills nothing else), the program ends in peace, and a later process can wait for it.
 * @param folder an existing private folder that outlives this process; `survivors` looks for programs there.
 */
function outliving(folder) {
    return async (program, args, options = {}) => {
        options.signal?.throwIfAborted();
        const own = (0,external_node_path_.join)(folder, `${Date.now()}-${Math.random().toString(36).slice(2)}`);
        await (0,promises_.mkdir)(own, { mode: 0o700 });
        const stdout = follow((0,external_node_path_.join)(own, 'stdout'), line => options.onLine?.(line, 'stdout'));
        const stderr = follow((0,external_node_path_.join)(own, 'stderr'), line => options.onLine?.(line, 'stderr'));
        try {
            const child = (0,external_node_child_process_.spawn)(program, args, {
                detached: true,
                env: options.env ?? process.env,
                stdio: ['ignore', stdout.fd, stderr.fd],
                ...(options.cwd !== undefined && { cwd: options.cwd }),
            });
            const code = await watched(child, options, async () => {
                const running = child.pid === undefined ? undefined : (0,descendants/* processOf */.hh)(child.pid);
                const note = running && { program, stdout: stdout.path, process: running };
                if (note)
                    await (0,promises_.writeFile)((0,external_node_path_.join)(own, 'running.json'), JSON.stringify(note), { mode: 0o600 });
            });
            const result = { code, stdout: stdout.end(), stderr: stderr.end() };
            if (options.signal?.aborted)
                throw new errors/* CancelledError */.cc();
            const { accept = [0] } = options;
            if (accept !== 'any' && !accept.includes(code))
                throw new exec/* ExecError */.c(program, args, result, `failed with exit code ${code}`);
            return result;
        }
        catch (thrown) {
            if (thrown.code === 'ENOENT')
                throw new errors/* UserError */.yo(`'${program}' is not installed on this runner; install it in an earlier step`);
            throw thrown;
        }
        finally {
            stdout.close();
            stderr.close();
            await (0,promises_.rm)(own, { recursive: true, force: true });
        }
    };
}
/** The programs that `outliving` started in a folder and that still run. */
async function survivors(folder) {
    const entries = await (0,promises_.readdir)(folder).catch(() => []);
    const notes = await Promise.all(entries.map(entry => (0,promises_.readFile)((0,external_node_path_.join)(folder, entry, 'running.json'), 'utf8').catch(() => undefined)));
    return notes
        .flatMap(note => (note === undefined ? [] : [JSON.parse(note)]))
        .filter(({ process }) => (0,descendants/* isRunning */.W_)(process));
}
/** Waits for a program to end. @returns false where it still runs after so many milliseconds. */
async function outlast({ process }, patience) {
    for (const until = Date.now() + patience; (0,descendants/* isRunning */.W_)(process); await (0,external_node_timers_promises_.setTimeout)(POLL))
        if (Date.now() > until)
            return false;
    return true;
}
async function watched(child, { signal }, onSpawn) {
    const cancel = () => void child.kill('SIGTERM');
    try {
        const ended = new Promise((resolve, reject) => {
            child.once('error', reject);
            child.once('exit', code => resolve(code ?? 1));
        });
        await Promise.all([
            new Promise(resolve => child.once('spawn', resolve).once('error', resolve)),
            onSpawn(),
        ]);
        if (signal?.aborted)
            cancel();
        signal?.addEventListener('abort', cancel);
        return await ended;
    }
    finally {
        signal?.removeEventListener('abort', cancel);
        if (signal?.aborted)
            endGroup(child);
    }
}
/** What a cancelled program has started and left behind would hold up the job. */
function endGroup({ pid }) {
    try {
        if (pid !== undefined)
            process.kill(-pid, 'SIGTERM');
    }
    catch {
        // Nothing was left.
    }
}
/** A new file (mode 0600) that is read line by line while another process writes to it. */
function follow(path, onLine) {
    const [fd, reading] = [(0,external_node_fs_.openSync)(path, 'wx', 0o600), (0,external_node_fs_.openSync)(path, 'r')];
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    const chunk = Buffer.alloc(65_536);
    let [all, rest] = ['', ''];
    const read = () => {
        for (;;) {
            const size = (0,external_node_fs_.readSync)(reading, chunk);
            if (size === 0)
                return;
            const text = decoder.write(chunk.subarray(0, size));
            all += text;
            const lines = (rest + text).split('\n');
            rest = lines.pop() ?? '';
            for (const line of lines)
                onLine(line.replace(/\r$/, ''));
        }
    };
    const timer = setInterval(read, POLL);
    return {
        fd,
        path,
        /** Reads what is left. @returns all that was written. */
        end() {
            clearInterval(timer);
            read();
            if (rest !== '')
                onLine(rest);
            return all;
        },
        close() {
            clearInterval(timer);
            (0,external_node_fs_.closeSync)(fd);
            (0,external_node_fs_.closeSync)(reading);
        },
    };
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/commands.js
var commands = __webpack_require__(66);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/state-secrets.js
var state_secrets = __webpack_require__(463);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/environment.js
var environment = __webpack_require__(3147);
;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/errored-state.js





/** Where Terraform writes a state that its backend does not take: where it runs, under Terragrunt in a copy. */
const ERRORED_STATE = 'errored.tfstate';
const PUSHES = 3;
const PAUSE = 5000;
/** The absolute path of a state that was never saved, if there is one. */
function erroredState({ path }) {
    const direct = (0,external_node_path_.join)(path, ERRORED_STATE);
    if ((0,external_node_fs_.existsSync)(direct))
        return direct;
    const [copied] = (0,external_node_fs_.globSync)(`.terragrunt-cache/**/${ERRORED_STATE}`, { cwd: path });
    return copied && (0,external_node_path_.join)(path, copied);
}
/** Pushes a state that could not be saved. @returns its path where it still cannot be. */
async function saveState(world, program, root) {
    const path = erroredState(root);
    if (path === undefined)
        return undefined;
    await (0,promises_.chmod)(path, 0o600);
    world.log.warning(`the state of '${root.directory}' could not be saved; trying again`);
    for (let attempt = 1; attempt <= PUSHES; attempt++) {
        if (attempt > 1)
            await (0,external_node_timers_promises_.setTimeout)(PAUSE);
        // Not to be cancelled: nothing matters more now.
        const { code } = await world.exec(program, ['state', 'push', '-no-color', path], {
            ...{ cwd: root.path, env: (0,environment/* toolEnvironment */.u)(world.env, 'show'), accept: 'any' },
            onLine: line => world.log.info(line),
        });
        if (code !== 0)
            continue;
        await (0,promises_.rm)(path);
        world.log.info(`the state of '${root.directory}' is saved`);
        return undefined;
    }
    return path;
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/fingerprint.js
var fingerprint = __webpack_require__(6926);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/paths.js
var paths = __webpack_require__(710);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/read.js + 10 modules
var read = __webpack_require__(9258);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/each-root.js
var each_root = __webpack_require__(2630);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/learn-secrets.js + 2 modules
var learn_secrets = __webpack_require__(8261);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/read.js
var run_read = __webpack_require__(7404);
;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/plan-roots.js











/** Plans every root module, as the review did; one that fails does not keep the others from being told. */
function planRoots(planning, roots) {
    const { world, inputs } = planning;
    const turn = (0,each_root/* sharesPluginCache */.cp)(world.env) ? (0,each_root/* oneAtATime */.IH)() : (task) => task();
    return (0,each_root/* eachRoot */.El)(world, roots, inputs.parallel, async (root, say) => {
        demandSavedState(root);
        (0,learn_secrets/* learnSecrets */.u)(world, root, inputs);
        // Terragrunt initialises its units by itself.
        if (planning.tool.name === 'terragrunt')
            return planInitialised(planning, root, { say });
        const init = await turn(() => (0,commands/* initRoot */.hj)(world, planning.tool, root, inputs, { say }));
        return init.ok ? planInitialised(planning, root, { say }) : { root, errors: (0,exec_tool/* errorsOf */.Bp)(init) };
    });
}
/**
 * Plans a root module that is initialised.
 * @param name tells the files of a second plan from those of the first.
 */
async function planInitialised({ world, tool, inputs }, root, { say = world.log.info, name = '' }) {
    const folder = await world.jobFolder();
    const [planFile, jsonFile] = [
        (0,paths/* planPath */.pw)(folder, root.directory + name, 'plan'),
        (0,paths/* planPath */.pw)(folder, root.directory + name, 'json'),
    ];
    // Errors and warnings are told at the end: only then is it known what in them must be hidden.
    const held = [];
    const run = await (0,commands/* planRoot */.Ox)(world, tool, root, inputs, {
        ...{ out: planFile, say, sayDiagnostic: line => held.push(line) },
    });
    if (!run.ok) {
        await (0,state_secrets/* learnState */.C)(world, tool, root);
        for (const line of held)
            say(line);
        return { root, errors: (0,exec_tool/* errorsOf */.Bp)(run) };
    }
    await (0,run_read/* showJson */.qN)(world, tool, root, { planFile, to: jsonFile });
    const plan = await (0,read/* readPlan */.m)(jsonFile, { redact: inputs.redact });
    world.secrets.learn(plan.sensitiveValues);
    for (const line of held)
        say(line);
    const salt = {
        repository: world.context.repository,
        directory: root.directory,
        workspace: root.workspace,
    };
    const mocked = /mock outputs provided/.test(run.text);
    return { root, plan, fingerprint: await (0,fingerprint/* fingerprint */.R)(plan.digest, salt), planFile, jsonFile, mocked };
}
function demandSavedState(root) {
    const path = erroredState(root);
    if (path !== undefined)
        throw new errors/* UserError */.yo(`'${path}' holds the state of an earlier apply, which could not be saved. Save it first: run 'state push' with it in '${root.directory}', then remove it`);
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/progress.js
/** The actions of which messages tell; of what happens in the state alone, such as `forget`, they do not. */
const DEEDS = ['create', 'read', 'update', 'delete'];
/** @param ok whether the apply succeeded: then all is applied, told or not. */
function progressOf(planned, messages, ok) {
    const told = toldByAddress(messages);
    const steps = planned.map(({ address, kind, actions }) => {
        const { done, errored, started, id, seconds } = told.get(address) ?? nothing();
        const deeds = actions.filter(action => DEEDS.includes(action));
        const complete = ok || (deeds.length > 0 && deeds.every(deed => done.has(deed)));
        const stage = errored ? 'failed' : complete ? 'applied' : started ? 'unfinished' : 'notReached';
        return {
            stage,
            step: { address, kind, ...(id !== undefined && { id }), ...(seconds > 0 && { seconds }) },
        };
    });
    const at = (stage) => steps.flatMap(one => (one.stage === stage ? [one.step] : []));
    return {
        applied: at('applied'),
        failed: at('failed'),
        unfinished: at('unfinished'),
        notReached: at('notReached'),
    };
}
const nothing = () => ({ done: new Set(), errored: false, started: false, id: undefined, seconds: 0 });
function toldByAddress(messages) {
    const told = new Map();
    for (const message of messages) {
        if (!('address' in message))
            continue;
        const one = told.get(message.address) ?? nothing();
        told.set(message.address, one);
        if (message.type === 'apply_start')
            one.started = true;
        else if (message.type === 'apply_errored')
            one.errored = true;
        else if (message.type === 'apply_complete') {
            one.done.add(message.action);
            one.seconds += message.seconds ?? 0;
            one.id = message.action === 'delete' ? one.id : (/\[id=(.+)\]$/.exec(message.text)?.[1] ?? one.id);
        }
    }
    return told;
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/remainder.js
/** Reads a plan so that numbers keep all their digits: each becomes the symbol of its text. */
function parseRawPlan(text) {
    // TypeScript does not know the third argument yet (ES2026, JSON.parse source text access).
    const exact = (_, value, context) => typeof value === 'number' ? Symbol.for(context?.source ?? String(value)) : value;
    return JSON.parse(text, exact);
}
/**
 * Whether what a half-failed apply left to do is part of what was reviewed, and why not where it is not; the answer
 * names addresses and outputs, never values.
 *
 * It is where the configuration and the variables are the same, and each remaining change leads an object that the
 * review changes to the very state that the review showed. What the review showed as known after apply may be known by
 * now, and an object whose creation failed may have to be made anew.
 */
function beyondReview(reviewed, left) {
    if (!same(reviewed.configuration, left.configuration))
        return 'the configuration is another one';
    if (!same(reviewed.variables, left.variables))
        return 'the variables have other values';
    for (const change of (left.resource_changes ?? []).filter(isChange)) {
        const why = changeBeyond(reviewed, change);
        if (why !== undefined)
            return `${change.address} ${why}`;
    }
    for (const [name, change] of Object.entries(left.output_changes ?? {})) {
        if (change.actions.join() === 'no-op')
            continue;
        const shown = reviewed.output_changes?.[name];
        if (!shown || shown.actions.join() === 'no-op' || !leadsTo(shown, change))
            return `output ${name} has another value`;
    }
    for (const list of ['deferred_changes', 'action_invocations', 'deferred_action_invocations'])
        if ((left[list] ?? []).some(one => !(reviewed[list] ?? []).some(other => same(one, other))))
            return `there is something new in ${list}`;
    return undefined;
}
function isChange({ change, previous_address, action_reason }) {
    // What a check reads may be another thing each time, and changes nothing.
    if (action_reason === 'read_because_check_nested')
        return false;
    return change.actions.join() !== 'no-op' || previous_address !== undefined || change.importing != null;
}
function changeBeyond(reviewed, left) {
    const there = (reviewed.resource_changes ?? []).filter(one => one.address === left.address && isChange(one));
    const object = there.find(one => one.deposed === left.deposed);
    // Where the new object came first, a failure leaves the old one behind as a deposed object.
    const replaced = left.deposed !== undefined && there.some(({ change }) => isReplace(change));
    if (object === undefined)
        return replaced && left.change.actions.join() === 'delete' ? undefined : 'was not to be changed';
    if (!mayFollow(object, left))
        return `was to ${words(object.change)}, and now to ${words(left.change)}`;
    if (left.previous_address !== undefined && left.previous_address !== object.previous_address)
        return 'comes from another address';
    if (left.change.importing != null && !same(left.change.importing, object.change.importing))
        return 'imports another object';
    return leadsTo(object.change, left.change) ? undefined : 'would end in another state';
}
function isReplace({ actions }) {
    return actions.length === 2 && actions.includes('create');
}
function mayFollow(reviewed, left) {
    const [was, is] = [reviewed.change.actions.join(), left.change.actions.join()];
    if (was === is)
        return true;
    if (isReplace(reviewed.change) && (is === 'create' || reviewed.change.actions.includes(is)))
        return true;
    const anew = isReplace(left.change) && left.action_reason === 'replace_because_tainted';
    return anew && (was === 'create' || isReplace(reviewed.change));
}
function words({ actions }) {
    return actions.join(' and ');
}
/** Whether a change ends in the state that the review showed, wherever it showed one. */
function leadsTo(shown, left) {
    return refines(shown.after, shown.after_unknown, left.after, left.after_unknown);
}
function refines(shown, shownUnknown, left, leftUnknown) {
    if (shownUnknown === true)
        return true;
    if (leftUnknown === true)
        return false;
    if (!isNode(shown) && !isNode(shownUnknown))
        return same(shown, left);
    if (isNode(shown) !== isNode(left) || Array.isArray(shown) !== Array.isArray(left))
        return false;
    const keys = new Set([shown, shownUnknown, left, leftUnknown].flatMap(one => (isNode(one) ? Object.keys(one) : [])));
    const at = (one, key) => (isNode(one) ? one[key] : undefined);
    return [...keys].every(key => refines(at(shown, key), at(shownUnknown, key), at(left, key), at(leftUnknown, key)));
}
function isNode(value) {
    return typeof value === 'object' && value !== null;
}
function same(one, other) {
    if (!isNode(one) || !isNode(other))
        return one === other;
    if (Array.isArray(one) !== Array.isArray(other))
        return false;
    const keys = Object.keys(one);
    const at = (node, key) => node[key];
    return (keys.length === Object.keys(other).length &&
        keys.every(key => Object.hasOwn(other, key) && same(at(one, key), at(other, key))));
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/apply-root.js









/**
 * Applies a saved plan. Where the job is cancelled, Terraform is told once, and waited for; it saves the state.
 */
async function applyRoot({ world, tool, inputs }, { root, plan, planFile }) {
    const messages = [];
    const onMessage = (message) => void messages.push(message);
    const lasting = { ...world, exec: outliving(await world.jobFolder()) };
    const held = [];
    const run = await (0,commands/* applyPlan */.gj)(lasting, tool, root, inputs, {
        ...{ planFile, onMessage, sayDiagnostic: line => held.push(line) },
    });
    // What the apply itself made up, such as a password, only the new state tells; an error may hold it.
    if (!run.ok)
        await (0,state_secrets/* learnState */.C)({ ...world, signal: new AbortController().signal }, tool, root);
    for (const line of held)
        world.log.info(line);
    const errors = run.ok ? [] : (0,exec_tool/* errorsOf */.Bp)(run);
    return {
        ok: run.ok,
        progress: progressOf(plan.changes, messages, run.ok),
        errors,
        cancelled: run.cancelled,
        stale: errors.some(({ summary }) => summary === 'Saved plan is stale'),
        unsavedState: await saveState(world, tool.program, root),
    };
}
/**
 * What a failed apply left to do, where that is part of what was planned before; else why it is not (by address), or
 * that it could not be planned.
 */
async function remainderOf(planning, before, reviewed) {
    const left = await planInitialised(planning, before.root, { name: ' (what is left)' });
    if ('errors' in left)
        return { beyond: 'it could not be planned again' };
    const [was, is] = await Promise.all([before, left].map(async (one) => parseRawPlan(await (0,promises_.readFile)(one.jsonFile, 'utf8'))));
    const beyond = beyondReview(was ?? {}, is ?? {});
    return beyond === undefined ? { remainder: { of: reviewed, is: left.fingerprint } } : { beyond };
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/decide.js
/** Decides on one root module: only what equals the reviewed plan, or what is left of it, may be applied. */
function decide({ plan, fingerprint }, review, approve) {
    if (plan.errored)
        return { kind: 'refuse', refusal: { reason: 'errored' } };
    if (isNothing(plan))
        return { kind: 'nothing' };
    if (approve === 'auto')
        return { kind: 'apply', because: 'auto' };
    if ('refused' in review)
        return { kind: 'refuse', refusal: review.refused };
    const { approved, record, remainder } = review;
    if (approved.fingerprint === fingerprint)
        return { kind: 'apply', because: 'reviewed' };
    if (remainder?.of === approved.fingerprint && remainder.is === fingerprint)
        return { kind: 'apply', because: 'remainder' };
    const untold = record === undefined;
    return { kind: 'refuse', refusal: { reason: 'differs', head: approved.head, ...(untold && { untold }) } };
}
/** Whether anything is to be applied that must have been reviewed. */
function needsReview(roots, { approve }) {
    return approve === 'reviewed' && roots.some(one => 'plan' in one && !isNothing(one.plan));
}
/** Whether applying the plan would change neither an object nor the state. */
function isNothing(plan) {
    const { changes, outputs, invocations, applyable, refreshOnly } = plan;
    if (applyable === false)
        return true;
    const acts = changes.filter(({ kind }) => kind !== 'read').length + outputs.length + invocations.length;
    if (acts > 0 || refreshOnly)
        return false;
    // Terraform also calls a plan applyable that only reads what a check asks for.
    return applyable === undefined || changes.length > 0;
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/apply-all.js



/**
 * Applies the plans, one root module after the other, if every one of them may be applied; else none of them. The
 * first that fails ends it.
 * @returns what became of each, in the same order.
 */
async function applyAll(planning, roots, reviewOf) {
    const judged = roots.map(one => judge(planning, one, reviewOf));
    const dryRun = planning.inputs['dry-run'];
    if (dryRun || judged.some(({ verdict }) => verdict.kind === 'refuse' || verdict.kind === 'unplanned'))
        return judged.map(one => untouched(one, dryRun));
    const outcomes = [];
    for (const one of judged) {
        const stopped = planning.world.signal.aborted || outcomes.some(({ kind }) => kind === 'failed' || kind === 'refused');
        const { planned, verdict } = one;
        if (stopped || planned === undefined || verdict.kind === 'unplanned')
            outcomes.push(untouched(one, false));
        else if (planned.mocked || dependsOn(planned.root, outcomes))
            outcomes.push(await again(planning, planned, reviewOf));
        else if (verdict.kind === 'apply')
            outcomes.push(await applyOne(planning, planned, verdict, reviewOf));
        else
            outcomes.push(untouched(one, false));
    }
    return outcomes;
}
function judge({ inputs }, one, reviewOf) {
    if ('errors' in one)
        return { one, planned: undefined, verdict: { kind: 'unplanned' } };
    return { one, planned: one, verdict: decide(one, reviewOf(one.root), inputs.approve) };
}
function untouched({ one, verdict }, dryRun) {
    const { root } = one;
    if ('errors' in one)
        return { root, kind: 'unplanned', errors: one.errors };
    if (verdict.kind === 'refuse')
        return { root, kind: 'refused', planned: one, refusal: verdict.refusal };
    if (verdict.kind === 'nothing')
        return { root, kind: 'nothing', planned: one };
    return { root, kind: 'held', planned: one, dryRun };
}
async function applyOne(planning, planned, verdict, reviewOf, retry = true) {
    const { root } = planned;
    const { log } = planning.world;
    const applied = await log.group(`Apply ${root.directory}`, () => applyRoot(planning, planned));
    if (applied.ok)
        return { root, kind: 'applied', planned, applied, because: verdict.because };
    if (applied.stale && retry && !applied.cancelled) {
        log.info(`The state of '${root.directory}' changed since it was planned; planning again`);
        return again(planning, planned, reviewOf);
    }
    return { root, kind: 'failed', planned, applied, left: await leftOf(planning, planned, applied, reviewOf) };
}
/** Whether a unit takes outputs from one that was applied just now. */
function dependsOn({ dependencies = [] }, outcomes) {
    return outcomes.some(({ kind, root }) => kind === 'applied' && dependencies.includes(root.directory));
}
/**
 * Plans once more what was planned too early, and applies it where that still is what was reviewed: a stale plan, or
 * one of a unit that takes outputs from others. What was reviewed with mock outputs never is.
 */
async function again(planning, before, reviewOf) {
    const { root } = before;
    const one = await planInitialised(planning, root, { name: ' (again)' });
    const judged = judge(planning, one, reviewOf);
    const isMadeUp = judged.planned?.mocked || (before.mocked && judged.verdict.kind === 'refuse');
    if (isMadeUp && judged.planned && judged.verdict.kind !== 'nothing')
        return { root, kind: 'refused', planned: judged.planned, refusal: { reason: 'mocked' } };
    return judged.planned && judged.verdict.kind === 'apply'
        ? applyOne(planning, judged.planned, judged.verdict, reviewOf, false)
        : untouched(judged, false);
}
async function leftOf(planning, planned, applied, reviewOf) {
    const review = reviewOf(planned.root);
    const reviewed = 'approved' in review ? review.approved.fingerprint : planned.fingerprint;
    if (applied.unsavedState !== undefined)
        return { beyond: 'its state could not be saved' };
    const world = { ...planning.world, signal: new AbortController().signal };
    return world.log.group(`What is left of ${planned.root.directory}`, () => remainderOf({ ...planning, world }, planned, reviewed));
}

// EXTERNAL MODULE: ./build/js/toolkit/comment/read-sections.js + 1 modules
var read_sections = __webpack_require__(7918);
// EXTERNAL MODULE: ./build/js/toolkit/github/client.js
var client = __webpack_require__(4160);
// EXTERNAL MODULE: ./build/js/toolkit/retry/retry.js
var retry = __webpack_require__(6488);
// EXTERNAL MODULE: ./build/js/toolkit/github/refusals.js
var refusals = __webpack_require__(8202);
;// CONCATENATED MODULE: ./build/js/toolkit/github/pull-request-of-commit.js


const PERMISSION = 'pull-requests: read';
/** GitHub's index of commits and pull requests lags a little behind a merge. */
const ATTEMPTS = 3;
const DELAY = 1500;
/**
 * Finds the pull request that brought the commit of this run into its branch.
 * @param number the pull request where the user named it; default: by the event, else by the commit.
 * @param attempts how often to look for a commit that GitHub does not know yet, a few seconds apart.
 * @throws UserError where the API refuses.
 */
async function findMergedPull(github, context, { number, attempts = ATTEMPTS, delay = DELAY, signal, }) {
    const wanted = number === undefined ? pullOfEvent(context) : { number };
    if (wanted !== undefined && 'missing' in wanted)
        return wanted;
    return wanted === undefined
        ? byCommit(github, context, { attempts, delay, signal })
        : byNumber(github, context.repository, wanted.number, 'queued' in wanted);
}
/**
 * The number that the event itself names: a pull request that was closed by merging, or the last one of a merge
 * queue's group, whose ref is `gh-readonly-queue/BRANCH/pr-N-SHA` (docs.github.com, "Managing a merge queue").
 * Undefined where only the commit can tell.
 */
function pullOfEvent(context) {
    const queued = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(context.ref);
    if (queued !== null)
        return { number: Number(queued[1]), queued: true };
    const pull = context.event.pull_request;
    if (pull === undefined)
        return undefined;
    if (context.event.action !== 'closed')
        return {
            missing: `pull request #${pull.number} is not merged yet; run this step on a push to its base branch`,
        };
    return pull.merged === true
        ? { number: pull.number }
        : { missing: `pull request #${pull.number} was closed without being merged` };
}
/**
 * Of the pull requests that hold a commit, the one that brought it into the branch: whose merge made that very commit,
 * else the one merged last into this branch. A commit may also stand in open pull requests, and in merged ones between
 * other branches.
 */
function chooseMerged(candidates, { sha, branch }) {
    const merged = candidates
        .filter(pull => typeof pull.merged_at === 'string')
        .sort((a, b) => Date.parse(b.merged_at ?? '') - Date.parse(a.merged_at ?? ''));
    const ours = merged.filter(pull => pull.base.ref === branch);
    const made = (pull) => pull.merge_commit_sha === sha;
    return ours.find(made) ?? merged.find(made) ?? ours[0];
}
async function byCommit(github, context, again) {
    const { repository, sha, headRef: branch } = context;
    const [owner = '', repo = ''] = repository.split('/');
    const none = `commit ${sha.slice(0, 7)} of '${branch}' came with no pull request`;
    const search = async () => {
        const holding = await github.paginate(github.rest.repos.listPullRequestsAssociatedWithCommit, {
            ...{ owner, repo, commit_sha: sha, per_page: 100 },
        });
        const indexed = chooseMerged(holding, { sha, branch });
        if (indexed !== undefined)
            return merged(indexed);
        const { data: recent } = await github.rest.pulls.list({
            ...{ owner, repo, base: branch, state: 'closed', sort: 'updated', direction: 'desc', per_page: 50 },
        });
        const fresh = recent.find(pull => pull.merged_at !== null && pull.merge_commit_sha === sha);
        if (fresh !== undefined)
            return merged(fresh);
        throw new NotFound(none);
    };
    try {
        const pull = await (0,refusals/* explained */.t)({ to: 'find the merged pull request', repository, permission: PERMISSION }, () => (0,retry/* retry */.L)(search, { ...again, retryable: thrown => thrown instanceof NotFound }));
        return { pull };
    }
    catch (thrown) {
        if (thrown instanceof NotFound)
            return { missing: thrown.message };
        throw thrown;
    }
}
class NotFound extends Error {
}
async function byNumber(github, repository, number, queued) {
    const [owner = '', repo = ''] = repository.split('/');
    const purpose = { to: `read pull request #${number}`, repository, permission: PERMISSION };
    const { data } = await (0,refusals/* explained */.t)(purpose, () => github.rest.pulls.get({ owner, repo, pull_number: number }));
    if (!queued && !data.merged)
        return { missing: `pull request #${number} is not merged` };
    return { pull: merged(data) };
}
function merged(pull) {
    return {
        number: pull.number,
        url: pull.html_url,
        headSha: pull.head.sha,
        baseRef: pull.base.ref,
        mergedAt: typeof pull.merged_at === 'string' ? new Date(pull.merged_at) : undefined,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/find-review.js





/**
 * Finds the pull request and reads what was reviewed on it.
 * @param needed whether anything depends on it; else it is enough to look once.
 * @throws UserError where GitHub refuses, and the review is needed.
 */
async function findReview(inputs, world, needed) {
    const key = inputs['comment-key'];
    const token = inputs['github-token'];
    if (token === undefined)
        return { search: { missing: "no 'github-token' is given" }, comment: undefined, key };
    try {
        const github = await (0,client/* createGitHub */.C)(world, token);
        const { context, signal } = world;
        const asked = { number: inputs['pull-request'], signal, ...(!needed && { attempts: 1 }) };
        const search = await findMergedPull(github, context, asked);
        if ('missing' in search)
            return { search, comment: undefined, key };
        const { number, url } = search.pull;
        world.log.info(`The review is on pull request #${number}: ${url}`);
        const comment = await (0,read_sections/* readSections */.j)(github, { repository: context.repository, number, key });
        return { search, comment, key };
    }
    catch (caught) {
        const thrown = refused(caught);
        if (needed || !(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        world.log.warning(`the result will not be told on a pull request: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return { search: { missing: (0,errors/* messageOf */.bD)(thrown) }, comment: undefined, key };
    }
}
/** Any answer that is none, with what it means: nothing is known of the review. */
function refused(thrown) {
    if (thrown instanceof errors/* UserError */.yo || (0,refusals/* statusOf */.c)(thrown) === undefined)
        return thrown;
    return new errors/* UserError */.yo(`GitHub does not tell what was reviewed (${(0,refusals/* statusOf */.c)(thrown)}: ${(0,errors/* messageOf */.bD)(thrown)}): run the job again`, { cause: thrown });
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/fitting.js
var fitting = __webpack_require__(8708);
;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/outcome.js
/** Whether the step fails because of this root module. */
function isFailure({ kind }) {
    return kind === 'unplanned' || kind === 'refused' || kind === 'failed';
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/review.js
var plan_review = __webpack_require__(4624);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/heading.js
var heading = __webpack_require__(7161);
;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/review.js



const PLAN_ACTION = 'terraform-plan-comment';
const APPLY_ACTION = 'terraform-apply';
/** What was reviewed for one root module; where that cannot be told for certain, why not. */
function reviewOf({ search, comment, key }, at) {
    if ('missing' in search)
        return { refused: { reason: 'no-pull-request', because: search.missing } };
    if (comment === undefined)
        return { refused: { reason: 'no-comment', key } };
    if (comment.editedByOthers === undefined)
        return { refused: { reason: 'unknown-editors' } };
    if (comment.editedByOthers)
        return { refused: { reason: 'edited' } };
    const section = sectionOf(comment, PLAN_ACTION, at);
    if (section === undefined)
        return { refused: { reason: 'no-section' } };
    const { review, fingerprint } = section.data;
    if (review === undefined && fingerprint === undefined)
        return { refused: { reason: section.missing?.includes('review') ? 'no-room' : 'no-record' } };
    try {
        const remainder = review_remainderOf(applyDataOf({ comment }, at)?.remainder);
        const record = review === undefined ? undefined : (0,plan_review/* readReviewRecord */.qW)(review);
        return { approved: record ?? (0,plan_review/* readApproved */.k_)(fingerprint ?? ''), record, ...(remainder && { remainder }) };
    }
    catch (thrown) {
        return { refused: { reason: 'damaged', because: (0,errors/* messageOf */.bD)(thrown) } };
    }
}
/** The pull request, where one was found. */
function pullOf({ search }) {
    return 'pull' in search ? search.pull : undefined;
}
/** Whether an earlier run told of a failed apply, which this run may have made good. */
function failedBefore(reviewed, at) {
    const state = applyDataOf(reviewed, at)?.state;
    return state !== undefined && state !== 'applied';
}
/** What an earlier apply noted in its section. */
function applyDataOf({ comment }, at) {
    return comment && sectionOf(comment, APPLY_ACTION, at)?.data;
}
function sectionOf({ sections }, name, at) {
    const action = (0,heading/* actionOf */.qj)(at, name);
    return sections.find(section => section.action === action && section.directory === at.directory);
}
function review_remainderOf(text) {
    if (text === undefined)
        return undefined;
    const { of, is } = JSON.parse(text);
    return typeof of === 'string' && typeof is === 'string' ? { of, is } : undefined;
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/plan/differences.js

/**
 * Compares what was reviewed with what would be applied, which is known to differ (the fingerprints do). Both are
 * masked, so that what only differs in hidden values comes as one difference of kind `hidden`. Items that the record
 * had no room for count as unknown, never as new.
 */
function differences(record, plan) {
    const reviewed = grouped(record.items);
    const found = [];
    for (const now of (0,plan_review/* itemsOf */.S3)(plan)) {
        const before = reviewed.get(nameOf(now))?.shift();
        if (before === undefined) {
            if (record.left === 0)
                found.push(difference('new', now, undefined, now));
        }
        else if (differ(before, now))
            found.push(difference('changed', now, before, now));
    }
    for (const gone of [...reviewed.values()].flat())
        found.push(difference('gone', gone, gone, undefined));
    if (found.length > 0)
        return found;
    return [{ kind: 'hidden', what: 'plan', key: '', reviewed: undefined, now: undefined, attributes: [] }];
}
/** By name; masked names may be the same, and then belong together in their order. */
function grouped(items) {
    return Map.groupBy(items, nameOf);
}
function nameOf({ what, key }) {
    return `${what} ${key}`;
}
/** What one of them does not show counts as equal. */
function differ(before, now) {
    if (before.digest !== now.digest || before.actions !== now.actions)
        return true;
    return before.shown !== undefined && now.shown !== undefined && before.shown !== now.shown;
}
function difference(kind, { what, key }, before, now) {
    const attributes = changedPaths(before?.attributes, now?.attributes);
    return { kind, what, key, reviewed: before?.actions, now: now?.actions, attributes };
}
function changedPaths(before, now) {
    if (before === undefined || now === undefined)
        return [];
    const paths = new Set([...Object.keys(before), ...Object.keys(now)]);
    return [...paths].filter(path => before[path] !== now[path]).sort();
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/masking.js
var masking = __webpack_require__(9930);
// EXTERNAL MODULE: ./build/js/toolkit/markdown/html.js
var html = __webpack_require__(9848);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/abbreviate.js
var abbreviate = __webpack_require__(2566);
// EXTERNAL MODULE: ./build/js/toolkit/markdown/text.js
var markdown_text = __webpack_require__(7953);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/attributes.js + 2 modules
var report_attributes = __webpack_require__(6659);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/notices.js
var notices = __webpack_require__(8334);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/row.js
var report_row = __webpack_require__(7931);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/words.js
var report_words = __webpack_require__(266);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/difference.js







const MOST = 200;
const NAMES = 5;
// Shown without a click.
const SHORT = 600;
const ORDER = ['new', 'changed', 'gone', 'hidden'];
const HIDDEN = '<b>All that can be shown is the same.</b> What differs is a sensitive value, or a variable or the configuration behind it.';
/** The differences as blocks, what is new first; with the values that the plan of now would set, masked as it is. */
function differenceBlocks(differences, plan) {
    const now = attributesByKey(plan);
    const sorted = differences.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    const blocks = sorted.slice(0, MOST).map((one) => {
        const kind = kindOf(one.now);
        return {
            priority: one.kind === 'hidden' || kind === 'delete' || kind === 'replace' ? 0 : 1,
            markdown: textOf(one, kind, now.get(`${one.what} ${one.key}`)),
            counts: { differences: 1 },
        };
    });
    const left = differences.length - blocks.length;
    if (left > 0)
        blocks.push({ priority: 1, markdown: `<p>${report_row/* INDENT */.BH}and ${(0,report_words/* plural */.LS)(left, 'more difference')}</p>` });
    return blocks;
}
function attributesByKey(plan) {
    const resources = plan.changes.map(({ address, deposed, attributes }) => {
        const key = deposed === undefined ? address : `${address} (${deposed})`;
        return [`resource ${key}`, attributes];
    });
    return new Map([
        ...resources,
        ...plan.outputs.map(({ name, attributes }) => [`output ${name}`, attributes]),
    ]);
}
function textOf(one, kind, now) {
    if (one.kind === 'hidden')
        return (0,notices/* alert */.xE)('WARNING', HIDDEN);
    const row = rowOf(one, kind);
    const diff = diffOf(one, kind, now);
    return diff === '' ? `<p>${report_row/* INDENT */.BH}${row}</p>` : (0,html/* details */.zH)(row, (0,markdown_text/* fence */.EU)(diff, 'diff'), diff.length <= SHORT);
}
function rowOf({ kind, what, key, reviewed, now, attributes }, nowKind) {
    const object = `${what === 'resource' ? '' : `${what} `}${(0,report_row/* addressCode */.sk)(key)}`;
    const planned = `the reviewed plan would ${verbOfActions(reviewed)} it`;
    if (kind === 'gone')
        return `⚪ ${object} · ${planned}, this one leaves it`;
    const head = `${nowKind && what === 'resource' ? (0,report_row/* verbOf */.rl)(nowKind) : '🔵'} ${object}`;
    if (kind === 'new')
        return `${head} · not in the reviewed plan`;
    if (reviewed !== now)
        return `${head} · ${planned}`;
    const names = attributes.slice(0, NAMES).map(path => (0,html/* htmlCode */.h8)((0,abbreviate/* abbreviate */.S)(path, 80)));
    const more = attributes.length - names.length;
    const which = (0,report_words/* listed */.KE)(more > 0 ? [...names, `${(0,report_words/* grouped */.zD)(more)} more`] : names);
    return `${head} · otherwise than reviewed${which === '' ? '' : `: ${which}`}`;
}
const REPLACING = ['delete, create', 'create, delete', 'create, forget', 'forget, create'];
/** The kind of a change from its actions. */
function kindOf(actions) {
    if (actions === undefined)
        return undefined;
    if (REPLACING.includes(actions))
        return 'replace';
    return Object.hasOwn(report_words/* WORDS */.q9, actions) ? actions : 'other';
}
function verbOfActions(actions) {
    return report_words/* WORDS */.q9[kindOf(actions) ?? 'other'].verb;
}
/** The values of now, of the attributes that differ. */
function diffOf({ kind, attributes }, nowKind, now) {
    if (kind === 'gone' || !now)
        return '';
    const names = new Set(attributes);
    const concerned = names.size > 0 ? now.filter(({ path }) => names.has(path)) : now;
    const anew = nowKind === 'create' || nowKind === 'replace';
    return (0,report_attributes/* attributeDiff */.m)(concerned, { anew, limit: 2_000 }).lines.join('\n');
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/findings.js
var findings = __webpack_require__(6349);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/apply-section.js








const MARKS = { applied: '✅', nothing: '⚪', failed: '❌', refused: '⛔', held: '⏸️', unplanned: '❌' };
const CHUNK = 40;
/** What an apply did, or why it did not, as a section of the pull request's comment. */
function applySection(report, at) {
    const { outcome, headline, failure, errors = [], progress, differences } = report;
    const words = (0,html/* quietLine */.zr)((0,abbreviate/* abbreviate */.S)(headline, 200));
    const blocks = [
        ...(failure === undefined
            ? []
            : [
                {
                    priority: 0,
                    markdown: (0,notices/* alert */.xE)('CAUTION', failureText(failure.charAt(0).toUpperCase() + failure.slice(1))),
                },
            ]),
        ...(0,findings/* findingBlocks */.Y1)(errors.filter(({ summary }) => summary !== 'execution halted'), at),
        ...(differences ? differenceBlocks(differences.of, differences.plan) : []),
        ...(progress ? progressBlocks(progress) : []),
    ];
    return {
        action: (0,heading/* actionOf */.qj)(at, 'terraform-apply'),
        directory: at.directory,
        heading: `${MARKS[outcome]} ${(0,heading/* titleOf */.Gg)(at)} · ${words}`,
        overview: `${MARKS[outcome]} ${words}`,
        blocks: blocks.length === 0 ? [] : [...blocks, { priority: 5, markdown: (0,heading/* footer */.qr)(at, 'log') }],
    };
}
function failureText(text) {
    return text
        .split('\n')
        .map(line => (0,html/* quietHtml */.i5)((0,abbreviate/* abbreviate */.S)(line, 1_500)))
        .filter(Boolean)
        .join('<br>');
}
function progressBlocks({ applied, failed, unfinished, notReached, }) {
    const open = (mark, steps, what, priority, count) => chunks(steps).map((some) => ({
        priority,
        markdown: `<p>${some.map(step => `${report_row/* INDENT */.BH}${mark} ${what(report_words/* WORDS */.q9[step.kind].verb)} ${named(step)}`).join('<br>\n')}</p>`,
        counts: { [count]: some.length },
    }));
    return [
        ...open('❌', failed, verb => `<b>failed</b> to ${verb}`, 1, 'failed'),
        ...open('⚠️', unfinished, verb => `began to ${verb}, and not known to be done:`, 1, 'unfinished'),
        ...open('⏳', notReached, verb => `not reached: to ${verb}`, 2, 'not reached'),
        ...chunks(applied).map((some) => ({
            priority: 3,
            markdown: (0,html/* details */.zH)(`✅ ${doneWords(some)}`, `<p>${some.map(doneRow).join('<br>\n')}</p>`),
            counts: { applied: some.length },
        })),
    ];
}
function doneRow(step) {
    const time = step.seconds === undefined ? '' : ` · ${(0,report_words/* duration */.p0)(step.seconds)}`;
    return `${report_row/* INDENT */.BH}${report_words/* WORDS */.q9[step.kind].mark} ${report_words/* WORDS */.q9[step.kind].done} ${named(step)}${time}`;
}
/** `3 created, 1 updated` */
function doneWords(steps) {
    const kinds = Object.keys(report_words/* WORDS */.q9);
    const counted = kinds.map(kind => ({ kind, count: steps.filter(step => step.kind === kind).length }));
    return (0,report_words/* listed */.KE)(counted.flatMap(({ kind, count }) => count === 0 ? [] : [(0,report_words/* plural */.LS)(count, report_words/* WORDS */.q9[kind].done, report_words/* WORDS */.q9[kind].done)]));
}
function named({ address, id }) {
    return `${(0,report_row/* addressCode */.sk)(address)}${id === undefined ? '' : ` (${(0,html/* htmlCode */.h8)((0,abbreviate/* abbreviate */.S)(id, 80))})`}`;
}
function chunks(steps) {
    return Array.from({ length: Math.ceil(steps.length / CHUNK) }, (_, at) => steps.slice(at * CHUNK, (at + 1) * CHUNK));
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/known-errors.js
var known_errors = __webpack_require__(2177);
;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/refusals.js
const AUTO = "or set 'approve: auto' to apply without a review";
const UNTOLD = ` What differs cannot be told, as the comment had no room to keep it: another 'comment-key' for some directories gives it room.`;
const ANEW = `open a pull request to have it planned and reviewed anew (a small change, even to a comment in a .tf file, will do)`;
/** What is wrong, why that stops the apply, and what to do; plain text. */
function explainRefusal(refusal, { directory, pull }) {
    const on = pull === undefined ? 'the pull request' : `pull request #${pull.number}`;
    switch (refusal.reason) {
        case 'no-pull-request':
            return `nothing was reviewed: ${refusal.because}. Bring changes in by a pull request with a plan on it, ${AUTO}`;
        case 'no-comment':
            return `nothing was reviewed: ${on} has no comment of terraform-plan-comment with comment-key '${refusal.key}' (it may have been deleted, or could not be written). Check that both steps have the same 'comment-key' and that the plan's job may write ('pull-requests: write'); then ${ANEW}, ${AUTO}`;
        case 'edited':
            return `the comment with the plan on ${on} was edited by hand, so it no longer proves what was reviewed; ${ANEW}, ${AUTO}`;
        case 'unknown-editors':
            return `GitHub does not tell who edited the comment with the plan on ${on}, so it proves nothing: run the job again, and check that the token may use GraphQL`;
        case 'no-section':
            return `nothing was reviewed for '${directory}': the comment on ${on} has no plan for it. Check that terraform-plan-comment names the same 'directories'; then ${ANEW}, ${AUTO}`;
        case 'no-record':
            return `nothing was reviewed for '${directory}': on ${on} its plan failed, or was shown without a fingerprint. Correct that; then ${ANEW}, ${AUTO}`;
        case 'no-room':
            return `the comment on ${on} had no room for the record of the reviewed plan of '${directory}': give some of its directories another 'comment-key'; then ${ANEW}, ${AUTO}`;
        case 'damaged':
            return `the record of the reviewed plan of '${directory}' on ${on} cannot be read (${refusal.because}); ${ANEW}, ${AUTO}`;
        case 'errored':
            return `the plan of '${directory}' is not complete: planning failed midway. Correct the errors above, and run the job again`;
        case 'mocked':
            return `'${directory}' was planned with mock outputs of units that did not exist yet, and what is made up is not applied. Apply those units first; then ${ANEW}, ${AUTO}`;
        case 'differs':
            return `the plan of '${directory}' is not the one that was reviewed on ${on}${otherHead(refusal.head, pull)}: something changed in between, such as the state, a variable, or another merge.${refusal.untold ? UNTOLD : ''} If the differences are wanted, ${ANEW}, ${AUTO}`;
    }
}
function otherHead(head, pull) {
    if (pull === undefined || head === '' || pull.headSha === head)
        return '';
    return ` (that was of commit ${head.slice(0, 7)}; the last commit ${pull.headSha.slice(0, 7)} was never planned)`;
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/words.js



/** In one line, what became of a root module; plain text. */
function headlineOf(outcome) {
    switch (outcome.kind) {
        case 'unplanned':
            return 'nothing applied: it could not be planned';
        case 'refused':
            return 'nothing applied: the plan is not approved';
        case 'nothing':
            return 'nothing to apply: the state already is as configured';
        case 'held':
            return outcome.dryRun
                ? 'would be applied (dry run)'
                : 'nothing applied: another root module stopped the run';
        case 'applied':
            return `applied: ${appliedOf(outcome.planned.plan)}`;
        case 'failed':
            return `apply ${outcome.applied.cancelled ? 'interrupted' : 'failed'}: ${outcome.applied.progress.applied.length} of ${countOf(outcome.planned.plan.changes.length)} applied`;
    }
}
/** Why the step fails because of this root module, and what to do; undefined where it does not. Not redacted. */
function failureOf(outcome, pull) {
    const { directory } = outcome.root;
    switch (outcome.kind) {
        case 'unplanned':
            return `'${directory}' could not be planned, so nothing was applied: ${errorLine(outcome.errors)}`;
        case 'refused':
            return `not applied: ${explainRefusal(outcome.refusal, { directory, pull })}`;
        case 'failed':
            return [
                `the apply of '${directory}' ${outcome.applied.cancelled ? 'was interrupted' : 'failed'}: ${errorLine(outcome.applied.errors)}`,
                nextStep(outcome),
            ].join('\n');
        default:
            return undefined;
    }
}
/** What to do after a failed apply. */
function nextStep({ applied, left }) {
    if (applied.unsavedState !== undefined)
        return `The state could not be saved: it lies in '${applied.unsavedState}' on this runner and holds secrets. Keep it (output 'errored-state'), save it with 'state push', and apply nothing before`;
    return 'remainder' in left
        ? 'What is left is part of the reviewed plan: correct the cause, and run this job again'
        : `What is left differs from the reviewed plan (${left.beyond}): have it planned and reviewed on a new pull request`;
}
/** The first error in one line, and its remedy where one is known. */
function errorLine(errors) {
    const [first, ...rest] = errors.filter(({ summary }) => summary !== 'execution halted');
    if (first === undefined)
        return 'it was told to stop';
    const { summary, detail, address } = first;
    const advice = (0,known_errors/* adviceOn */.i)(first);
    return [
        address === undefined ? '' : `${address}: `,
        summary,
        detail === '' ? '' : `: ${detail.trim()}`,
        advice === undefined ? '' : `\n${advice}`,
        rest.length > 0 ? `\n(${rest.length} more errors are in the log)` : '',
    ].join('');
}
function appliedOf({ changes, outputs, invocations, drift, refreshOnly }) {
    const acts = changes.filter(({ kind }) => kind !== 'read').length;
    if (acts > 0)
        return countOf(acts);
    if (outputs.length > 0)
        return (0,report_words/* plural */.LS)(outputs.length, 'output');
    if (refreshOnly)
        return `${countOf(drift.length)} outside taken into the state`;
    return (0,report_words/* plural */.LS)(invocations.length, 'action');
}
function countOf(changes) {
    return (0,report_words/* plural */.LS)(changes, 'change');
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/sections.js






/** What became of a root module, as a section of the pull request's comment. */
function sections_sectionOf(outcome, setting) {
    const section = applySection(reportFor(outcome, setting), placeOf(outcome, setting));
    return { ...section, data: dataOf(outcome, setting.reviewed) };
}
function placeOf({ root }, { tool, context, reviewed }) {
    const repositoryUrl = `${context.serverUrl}/${context.repository}`;
    return {
        ...{ directory: root.directory, workspace: root.workspace, repositoryUrl },
        tool: `${(0,run_tool/* titleOf */.G)(tool)} ${tool.version}`,
        headSha: pullOf(reviewed)?.headSha ?? context.sha,
        runUrl: `${repositoryUrl}/actions/runs/${context.runId}`,
    };
}
/** Read again by the next run. What an earlier one left to do stays known until it is done. */
function dataOf(outcome, reviewed) {
    if (outcome.kind === 'applied' || outcome.kind === 'nothing')
        return { state: 'applied' };
    const left = outcome.kind === 'failed' && 'remainder' in outcome.left ? outcome.left.remainder : undefined;
    const remainder = left ? JSON.stringify(left) : applyDataOf(reviewed, outcome.root)?.remainder;
    return { state: outcome.kind, ...(remainder !== undefined && { remainder }) };
}
function reportFor(outcome, { reviewed, redact }) {
    const failure = failureOf(outcome, pullOf(reviewed));
    return {
        outcome: outcome.kind,
        headline: headlineOf(outcome),
        failure: failure === undefined ? undefined : redact(failure),
        ...(outcome.kind === 'unplanned' && { errors: redacted(outcome.errors, redact) }),
        ...('applied' in outcome && {
            errors: redacted(outcome.applied.errors, redact),
            progress: redactedProgress(outcome.applied.progress, redact),
        }),
        differences: differencesOf(outcome, reviewed, redact),
    };
}
/** Of the plan with every known secret hidden, as it was reviewed: also those of the environment and other plans. */
function differencesOf(outcome, reviewed, redact) {
    if (outcome.kind !== 'refused' || !['differs', 'mocked'].includes(outcome.refusal.reason))
        return undefined;
    const review = reviewOf(reviewed, outcome.root);
    const plan = (0,masking/* maskPlan */.k)(outcome.planned.plan, redact);
    return 'approved' in review && review.record ? { of: differences(review.record, plan), plan } : undefined;
}
function redacted(errors, redact) {
    return errors.map(error => ({
        ...error,
        ...(error.address !== undefined && { address: redact(error.address) }),
        summary: redact(error.summary),
        detail: redact(error.detail),
    }));
}
function redactedProgress(progress, redact) {
    const hide = (steps) => steps.map(step => ({
        ...step,
        address: redact(step.address),
        ...(step.id !== undefined && { id: redact(step.id) }),
    }));
    return {
        applied: hide(progress.applied),
        failed: hide(progress.failed),
        unfinished: hide(progress.unfinished),
        notReached: hide(progress.notReached),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/report.js





/** The outputs, the job summary, and the failure where there is one. */
function reportOf({ outcomes, outputs, url, ...setting }, log) {
    const pull = pullOf(setting.reviewed);
    const failures = outcomes.flatMap(outcome => failureOf(outcome, pull) ?? []);
    for (const outcome of outcomes)
        log.info(`${outcome.root.directory}: ${headlineOf(outcome)}`);
    const unsaved = outcomes.flatMap(one => (one.kind === 'failed' ? (one.applied.unsavedState ?? []) : []));
    return {
        outputs: {
            applied: outcomes.some(({ kind }) => kind === 'applied') && !outcomes.some(isFailure),
            outputs: outputs.json,
            'outputs-file': outputs.file,
            'errored-state': unsaved.join('\n'),
            'pull-request': pull?.number,
            'comment-url': url,
        },
        summary: summaryOf(outcomes, setting),
        ...(failures.length > 0 && { failure: setting.redact(failures.join('\n')) }),
    };
}
/** GitHub keeps 1 MiB of job summary for a step. */
const ROOM = 1_000_000;
function summaryOf(outcomes, setting) {
    const pull = pullOf(setting.reviewed);
    const room = ROOM / outcomes.length;
    return [
        `## Terraform apply${pull === undefined ? '' : ` · [#${pull.number}](${pull.url})`}`,
        ...outcomes.flatMap(outcome => {
            const { heading, blocks } = sections_sectionOf(outcome, setting);
            return [`### ${heading}`, (0,fitting/* fitting */._)(blocks, room)];
        }),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./build/js/toolkit/action/fields.js
var fields = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/js/toolkit/action/spec.js
var spec = __webpack_require__(9387);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/inputs.js
var inputs = __webpack_require__(4433);
;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/spec.js



const spec_inputs = (0,fields/* defineInputs */.pf)({
    ...inputs/* terraformInputs */.a,
    approve: (0,fields/* choice */.Yq)({
        description: '`reviewed` applies only a plan that equals the one that was reviewed on the merged pull request; `auto` applies whatever is planned.',
        words: ['reviewed', 'auto'],
        default: 'reviewed',
    }),
    'pull-request': (0,fields/* integer */.nd)({
        description: 'The number of the pull request with the review, such as an input of workflow_dispatch; default: the one that the commit of this run was merged with.',
        min: 1,
        max: Number.MAX_SAFE_INTEGER,
    }),
    'comment-key': (0,fields/* text */.Qq)({
        description: 'Which comment holds the reviewed plan: the `comment-key` of terraform-plan-comment.',
        default: 'infrastructure',
    }),
    'github-token': (0,fields/* secret */.rJ)({
        description: "Finds the pull request, reads the review and writes back what was applied (`contents: read`, `pull-requests: write`). It must be of the same owner as terraform-plan-comment's.",
        default: '${{ github.token }}',
    }),
});
/** The contract of terraform-apply. */
const spec_spec = (0,spec/* defineAction */.Q)({
    name: 'terraform-apply',
    title: 'Terraform apply',
    description: 'Apply, on merge, exactly the Terraform, OpenTofu or Terragrunt plan that was reviewed on the pull request, and nothing else.',
    branding: { icon: 'check-circle', color: 'green' },
    inputs: spec_inputs,
    outputs: {
        applied: {
            description: '`true` where changes were applied, all of them; `false` where nothing was to do, or on a dry run.',
        },
        outputs: {
            description: 'JSON: the values of the outputs by name, sensitive ones left out; of several root modules, by directory first.',
        },
        'outputs-file': {
            description: 'Path of the whole `output -json`, sensitive values included (of several root modules, by directory first): readable by this user only, gone when the job ends.',
        },
        'errored-state': {
            description: 'Path of a state that could not be saved after an apply, one a line; it holds secrets. Empty where all is well.',
        },
        'pull-request': {
            description: 'The number of the pull request with the review; empty where there is none.',
        },
        'comment-url': { description: 'The comment that tells what was applied; empty where none was written.' },
    },
});

;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/outputs.js
/**
 * The outputs without the sensitive ones, and without those in which a known secret stands all the same.
 * @param hides whether a text holds a known secret.
 */
function publicOutputs(outputs, hides) {
    const withheld = [];
    const shown = [...outputs].map(([directory, values]) => {
        const entries = Object.entries(values).flatMap(([name, { sensitive, value }]) => {
            if (sensitive)
                return [];
            if (!hides(JSON.stringify(value)))
                return [[name, value]];
            withheld.push(`${directory}: ${name}`);
            return [];
        });
        return [directory, Object.fromEntries(entries)];
    });
    return { json: JSON.stringify(byRoot(shown)), withheld };
}
/** The whole of `output -json`, as JSON; of several root modules, by directory. */
function allOutputs(outputs) {
    return JSON.stringify(byRoot([...outputs]));
}
/** Every scalar of the sensitive outputs, to hide it elsewhere. */
function sensitiveOutputs(outputs) {
    return [...outputs.values()]
        .flatMap(Object.values)
        .flatMap(({ sensitive, value }) => (sensitive ? scalars(value) : []));
}
function byRoot(entries) {
    return entries.length === 1 ? entries[0]?.[1] : Object.fromEntries(entries);
}
function scalars(value) {
    if (value === null || typeof value === 'boolean')
        return [];
    return typeof value === 'object' ? Object.values(value).flatMap(scalars) : [String(value)];
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/state-outputs.js





/** GitHub takes no more than 1 MiB for all outputs of a job. */
const LIMIT = 512 * 1024;
/** Reads the outputs of every root module whose state is as planned; where one is not, of none. */
async function readOutputs(planning, outcomes) {
    const { world, tool } = planning;
    if (world.signal.aborted || outcomes.some(({ kind }) => kind !== 'applied' && kind !== 'nothing'))
        return { json: '', file: undefined };
    const folder = await world.jobFolder();
    const byRoot = new Map();
    for (const { root } of outcomes) {
        const to = (0,external_node_path_.join)(folder, `${(0,paths/* fileNameOf */.bV)(root.directory)}.outputs.json`);
        byRoot.set(root.directory, await (0,run_read/* outputsOf */.Yz)(world, tool, root, to));
    }
    world.secrets.learn(sensitiveOutputs(byRoot));
    const file = (0,external_node_path_.join)(folder, 'outputs.json');
    await (0,promises_.writeFile)(file, allOutputs(byRoot), { mode: 0o600 });
    const { json, withheld } = publicOutputs(byRoot, text => world.secrets.redact(text) !== text);
    for (const name of withheld)
        world.log.warning(`the output ${name} holds a secret and is not marked as sensitive, so it is left out of 'outputs'; mark it as sensitive, and read it from 'outputs-file'`);
    if (Buffer.byteLength(json) <= LIMIT)
        return { json, file };
    world.log.warning("the outputs are too large for a step's output: 'outputs' is empty; read 'outputs-file'");
    return { json: '', file };
}

// EXTERNAL MODULE: ./build/js/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(3306);
;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/survivors.js



/** GitHub ends a cancelled job after 5 minutes, post steps included. */
const PATIENCE = 270_000;
/**
 * Waits for an apply that the runner left running when it killed the main step, so that the state is saved and
 * unlocked. (actions/runner, ProcessInvoker: on Linux and macOS it kills the step's own process and no other; those
 * that are left are killed at the end of the job.)
 */
async function waitForSurvivors(folder = core/* getState */.Gu(run/* STATE_JOB_FOLDER */.t5)) {
    if (folder === '')
        return;
    for (const survivor of await survivors(folder)) {
        core/* warning */.$e(`the step was killed while ${survivor.program} was applying; it was told to stop, and is waited for so that it can save the state`);
        const ended = await outlast(survivor, PATIENCE);
        if (ended)
            core/* info */.pq('It has ended. Run the job again: it tells what is left to do');
        else
            core/* error */.z3(`${survivor.program} still runs and will be killed with the job: its state may stay locked and may lack what it did last`);
    }
}

// EXTERNAL MODULE: ./build/js/toolkit/comment/post.js + 1 modules
var post = __webpack_require__(225);
;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/write-back.js




/** Which outcomes the pull request is to hear of: something happened, or was to, or what failed before is well now. */
function newsFor(outcomes, reviewed) {
    return outcomes.filter(({ kind, root }) => kind !== 'nothing' || failedBefore(reviewed, root));
}
/**
 * Writes what became of the root modules into the comment with the plan. That it cannot be written is a warning: what
 * was applied is applied.
 * @returns the comment's page.
 */
async function writeBack(sections, reviewed, inputs, world) {
    const pull = pullOf(reviewed);
    const token = inputs['github-token'];
    if (pull === undefined || token === undefined || inputs['dry-run'] || sections.length === 0)
        return undefined;
    // What an interrupted apply did is still to be told.
    const signal = world.signal.aborted ? new AbortController().signal : world.signal;
    // The section is about what was reviewed; by the commit on the base branch the plan beside it would seem outdated.
    const context = { ...world.context, headSha: pull.headSha };
    const lasting = { ...world, context, signal };
    try {
        const github = await (0,client/* createGitHub */.C)(lasting, token);
        const target = { repository: world.context.repository, number: pull.number, key: reviewed.key };
        return (await (0,post/* postSections */.t)(github, target, sections, lasting)).url;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        world.log.warning(`the result is not on the pull request: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-apply/src/main.js
















const main = () => (0,run/* run */.eF)(spec_spec, terraformApply);
/** Where the runner killed the step while Terraform was at work, Terraform still is, and its files are still needed. */
const main_post = async () => {
    await waitForSurvivors();
    await (0,run/* cleanUp */.nY)();
};
/** Plans again, compares with the review, applies what was reviewed, and tells what became of it. */
async function terraformApply(inputs, world) {
    const named = (0,root_modules/* rootModules */.g)(world, inputs);
    const tool = await (0,run_tool/* findTool */.S)(world, inputs.tool, named);
    const planning = { world: forTool(world, tool), tool, inputs };
    const found = tool.name === 'terragrunt' ? await unitsOf(planning.world, tool, named) : named;
    const roots = found.map(root => ({ ...root, workspace: (0,workspace/* workspaceOf */.B)(world.env, root, inputs) }));
    const planned = await planRoots(planning, roots);
    const reviewed = await findReview(inputs, world, needsReview(planned, inputs));
    const outcomes = await applyAll(planning, planned, root => reviewOf(reviewed, root));
    const outputs = await readOutputs(planning, outcomes);
    const { context, secrets } = world;
    const setting = { reviewed, tool, context, redact: secrets.redact };
    const sections = newsFor(outcomes, reviewed).map(outcome => sections_sectionOf(outcome, setting));
    const url = await writeBack(sections, reviewed, inputs, world);
    return reportOf({ ...setting, outcomes, outputs, url }, world.log);
}
/** Terragrunt is told by variables, as a flag that a version does not know would end it. */
function forTool(world, { drives }) {
    if (drives === undefined)
        return world;
    const settings = { TG_NON_INTERACTIVE: 'true', TG_NO_COLOR: 'true', TG_TF_PATH: drives.program };
    return { ...world, env: { ...world.env, ...settings } };
}


/***/ })

};
