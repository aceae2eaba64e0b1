export const id = 563;
export const ids = [563];
export const modules = {

/***/ 1563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ansibleRun: () => (/* binding */ ansibleRun),
  main: () => (/* binding */ main),
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./build/js/toolkit/action/run.js + 5 modules
var run = __webpack_require__(3761);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var action_errors = __webpack_require__(3055);
// EXTERNAL MODULE: ./build/js/toolkit/exec/on-path.js
var on_path = __webpack_require__(2942);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/json.js
var plan_json = __webpack_require__(7306);
;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/hosts/read-hosts.js


const SHAPE = '{"web-1": {"address": "203.0.113.5", "user": "ubuntu", "port": 22, "groups": ["app"], "vars": {}}}';
// What stays literal in the INI format and as an argument of ssh, which takes a leading `-` for an option.
const HOST_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;
const ADDRESS = /^[A-Za-z0-9_:][A-Za-z0-9_.:%-]*$/;
const USER = /^[A-Za-z0-9_][A-Za-z0-9_.@+-]*\$?$/;
/**
 * Reads Terraform outputs: of `terraform output -json`, of terraform-apply (also of several root modules, by
 * directory), or the map of hosts alone.
 * @param from where the text comes from, for errors
 * @throws UserError that names what is missing, or the host and what is wrong with it.
 */
function readHosts(text, from) {
    const found = mapsOf(parse(text, from), from);
    const hosts = found.flatMap(({ map }) => (0,plan_json/* entries */.jO)(map).map(([name, given]) => hostOf(name, given)));
    if (hosts.length === 0)
        throw new action_errors/* UserError */.yo(`${from} has no hosts: the output 'hosts' is empty, so there is nothing to play on; was the infrastructure applied?`);
    for (const [index, { name }] of hosts.entries())
        if (hosts.findIndex(other => other.name === name) !== index)
            throw new action_errors/* UserError */.yo(`${from} has two hosts that are called '${name}'; give each a name of its own`);
    return { hosts, sensitive: found.some(({ sensitive }) => sensitive) };
}
function parse(text, from) {
    try {
        return (0,plan_json/* parseJson */.qF)(text);
    }
    catch (thrown) {
        throw new action_errors/* UserError */.yo(`${from} is no JSON (${thrown.message}); give the outputs of Terraform, such as those of terraform-apply, or their file's path`);
    }
}
function mapsOf(json, from) {
    if (!(0,plan_json/* isObject */.Gv)(json))
        throw new action_errors/* UserError */.yo(`${from} is no JSON object of outputs; ${expected}`);
    const names = Object.keys(json);
    if (names.length === 0)
        throw new action_errors/* UserError */.yo(`${from} is '{}', no outputs at all: Terraform says so where there is no state. Apply first, and check backend and workspace`);
    const found = outputsIn(json);
    if (found !== undefined)
        return [found];
    const byRoot = names.map(name => outputsIn(json[name]));
    if (byRoot.some(one => one !== undefined))
        return byRoot.filter(one => one !== undefined);
    const looksLikeHosts = names.some(name => (0,plan_json/* member */.Dc)(json[name], 'address') !== undefined);
    if (looksLikeHosts)
        return [{ map: json, sensitive: false }];
    const listed = names.slice(0, 10).map(name => `'${name}'`);
    throw new action_errors/* UserError */.yo(`${from} has no output 'hosts', only ${listed.join(', ')}${names.length > 10 ? ', …' : ''}; ${expected} (an output that is marked as sensitive stands in the outputs-file only)`);
}
const expected = `Terraform's output 'hosts' is expected, such as ${SHAPE}`;
/** The output `hosts`, with or without the wrapping of `output -json`; undefined where there is none. */
function outputsIn(json) {
    const output = (0,plan_json/* member */.Dc)(json, 'hosts');
    // A host may be called `hosts`.
    if (output === undefined || typeof (0,plan_json/* member */.Dc)(output, 'address') === 'string')
        return undefined;
    const value = (0,plan_json/* member */.Dc)(output, 'value');
    const wrapped = value !== undefined && (0,plan_json/* member */.Dc)(output, 'sensitive') !== undefined;
    if (!wrapped)
        return { map: output, sensitive: false };
    return { map: value, sensitive: (0,plan_json/* member */.Dc)(output, 'sensitive') === true };
}
function hostOf(name, given) {
    if (!HOST_NAME.test(name))
        throw new action_errors/* UserError */.yo(`the host name '${name}' cannot stand in an inventory: use letters, digits, '.', '_' and '-', and begin with a letter or digit`);
    const wrong = (what, remedy) => new action_errors/* UserError */.yo(`the host '${name}' has ${what}; ${remedy}`);
    if (!(0,plan_json/* isObject */.Gv)(given))
        throw wrong('no attributes', `give it an address, such as ${SHAPE}`);
    const { address, port, user, groups, vars } = given;
    if (typeof address !== 'string' || address === '')
        throw wrong(address === undefined || address === null || address === ''
            ? 'no address'
            : `an address that is no text`, "set 'address' to its IP address or DNS name; an instance that is stopped has none");
    if (!ADDRESS.test(address))
        throw wrong(`the address '${address}'`, 'write an IP address or a DNS name without a scheme or a path');
    return {
        name,
        address,
        port: portOf(port ?? null, wrong),
        user: userOf(user ?? null, wrong),
        groups: groupsOf(groups ?? null, wrong),
        vars: varsOf(vars ?? null, wrong),
    };
}
function portOf(port, wrong) {
    if (port === null)
        return undefined;
    const number = typeof port === 'string' && /^\d+$/.test(port) ? Number(port) : port;
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 1 || number > 65535)
        throw wrong(`the port '${JSON.stringify(port)}'`, 'write a number from 1 to 65535');
    return number;
}
function userOf(user, wrong) {
    if (user === null || user === '')
        return undefined;
    if (typeof user !== 'string' || !USER.test(user))
        throw wrong(`the user '${String(user)}'`, "write a login name of letters, digits, '.', '_', '@', '+' and '-'");
    return user;
}
function groupsOf(groups, wrong) {
    if (groups === null)
        return [];
    if (!(0,plan_json/* isArray */.cy)(groups))
        throw wrong("'groups' that are no list", 'write a list of names, such as ["app"]');
    for (const group of groups)
        if (typeof group !== 'string' || !/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(group))
            throw wrong(`the group '${String(group)}', which cannot stand in an inventory`, "name groups by letters, digits and '_'");
    return [...new Set(groups)];
}
function varsOf(vars, wrong) {
    if (vars === null)
        return {};
    if (!(0,plan_json/* isObject */.Gv)(vars))
        throw wrong("'vars' that are no map", 'write a map of names to values');
    return vars;
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/check-inputs.js







/** @throws UserError naming the input that cannot be used. */
async function checkInputs(inputs, world) {
    const { workspace } = world.context;
    const { hosts, inventory } = inputs;
    if (hosts === undefined && inventory.length === 0)
        throw new action_errors/* UserError */.yo("neither 'hosts' nor 'inventory' is given: give the outputs of Terraform as 'hosts', or the path of an 'inventory'");
    if (hosts !== undefined && inventory.length > 0)
        throw new action_errors/* UserError */.yo("both 'hosts' and 'inventory' are given; give one of them");
    if (inputs['verify-idempotent'] && (inputs.check || inputs['dry-run']))
        throw new action_errors/* UserError */.yo("'verify-idempotent' needs a real run, and 'check' or 'dry-run' makes it none; give one of them");
    return {
        playbook: await fileOfWorkspace('playbook', inputs.playbook, workspace),
        inventories: inventory.map(path => existing('inventory', path, workspace)),
        hosts: hosts === undefined ? undefined : await hostsOf(hosts, world),
        requirements: inputs.requirements && (await fileOfWorkspace('requirements', inputs.requirements, workspace)),
        programs: ansiblePrograms(world.env),
    };
}
async function hostsOf(given, { context, secrets }) {
    const isText = given.startsWith('{') || given.startsWith('[');
    const path = isText ? undefined : existing('hosts', given, context.workspace);
    const text = path === undefined ? given : await (0,promises_.readFile)(path, 'utf8');
    const { hosts, sensitive } = readHosts(text, path === undefined ? "input 'hosts'" : `the file '${given}' of input 'hosts'`);
    if (sensitive)
        secrets.learn(hosts.flatMap(({ vars }) => texts(vars)));
    return hosts;
}
function texts(value) {
    if (typeof value === 'string')
        return [value];
    if ((0,plan_json/* isExactNumber */.zr)(value))
        return [value.rawJSON];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}
async function fileOfWorkspace(input, given, workspace) {
    const path = existing(input, given, workspace);
    const [real, root] = await Promise.all([(0,promises_.realpath)(path), (0,promises_.realpath)(workspace)]);
    const inside = (0,external_node_path_.relative)(root, real);
    if (inside.startsWith('..') || inside === '')
        throw new action_errors/* UserError */.yo(`input '${input}' is '${given}', which lies outside the workspace; give a file of this repository`);
    if (!(await (0,promises_.stat)(real)).isFile())
        throw new action_errors/* UserError */.yo(`input '${input}' is '${given}', which is no file`);
    return (0,external_node_path_.relative)(workspace, path);
}
function existing(input, given, workspace) {
    const path = (0,external_node_path_.resolve)(workspace, given);
    if (!(0,external_node_fs_.existsSync)(path))
        throw new action_errors/* UserError */.yo(`input '${input}' is '${given}', which does not exist in the workspace; paths start at the root of the repository; is it checked out?`);
    return path;
}
function ansiblePrograms(env) {
    const found = (0,on_path/* programOnPath */.B)('ansible-playbook', env);
    if (found === undefined)
        throw new action_errors/* UserError */.yo("'ansible-playbook' is not installed on this runner; run 'pipx install ansible-core' in an earlier step");
    return (0,external_node_path_.dirname)(found);
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/hosts/own-inventory.js



/** The group of hosts to play again on: by a group, as a name could also be that of a group with other hosts. */
const LOST_GROUP = 'gitops_actions_unreachable';
const NAME = 'inventory.ini';
/**
 * Writes an inventory of ours, to be given to Ansible after all others: modules that run on the runner itself leave
 * their files, which may hold secrets, in our private folder instead of ~/.ansible/tmp. @returns its path.
 */
async function writeOwnInventory(folder) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'host_vars'), { recursive: true, mode: 0o700 });
    const vars = JSON.stringify({ ansible_remote_tmp: (0,external_node_path_.join)(folder, 'tmp') });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'host_vars/localhost.json'), vars, { mode: 0o600 });
    await nameLost((0,external_node_path_.join)(folder, NAME), []);
    return (0,external_node_path_.join)(folder, NAME);
}
/** Whether a host can stand in that group: inventories of other kinds allow names that INI reads as something else. */
function canBeNamed(host) {
    return /^[\w.@-]+$/.test(host) || (0,external_node_net_.isIPv6)(host);
}
/** Puts hosts into the group of those to play again on. @param path of our inventory */
async function nameLost(path, hosts) {
    const members = hosts.map(host => `${host}\n`).join('');
    await (0,promises_.writeFile)(path, `[${LOST_GROUP}]\n${members}`, { mode: 0o600 });
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/play/args.js
/** The arguments; values are joined to their options by `=`, so that none is taken for an option itself. */
function playArgs(command) {
    const given = (option, value) => value === undefined ? [] : [`--${option}=${value}`];
    return [
        ...command.inventories.map(path => `--inventory=${path}`),
        ...given('user', command.user),
        ...given('limit', command.limits),
        ...given('tags', command.tags),
        ...given('skip-tags', command.skipTags),
        ...(command.check ? ['--check'] : []),
        ...(command.diff ? ['--diff'] : []),
        ...command.varsFiles.map(path => `--extra-vars=@${path}`),
        ...command.vaultIds.map(({ id, file }) => `--vault-id=${id}@${file}`),
        '--',
        command.playbook,
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/report/events.js
/** Reads the lines that the plugin wrote; a last one that was cut off, as the play was killed, is left out. */
function readEvents(lines) {
    return lines.split('\n').flatMap(line => {
        try {
            return line === '' ? [] : [JSON.parse(line)];
        }
        catch {
            return [];
        }
    });
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/play/play.js



/** Runs ansible-playbook once; its log goes to ours, line by line. @param number tells runs of one step apart. */
async function play(program, args, env, number, world) {
    const path = (0,external_node_path_.join)(await world.folder(), `events-${number}.jsonl`);
    const { code, stdout, stderr } = await world.exec(program, args, {
        cwd: world.context.workspace,
        env: { ...env, GITOPS_ACTIONS_RESULTS: path },
        accept: 'any',
        signal: world.signal,
        onLine: line => world.log.info(line),
    });
    const events = readEvents(await (0,promises_.readFile)(path, 'utf8').catch(() => ''));
    return { code, events, said: `${stdout}\n${stderr}` };
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/report/outcome.js
/** Gathers the runs: the first, and those on hosts that were unreachable. */
function outcomeOf(attempts) {
    const code = codeOf(attempts);
    const recap = new Map();
    let results = [];
    for (const { events } of attempts) {
        const again = [...statsOf(events)];
        const names = new Set(again.map(([host]) => host));
        for (const [host, counts] of again)
            recap.set(host, counts);
        results = [...results.filter(({ host }) => !names.has(host)), ...resultsOf(events)];
    }
    const [first] = attempts;
    return {
        code,
        recap,
        results,
        fatal: code === 0 ? [] : fatalIn(recap, results),
        unmatched: first ? unmatchedIn(first.events) : [],
        plays: first?.events.filter(({ event }) => event === 'play').length ?? 0,
    };
}
/** The exit code of the last run; where that left out a host that was lost before, the code of what lost it. */
function codeOf(attempts) {
    const lost = new Map();
    for (const attempt of attempts) {
        for (const [host] of statsOf(attempt.events))
            lost.delete(host);
        for (const host of unreachableIn(attempt))
            lost.set(host, attempt.code);
    }
    return attempts.at(-1)?.code || [...lost.values()][0] || 0;
}
/** The hosts that a run could not reach. */
function unreachableIn({ code, events }) {
    if (code === 0)
        return [];
    return statsOf(events).flatMap(([host, { unreachable }]) => (unreachable > 0 ? [host] : []));
}
/**
 * Whether hosts that could be reached may not have been played to the end because of one that could not: Ansible stops
 * where a task says so, and leaves later batches and plays out where all hosts of one are lost (ansible-core,
 * PlaybookExecutor and the linear strategy).
 */
function isBrokenOff({ events }) {
    const isLost = ({ status, ignored }) => status === 'unreachable' && !ignored;
    const lost = resultsOf(events).filter(isLost);
    const last = resultsOf(events, events.findLastIndex(({ event }) => event === 'play'));
    const hosts = new Set(lost.map(({ host }) => host));
    return lost.some(({ of }) => of.fatal) || (last.length > 0 && last.every(({ host }) => hosts.has(host)));
}
/** Puts together what failed alike, so that a hundred hosts with one trouble are told once. */
function alike(results) {
    const groups = Map.groupBy(byHost(results), ({ of, status, censored, msg, reason, stdout, stderr, rc, items }) => JSON.stringify([of.path, of.name, status, censored, msg, reason, stdout, stderr, rc, items]));
    return [...groups.values()].map(all => ({ result: all[0], hosts: all.map(({ host }) => host) }));
}
/** In the order of the recap: that of their ends is another one in every run. */
function byHost(results) {
    return results.toSorted((a, b) => (a.host < b.host ? -1 : a.host > b.host ? 1 : 0));
}
/** Whether a task failed for good in a run. */
function hasFailures({ events }) {
    return statsOf(events).some(([, { failures }]) => failures > 0);
}
/** Sums over all hosts. */
function totals(recap) {
    const sum = (key) => [...recap.values()].reduce((all, counts) => all + counts[key], 0);
    return {
        ok: sum('ok'),
        changed: sum('changed'),
        unreachable: [...recap.values()].filter(({ unreachable }) => unreachable > 0).length,
        failures: sum('failures'),
        skipped: sum('skipped'),
        rescued: sum('rescued'),
        ignored: sum('ignored'),
    };
}
function statsOf(events) {
    return events.flatMap(event => (event.event === 'stats' ? Object.entries(event.hosts) : []));
}
function resultsOf(events, from = 0) {
    const tasks = new Map();
    return events.slice(Math.max(from, 0)).flatMap(event => {
        if (event.event === 'task')
            tasks.set(event.task, event);
        const of = event.event === 'result' ? tasks.get(event.task) : undefined;
        return event.event === 'result' && of ? [{ ...event, of }] : [];
    });
}
/** A rescued failure is told like any other; those that count are the last ones, for after them the host is out. */
function fatalIn(recap, results) {
    const bad = results.filter(({ status, ignored }) => (status === 'failed' || status === 'unreachable') && !ignored);
    const byStatus = Map.groupBy(bad, ({ host, status }) => `${status} ${host}`);
    const last = (key, count) => (count === 0 ? [] : (byStatus.get(key) ?? []).slice(-count));
    return [...recap].flatMap(([host, { failures, unreachable }]) => [
        ...last(`failed ${host}`, failures),
        ...last(`unreachable ${host}`, unreachable),
    ]);
}
function unmatchedIn(events) {
    return events.flatMap((event, index) => {
        const before = events[index - 1];
        return event.event === 'no_hosts' && before?.event === 'play' ? [before.hosts] : [];
    });
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/played.js





const PAUSE = 5000;
/** Plays: again on unreachable hosts, and a second time where idempotence is asked for and all went well. */
async function played(ready, inputs, world) {
    const { program, command, env, ownInventory } = ready;
    let runs = 0;
    const once = (limits = command.limits) => play(program, playArgs({ ...command, limits }), env, ++runs, world);
    const first = await once();
    const attempts = [first];
    let limits = command.limits;
    for (let latest = first; attempts.length <= inputs.retries;) {
        const lost = unreachableIn(latest);
        if (lost.length === 0 || hasFailures(latest))
            break;
        const isAlone = !isBrokenOff(latest) && lost.every(canBeNamed);
        world.log.info(isAlone
            ? `Playing again on ${lost.join(', ')}, unreachable so far`
            : `Playing all of that again: ${lost.join(', ')} unreachable so far`);
        await pause(PAUSE * attempts.length, world.signal);
        if (isAlone) {
            await nameLost(ownInventory, lost);
            limits = LOST_GROUP;
        }
        latest = await once(limits);
        attempts.push(latest);
    }
    const verify = inputs['verify-idempotent'] && codeOf(attempts) === 0;
    if (!verify)
        return { attempts, second: undefined };
    world.log.info('Playing a second time, which must change nothing');
    return { attempts, second: await once() };
}
async function pause(milliseconds, signal) {
    await (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted());
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/ansible-cfg.js




/**
 * The configuration file that Ansible shall use: of ANSIBLE_CONFIG, else the `ansible.cfg` nearest to the playbook, up to
 * the workspace, else the user's or the machine's (Ansible looks for the first in the working directory only).
 */
async function ansibleCfg(playbook, workspace, env) {
    const candidates = env.ANSIBLE_CONFIG
        ? [(0,external_node_path_.resolve)(workspace, env.ANSIBLE_CONFIG)]
        : [
            ...foldersUp((0,external_node_path_.dirname)(playbook), workspace).map(folder => (0,external_node_path_.join)(folder, 'ansible.cfg')),
            (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.ansible.cfg'),
            '/etc/ansible/ansible.cfg',
        ];
    const path = candidates.find(external_node_fs_.existsSync);
    const text = path === undefined ? '' : await (0,promises_.readFile)(path, 'utf8');
    const plugins = setting(text, 'defaults', 'callback_plugins');
    return {
        path,
        callbackPlugins: plugins
            ?.split(':')
            .map(one => (0,external_node_path_.resolve)((0,external_node_path_.dirname)(path ?? ''), one.replace(/^~(?=\/)/, (0,external_node_os_.homedir)()).replace('{{CWD}}', workspace)))
            .join(':'),
        sshArgs: setting(text, 'ssh_connection', 'ssh_args'),
        sshCommonArgs: setting(text, 'ssh_connection', 'ssh_common_args'),
        inventoryPlugins: setting(text, 'inventory', 'enable_plugins'),
        vaultPasswordFiles: [
            ...[env.ANSIBLE_VAULT_PASSWORD_FILE, env.ANSIBLE_VAULT_IDENTITY_LIST].flatMap(given => passwordFiles(given, workspace)),
            ...['vault_password_file', 'vault_identity_list'].flatMap(name => passwordFiles(setting(text, 'defaults', name), (0,external_node_path_.dirname)(path ?? workspace))),
        ],
    };
}
/** The files in a list of `file` and `id@file`. */
function passwordFiles(given = '', folder) {
    const files = given.split(',').map(one => one.trim().replace(/^[^@]*@/, ''));
    return files.filter(file => file !== '').map(file => (0,external_node_path_.resolve)(folder, file.replace(/^~(?=\/)/, (0,external_node_os_.homedir)())));
}
/** A setting of an INI file as Python's configparser reads it: lines that are indented more go on with it, the last one of its name counts. */
function setting(ini, section, name) {
    const found = new Map();
    let [current, key, indent] = ['', '', 0];
    for (const line of ini.split(/\r?\n/)) {
        const text = line.replace(/\s;.*$/, '').trim();
        if (text === '' || /^[#;]/.test(text))
            continue;
        const depth = line.search(/\S/);
        if (key !== '' && depth > indent) {
            found.set(key, `${found.get(key)}\n${text}`);
            continue;
        }
        const [, header] = /^\[(.+)\]/.exec(text) ?? [];
        const [, option = '', value = ''] = /^([^=:]+?)\s*[=:]\s*(.*)$/.exec(text) ?? [];
        indent = depth;
        current = header ?? current;
        key = header === undefined && option !== '' ? `${current} ${option.toLowerCase()}` : '';
        if (key !== '')
            found.set(key, value);
    }
    return found.get(`${section} ${name}`);
}
function foldersUp(from, top) {
    const inside = (0,external_node_path_.relative)(top, from);
    const parts = inside === '' ? [] : inside.split('/');
    return Array.from({ length: parts.length + 1 }, (_, up) => (0,external_node_path_.join)(top, ...parts.slice(0, parts.length - up)));
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/js/toolkit/exec/exec.js + 1 modules
var exec_exec = __webpack_require__(9250);
// EXTERNAL MODULE: ./build/js/toolkit/retry/retry.js
var retry = __webpack_require__(6488);
;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/report/verdict.js

/**
 * Why ansible-playbook failed before or beside its tasks, by its exit code and what it said; undefined where tasks and
 * hosts tell all. Its exit code alone is not enough: 4 is an unreachable host and a parse error alike, and no host at all
 * is 0 (ansible-core, TaskQueueManager and cli/playbook.py).
 */
function mistakeOf({ code, said }, outcome) {
    const { failures, unreachable } = totals(outcome.recap);
    if (code === 0)
        return outcome.recap.size > 0 ? undefined : { message: nothingPlayed(said, outcome) };
    const isHosts = FAILED_HOSTS.includes(code) && (failures > 0 || unreachable > 0);
    return isHosts ? undefined : explained(code, said);
}
/** What Ansible itself complains about, in words of ours where they are known, and where the mistake stands. */
function explained(code, said) {
    const text = errorsIn(said).join('; ') || `exit code ${code}, without a word`;
    const known = KNOWN.find(([pattern]) => pattern.test(said));
    return {
        message: `${known?.[1] ?? WORDS[code] ?? 'Ansible was ended from outside'}: ${text}`,
        ...placeIn(said),
    };
}
// 8 is of releases before 2.19, where a failed host broke a play with `any_errors_fatal`.
const FAILED_HOSTS = [2, 4, 8];
function nothingPlayed(said, { plays, unmatched }) {
    if (/provided hosts list is empty/.test(said))
        return "the inventory is empty, so nothing was played; 'inventory' must name at least one host";
    if (plays > 0 && unmatched.length === plays)
        return `no host of the inventory is matched by 'hosts: ${unmatched.join("', 'hosts: ")}', so nothing was played; compare its groups with the playbook`;
    return "nothing was played: no task was left to run; are 'tags', 'skip-tags' and the playbook right?";
}
const KNOWN = [
    [/--limit does not match any hosts|leaves us with no hosts to target/, "input 'limit' matches no host"],
    [
        /Decryption failed|no vault secrets (were found that could|would) decrypt|Attempting to decrypt but no vault secrets found/i,
        "a vault cannot be opened; 'vault-passwords' needs its password, under its vault id",
    ],
    [
        /Unable to parse .* as an inventory source|No inventory was parsed|inventory source.*could not be parsed/i,
        'the inventory cannot be read',
    ],
    [
        /couldn't resolve module\/action|the role '.*' was not found|unable to (find|locate) (role|collection)/i,
        "a module or a role is missing; list its collection in 'requirements', or correct its name",
    ],
];
const WORDS = {
    1: 'Ansible refused to play',
    2: 'Ansible refused its options',
    4: 'the playbook cannot be read',
    5: 'Ansible refused its options',
    99: 'Ansible was interrupted',
    250: 'Ansible crashed',
};
/** The messages of lines `ERROR! …` (to 2.18) and `[ERROR]: …` (from 2.19), without colours. */
function errorsIn(said) {
    const lines = withoutColours(said).split(/\r?\n/);
    const found = lines.flatMap((line, index) => {
        const message = /^(?:ERROR! |\[ERROR\]: |fatal: \[[^\]]*\]: |ansible-playbook: error: )(.+)$/.exec(line)?.[1];
        if (message === undefined)
            return [];
        // What ends in a colon, and which file is missing, is told by the lines after it.
        const rest = /(:|^Unable to retrieve file contents\.?)\s*$/.test(message)
            ? lines.slice(index + 1).filter(one => one.trim() !== '')
            : [];
        return [
            [message, ...rest.slice(0, 4)]
                .map(one => one.trim())
                .join(' ')
                .slice(0, 500),
        ];
    });
    return [...new Set(found)].slice(0, 3);
}
function placeIn(said) {
    const text = withoutColours(said);
    const [, file, line] = /^Origin: (\/[^\n]*?):(\d+)(?::\d+)?$/m.exec(text) ??
        /appears to be in '([^'\n]+)': line (\d+)/.exec(text) ??
        [];
    return file === undefined || line === undefined ? {} : { file, line: Number(line) };
}
function withoutColours(text) {
    return text.replace(/\u001b\[[\d;]*m/g, '');
}
/** What a failed result says, on one line. */
function saidBy(result) {
    const [item] = result.items ?? [];
    if (item)
        return `item ${item.item}: ${saidBy(item)}`;
    const { msg, reason, stderr, stdout, rc } = result;
    const detail = msg === undefined || /^non-zero return code|See stdout\/stderr/.test(msg)
        ? stderr || stdout || reason
        : undefined;
    const parts = [
        msg,
        detail && lastLine(detail),
        rc !== undefined && rc !== 0 ? `exit code ${rc}` : undefined,
    ];
    const text = parts.filter(part => part).join(': ');
    return text === '' ? 'no reason is told' : text.replace(/\s+/g, ' ');
}
function lastLine(text) {
    return text.trim().split('\n').at(-1);
}
/** The failures of tasks and hosts in one sentence; undefined where there is none. */
function failureOf({ code, fatal, recap }) {
    const { unreachable, failures } = totals(recap);
    if (code === 0 || unreachable + failures === 0)
        return undefined;
    const told = alike(fatal);
    const failed = told.filter(({ result }) => result.status === 'failed');
    const lost = told.filter(({ result }) => result.status === 'unreachable');
    const parts = [
        ...(failures > 0
            ? [
                `${plural(failures, 'task')} failed${listed(failed, ({ result, hosts }) => `'${result.of.name}' on ${some(hosts)}`)}`,
            ]
            : []),
        ...(unreachable > 0
            ? [
                `${plural(unreachable, 'host')} unreachable${listed(lost, ({ result, hosts }) => `${some(hosts)}: ${reason(result)}`)}`,
            ]
            : []),
    ];
    return parts.join('; ');
}
/** Why a result failed, as far as it may be told. */
function reason(result) {
    return result.censored ? "hidden, as the task has 'no_log'" : saidBy(result).slice(0, 1000);
}
function listed(told, words) {
    if (told.length === 0)
        return '';
    const more = told.length > 5 ? [`and ${told.length - 5} more`] : [];
    return ` (${[...told.slice(0, 5).map(words), ...more].join('; ')})`;
}
/** `web-1, web-2, …`: so many names as one reads. */
function some(names) {
    return names.length > 5 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
}
/** `1 task`, `2 tasks`. */
function plural(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/galaxy.js







const ATTEMPTS = 4;
const DELAY = 4000;
/**
 * Installs collections and roles to where Ansible's configuration has them, so that what an earlier step or run has put
 * there counts.
 * @throws UserError where Galaxy refuses, or fails again and again.
 */
async function galaxyInstall(requirements, programs, env, world) {
    const kinds = requiredKinds(await (0,promises_.readFile)((0,external_node_path_.join)(world.context.workspace, requirements), 'utf8'));
    const { signal, log } = world;
    for (const kind of kinds)
        await log.group(`ansible-galaxy ${kind} install`, () => (0,retry/* retry */.L)(() => world.exec((0,external_node_path_.join)(programs, 'ansible-galaxy'), [kind, 'install', '-r', requirements], {
            cwd: world.context.workspace,
            env,
            signal,
            onLine: line => log.info(line),
        }), {
            attempts: ATTEMPTS,
            delay: DELAY,
            signal,
            retryable: thrown => thrown instanceof exec_exec/* ExecError */.c && mayPass(thrown.result.stderr + thrown.result.stdout),
        }).catch(thrown => {
            throw thrown instanceof exec_exec/* ExecError */.c ? refused(thrown, requirements) : thrown;
        }));
}
/** What a requirements file lists; the old form, a bare list, holds roles. */
function requiredKinds(yaml) {
    const { contents, errors } = (0,dist.parseDocument)(yaml, { logLevel: 'silent' });
    if (errors.length > 0)
        throw new action_errors/* UserError */.yo(`input 'requirements' names a file that is no YAML: ${errors[0].message}`);
    if ((0,dist/* isSeq */.oP)(contents))
        return ['role'];
    if (!(0,dist/* isMap */.jh)(contents))
        throw new action_errors/* UserError */.yo("input 'requirements' names a file that lists neither 'collections' nor 'roles'");
    return [
        ...(contents.has('collections') ? ['collection'] : []),
        ...(contents.has('roles') ? ['role'] : []),
    ];
}
/** Whether it is the network or the server; what a server refuses, or nobody has, it will refuse again. */
function mayPass(said) {
    return /HTTP (Code|Error):? ?(429|5\d\d)|timed? ?out|Connection (reset|refused|aborted)|Temporary failure|Name or service not known|Unknown error when attempting to call Galaxy|EOF occurred|Remote end closed/i.test(said);
}
function refused({ result }, requirements) {
    const why = errorsIn(result.stderr).join('; ') || result.stderr.trim().split('\n').slice(-3).join(' ');
    return new action_errors/* UserError */.yo(`what '${requirements}' requires cannot be installed: ${why}`);
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/ssh/words.js
/** Splits a line as a POSIX shell would, without evaluating anything: Ansible splits arguments of ssh so (shlex). */
function words(line) {
    const found = line.matchAll(/(?:[^\s'"\\]+|'[^']*'|"(?:\\.|[^"\\])*"|\\.)+/gs);
    return [...found].map(([one]) => one.replace(/'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/gs, (_, single, double, escaped) => single !== undefined ? single : double !== undefined ? double.replace(/\\(["\\])/g, '$1') : escaped));
}
/** The line that is split into these words. */
function line(all) {
    return all.map(quoted).join(' ');
}
function quoted(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'"'"'`)}'`;
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/ssh/destination.js

/** A host by its variables; undefined where it is not reached by SSH, or its address is known only in the play. */
function destinationOf(name, vars) {
    const first = (...names) => names.map(one => vars[one]).find(one => one !== undefined);
    const connection = first('ansible_connection') ?? 'ssh';
    const address = first('ansible_host', 'ansible_ssh_host') ?? name;
    const user = first('ansible_user', 'ansible_ssh_user');
    const port = Number(first('ansible_port', 'ansible_ssh_port') ?? Number.NaN);
    const key = first('ansible_ssh_private_key_file', 'ansible_private_key_file');
    const args = [first('ansible_ssh_common_args'), first('ansible_ssh_extra_args')].filter(text => text !== undefined);
    const texts = [address, ...[user, key, ...args].filter(text => text !== undefined)];
    const isOpen = texts.some(text => typeof text !== 'string' || text.includes('{{'));
    if (isOpen || !['ssh', 'smart', 'ansible.builtin.ssh'].includes(String(connection)))
        return undefined;
    return {
        name,
        address: String(address),
        port: Number.isInteger(port) ? port : undefined,
        user: user === undefined ? undefined : String(user),
        args: [
            ...(key === undefined ? [] : ['-o', `IdentityFile="${key}"`]),
            ...args.flatMap(text => words(String(text))),
        ],
        password: first('ansible_password', 'ansible_ssh_pass', 'ansible_ssh_password') !== undefined,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/hosts/inventory-hosts.js





/** The hosts of Terraform's output that are reached by SSH. @param defaults variables of all hosts. */
function terraformHosts(hosts, defaults) {
    return hosts.flatMap(({ name, address, port, user, vars }) => {
        const told = { ansible_host: address, ansible_port: port === 22 ? undefined : port, ansible_user: user };
        const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
        return destinationOf(name, { ...defaults, ...known, ...vars }) ?? [];
    });
}
/**
 * The hosts of ready inventories that are reached by SSH.
 * @throws UserError where Ansible cannot read them.
 */
async function inventoryHosts({ programs, inventories }, { vaultIds }, env, defaults, { exec, signal, context, folder }) {
    // On its output stands also what `verbosity` or a plugin says.
    const listing = (0,external_node_path_.join)(await folder(), 'inventory.json');
    const args = [
        '--list',
        `--output=${listing}`,
        ...inventories.map(path => `--inventory=${path}`),
        ...vaultIds.map(({ id, file }) => `--vault-id=${id}@${file}`),
    ];
    const { code, stderr } = await exec((0,external_node_path_.join)(programs, 'ansible-inventory'), args, {
        cwd: context.workspace,
        env,
        accept: 'any',
        signal,
    });
    if (code !== 0)
        throw new action_errors/* UserError */.yo(`input 'inventory': Ansible cannot read it: ${errorsIn(stderr).join('; ') || stderr.trim()}`);
    return destinations(parseListing(await (0,promises_.readFile)(listing, 'utf8')), defaults);
}
/** Reads what `ansible-inventory --list` writes: JSON, value by line, in which numbers may be none (`.inf` in YAML). */
function parseListing(text) {
    return JSON.parse(text.replace(/^(\s*(?:"(?:[^"\\]|\\.)*": )?)(?:NaN|-?Infinity)(?=,?$)/gm, '$1null'));
}
/** The hosts of `ansible-inventory --list` that are reached by SSH. */
function destinations(listing, defaults = {}) {
    const hostvars = listing._meta?.hostvars ?? {};
    const names = new Set([
        ...Object.values(listing).flatMap(group => group.hosts ?? []),
        ...Object.keys(hostvars),
    ]);
    return [...names].flatMap(name => destinationOf(name, { ...defaults, ...hostvars[name] }) ?? []);
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/hosts/inventory.js

/** The name of the inventory itself, which Ansible is given; `host_vars` beside it is found by Ansible. */
const INVENTORY = 'inventory.ini';
/** An INI inventory with names, groups and how to connect; everything else is YAML, a file a host, in host_vars. */
function inventoryFiles(hosts) {
    const vars = hosts.filter(host => Object.keys(host.vars).length > 0);
    return [
        { path: INVENTORY, content: inventory(hosts) },
        ...vars.map(host => ({
            path: `host_vars/${host.name}.yml`,
            content: `${literal(host.vars)}\n`,
        })),
    ];
}
/**
 * JSON, which is YAML, in which texts that Ansible would evaluate are marked: what Terraform puts out is data, and some
 * of it, such as tags, may come from elsewhere.
 */
function literal(value) {
    if (typeof value === 'string')
        return `${/\{[{%#]/.test(value) ? '!unsafe ' : ''}${inventory_quoted(value)}`;
    if ((0,plan_json/* isArray */.cy)(value))
        return `[${value.map(literal).join(', ')}]`;
    if (!(0,plan_json/* isObject */.Gv)(value))
        return JSON.stringify(value);
    const members = Object.entries(value).map(([name, one]) => `${inventory_quoted(name)}: ${literal(one)}`);
    return `{${members.join(', ')}}`;
}
// Characters that JSON takes as they are and YAML does not (YAML 1.1, c-printable and b-char).
const NOT_IN_YAML = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
function inventory_quoted(text) {
    return JSON.stringify(text).replace(NOT_IN_YAML, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
function inventory(hosts) {
    const groups = Map.groupBy(hosts.flatMap(({ name, groups }) => groups.map(group => ({ name, group }))), ({ group }) => group);
    // Every host is in `all` by itself, and in `ungrouped` where it is in no other.
    groups.delete('all');
    groups.delete('ungrouped');
    const sections = [...groups].map(([group, members]) => `\n[${group}]\n${members.map(({ name }) => `${name}\n`).join('')}`);
    return [...hosts.map(hostLine), ...sections].join('');
}
function hostLine({ name, address, port, user }) {
    const settings = [
        `ansible_host=${value(address)}`,
        // 22 is what ssh takes anyway; written down, it would override the port of the SSH configuration.
        ...(port !== undefined && port !== 22 ? [`ansible_port=${port}`] : []),
        ...(user !== undefined ? [`ansible_user=${value(user)}`] : []),
    ];
    return `${name} ${settings.join(' ')}\n`;
}
/** Ansible reads values as Python literals where it can (`1e3`, `True`), so what might be one is quoted as a string. */
function value(text) {
    const isPlain = /^(\d+\.){3}\d+$/.test(text) || (/^[a-z]/.test(text) && text.length > 1);
    return isPlain ? text : `"'${text}'"`;
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/hosts/write-inventory.js



/** Writes an inventory into a new folder. @returns the path that Ansible is given. */
async function writeInventory(folder, hosts) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'host_vars'), { recursive: true, mode: 0o700 });
    const files = inventoryFiles(hosts);
    await Promise.all(files.map(({ path, content }) => (0,promises_.writeFile)((0,external_node_path_.join)(folder, path), content, { mode: 0o600 })));
    return (0,external_node_path_.join)(folder, INVENTORY);
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/callback.js
/**
 * A callback plugin of Ansible (ansible-core 2.14 and newer) that writes what happens to the file that
 * GITOPS_ACTIONS_RESULTS names, one JSON object a line: see events.ts for their form. It says nothing itself, so that
 * the log stays as it is. What `no_log` hides, Ansible hides from plugins too; what it left is dropped here again.
 */
const CALLBACK = String.raw `"""Writes the events of a play as JSON, one object a line."""
from __future__ import annotations

import difflib
import json
import os
import time

from ansible.plugins.callback import CallbackBase

DOCUMENTATION = """
name: gitops_actions_results
type: notification
short_description: Writes the events of a play as JSON, one object a line
description:
  - Writes to the file that the variable GITOPS_ACTIONS_RESULTS names.
"""

LONGEST_TEXT = 4000
LONGEST_DIFF = 200000


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "notification"
    CALLBACK_NAME = "gitops_actions_results"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        path = os.environ.get("GITOPS_ACTIONS_RESULTS")
        if path is None:
            self.disabled = True
            return
        self._file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8")
        self._began = {}

    def _write(self, event, **fields):
        line = json.dumps({"event": event, "at": time.time(), **fields}, default=str)
        # A lone surrogate, from bytes that are no UTF-8, cannot be written as it is: json.dumps has escaped it.
        self._file.write(line + "\n")
        self._file.flush()

    def v2_playbook_on_play_start(self, play):
        hosts = play.hosts if isinstance(play.hosts, list) else [play.hosts]
        self._write("play", play=str(play.get_name()), hosts=",".join(map(str, hosts)))

    def v2_playbook_on_task_start(self, task, is_conditional):
        self._task(task, False)

    def v2_playbook_on_cleanup_task_start(self, task):
        self._task(task, False)

    def v2_playbook_on_handler_task_start(self, task):
        self._task(task, True)

    def _task(self, task, handler):
        self._write(
            "task",
            task=str(task._uuid),
            name=str(task.get_name()),
            action=str(task.action),
            path=str(task.get_path() or ""),
            handler=handler,
            fatal=bool(task.any_errors_fatal or task.run_once),
        )

    def v2_runner_on_start(self, host, task):
        self._began[(host.get_name(), str(task._uuid))] = time.time()

    def v2_runner_on_ok(self, result):
        self._result(result, "ok")

    def v2_runner_on_failed(self, result, ignore_errors=False):
        self._result(result, "failed", ignored=bool(ignore_errors))

    def v2_runner_on_unreachable(self, result):
        self._result(result, "unreachable")

    def v2_runner_on_skipped(self, result):
        self._result(result, "skipped")

    def v2_playbook_on_no_hosts_matched(self):
        self._write("no_hosts")

    def v2_playbook_on_stats(self, stats):
        names = ("ok", "changed", "failures", "dark", "skipped", "rescued", "ignored")
        counts = {name: getattr(stats, name, {}) for name in names}
        self._write(
            "stats",
            hosts={
                host: {("unreachable" if name == "dark" else name): counts[name].get(host, 0) for name in names}
                for host in sorted(stats.processed)
            },
        )

    def _result(self, result, status, ignored=False):
        host = (getattr(result, "host", None) or result._host).get_name()
        task = getattr(result, "task", None) or result._task
        data = getattr(result, "result", None)
        data = result._result if data is None else data
        uuid = str(task._uuid)
        began = self._began.pop((host, uuid), None)
        hidden = "censored" in data or bool(data.get("_ansible_no_log")) or task.no_log is True
        event = {
            "task": uuid,
            "host": host,
            "status": status,
            # As in the recap: what failed for good counts as nothing else.
            "changed": bool(data.get("changed")) and (status == "ok" or ignored),
            "ignored": ignored,
            "seconds": None if began is None else time.time() - began,
            "censored": hidden,
        }
        if status in ("failed", "unreachable"):
            event["ignored"] = ignored or bool(task.ignore_unreachable and status == "unreachable")
            if not hidden:
                event.update(self._told(data))
        if event["changed"] and not hidden:
            event["diff"] = self._diffs(data)
        self._write("result", **event)

    def _told(self, data):
        """What a failed result says; of a loop, what its failed items say."""
        told = {key: self._short(data[key]) for key in ("msg", "stdout", "stderr", "reason") if data.get(key)}
        # Of a module that broke down, what its program said.
        for key in ("stdout", "stderr"):
            if key not in told and data.get("module_" + key):
                told[key] = self._short(data["module_" + key])
        if "rc" in data:
            told["rc"] = data["rc"]
        items = [item for item in data.get("results") or [] if isinstance(item, dict) and item.get("failed")]
        shown = [item for item in items if "censored" not in item and not item.get("_ansible_no_log")]
        broken = data.get("failed_modules")
        if isinstance(broken, dict):
            # Of the facts, which several modules gather.
            for module in list(broken.values())[:1]:
                told.update(self._told(module))
        if shown:
            told["items"] = [
                {"item": self._short(item.get("_ansible_item_label", item.get("item", ""))), **self._told(item)}
                for item in shown[:5]
            ]
        return told

    def _short(self, value):
        text = value if isinstance(value, str) else json.dumps(value, default=str)
        # The end of what a program says tells why it failed.
        return text if len(text) <= LONGEST_TEXT else "..." + text[-LONGEST_TEXT:]

    def _diffs(self, data):
        results = data["results"] if isinstance(data.get("results"), list) else [data]
        diffs = []
        for one in results:
            if not isinstance(one, dict) or "censored" in one or one.get("_ansible_no_log"):
                continue
            if not one.get("diff") or not one.get("changed"):
                continue
            found = one["diff"] if isinstance(one["diff"], list) else [one["diff"]]
            diffs.extend(text for text in map(self._diff, found) if text)
        return diffs

    def _diff(self, diff):
        if not isinstance(diff, dict):
            return ""
        if diff.get("prepared"):
            text = str(diff["prepared"])
        elif diff.get("dst_binary") or diff.get("src_binary"):
            text = "binary content differs\n"
        elif diff.get("dst_larger") or diff.get("src_larger"):
            text = "too large for Ansible to show (max_diff_size)\n"
        elif "before" in diff or "after" in diff:
            before, after = self._lines(diff.get("before")), self._lines(diff.get("after"))
            names = [str(diff.get(key) or "") for key in ("before_header", "after_header")]
            text = "".join(
                line if line.endswith("\n") else line + "\n"
                for line in difflib.unified_diff(before, after, "before: " + names[0], "after: " + names[1])
            )
        else:
            return ""
        return text if len(text) <= LONGEST_DIFF else text[:LONGEST_DIFF] + "\n... the rest is too long\n"

    def _lines(self, value):
        if value is None:
            return []
        text = value if isinstance(value, str) else json.dumps(value, indent=4, sort_keys=True, default=str) + "\n"
        return text.splitlines(True)
`;

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/play/environment.js




/** Writes our plugin, and gives the environment of all Ansible programs, without our own inputs, which hold secrets. */
async function ansibleEnvironment(cfg, ssh, inventories, world) {
    const folder = await world.folder();
    const plugins = (0,external_node_path_.join)(folder, 'callbacks');
    await (0,promises_.mkdir)(plugins, { mode: 0o700 });
    await (0,promises_.writeFile)((0,external_node_path_.join)(plugins, 'gitops_actions_results.py'), CALLBACK, { mode: 0o600 });
    const isFiles = inventories.every(path => (0,external_node_fs_.statSync)(path).isFile());
    return environment(world.env, { cfg, plugins, ssh, folder, isStrict: isFiles });
}
/** The environment, from that of the step. */
function environment(env, { cfg, plugins, ssh, folder, isStrict, }) {
    const kept = Object.entries(env).filter(([name]) => !name.startsWith('INPUT_'));
    const otherPlugins = env.ANSIBLE_CALLBACK_PLUGINS || cfg.callbackPlugins;
    const inventoryPlugins = env.ANSIBLE_INVENTORY_ENABLED || cfg.inventoryPlugins;
    return {
        ...Object.fromEntries(kept),
        ...(cfg.path !== undefined && { ANSIBLE_CONFIG: cfg.path }),
        ANSIBLE_CALLBACK_PLUGINS: [plugins, ...(otherPlugins ? [otherPlugins] : [])].join(':'),
        // Without it a missing or broken inventory is a success.
        ANSIBLE_INVENTORY_UNPARSED_FAILED: 'True',
        ...(isStrict && { ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED: 'True' }),
        // What Ansible decrypts or renders on its way to a host.
        ANSIBLE_LOCAL_TEMP: (0,external_node_path_.join)(folder, 'tmp'),
        // A repository may have switched off what our own inventories are read by.
        ...(inventoryPlugins && { ANSIBLE_INVENTORY_ENABLED: `${inventoryPlugins},ini` }),
        ...(ssh.controlFolder !== undefined && { ANSIBLE_SSH_CONTROL_PATH_DIR: ssh.controlFolder }),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/play/played-hosts.js


/**
 * Asks Ansible which hosts a play touches, without touching them.
 * @throws UserError where it cannot read the playbook or the inventory.
 */
async function playedHosts(program, args, env, { exec, signal, context }) {
    const { code, stdout, stderr } = await exec(program, ['--list-hosts', ...args], {
        cwd: context.workspace,
        env,
        accept: 'any',
        signal,
    });
    if (code !== 0)
        throw new action_errors/* UserError */.yo(explained(code, `${stdout}\n${stderr}`).message);
    return new Set(listedHosts(stdout));
}
/** The names in the output of `ansible-playbook --list-hosts`. */
function listedHosts(stdout) {
    return stdout.split('\n').flatMap(line => /^ {6}(\S.*)$/.exec(line)?.[1] ?? []);
}

// EXTERNAL MODULE: ./build/js/toolkit/git/access.js + 1 modules
var access = __webpack_require__(5120);
;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/secrets/private-key.js




/**
 * Writes the private key to a private file, and makes sure that ssh can use it.
 * @returns the file's path.
 * @throws UserError where it has a passphrase, or is no private key.
 */
async function writeKey(given, world) {
    // A key that was pasted as one line of a JSON or `.env` file.
    const key = (0,access/* normaliseKey */.ay)(given.includes('\n') ? given : given.replaceAll('\\n', '\n'));
    world.secrets.add(key);
    if (/^(ssh-|ecdsa-|sk-)/.test(key))
        throw wrong('is a public key', 'give the other file, the one without .pub');
    if (/^PuTTY-User-Key-File/.test(key))
        throw wrong("is in PuTTY's format", 'export it as an OpenSSH key with PuTTYgen');
    const path = (0,external_node_path_.join)(await world.folder(), 'ssh-key');
    await (0,promises_.writeFile)(path, key, { mode: 0o600 });
    const { code, stderr } = await world.exec('ssh-keygen', ['-y', '-P', '', '-f', path], {
        accept: 'any',
        signal: world.signal,
    });
    if (code === 0)
        return path;
    if (/incorrect passphrase/i.test(stderr))
        throw wrong('has a passphrase, which nobody can type here', 'take it away from a copy with \'ssh-keygen -p -N ""\', or make a key for deployments');
    const isOneLine = /^-----BEGIN [A-Z ]+-----.*\S/.test(key);
    throw wrong(isOneLine ? 'has lost its line breaks' : 'is no private key that ssh-keygen can read', "store the whole file, from '-----BEGIN' to '-----END', line by line, as the secret");
}
function wrong(what, remedy) {
    return new action_errors/* UserError */.yo(`input 'ssh-private-key' ${what}; ${remedy}`);
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/secrets/env-file.js
/**
 * Reads the input `env-file`: a JSON object, or lines `NAME=value`, whose values are taken as they stand.
 * @throws Error that names the variable or the number of the line, never a value.
 */
function parseVariables(text) {
    const found = new Map(text.startsWith('{') ? fromJson(text) : fromLines(text));
    for (const [name, value] of found) {
        if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
            throw new Error(`'${name}' is no name of a variable: use letters, digits and '_'`);
        if (value.includes('\0'))
            throw new Error(`the value of '${name}' holds a NUL character, which no environment variable can`);
        if (value.includes('\ufffd') || !value.isWellFormed())
            throw new Error(`the value of '${name}' is no valid Unicode text; encode it, in base64, say`);
    }
    return found;
}
function fromLines(text) {
    return text.split(/\r?\n/).flatMap((line, index) => {
        if (/^\s*(#|$)/.test(line))
            return [];
        const [, name, value = ''] = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line) ?? [];
        if (name === undefined)
            throw new Error(`line ${index + 1} is not NAME=value; a value of several lines must be given in a JSON object: {"NAME": \${{ toJSON(secrets.NAME) }}}`);
        return [[name, value.trim()]];
    });
}
function fromJson(text) {
    return Object.entries(parseObject(text)).map(([name, value]) => {
        if (value === null || typeof value === 'object')
            throw new Error(`the value of '${name}' is neither a text nor a number nor true or false`);
        return [name, String(value)];
    });
}
function parseObject(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // The parser's own message repeats the text.
        throw new Error('it begins with { but is no JSON object');
    }
}
/** The variables whose values stand in quotes, which are kept: in a shell they would not be part of the value. */
function quotedNames(variables) {
    return [...variables].flatMap(([name, value]) => (/^(["']).*\1$/s.test(value) ? [name] : []));
}
/**
 * A `.env` file from which Docker Compose reads these very values (compose-go, dotenv/parser.go). In single quotes
 * everything stands for itself but `\'`; so `\` before a quote or at the end, and CR, which is dropped before LF,
 * need double quotes, where `$`, `\` and `"` are escaped.
 */
function dotenv(variables) {
    return [...variables].map(([name, value]) => `${name}=${env_file_quoted(value)}\n`).join('');
}
/** How a `.env` file spells its values, line by line. */
function spellings(text) {
    return text
        .split('\n')
        .map(line => line.replace(/^[A-Za-z_][A-Za-z0-9_]*=(?=['"])/, '').replace(/^['"]|['"]$/g, ''));
}
function env_file_quoted(value) {
    if (!/\\('|$)|\r/.test(value))
        return `'${value.replaceAll("'", "\\'")}'`;
    const escaped = value.replace(/[\\"$]/g, '\\$&').replaceAll('\r', '\\r');
    return `"${escaped}"`;
}

// EXTERNAL MODULE: ./build/js/toolkit/action/fields.js
var fields = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/js/toolkit/redact/environment.js
var redact_environment = __webpack_require__(5764);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/secrets/vault.js


// ansible-core, parsing/vault: VaultAES256.
const ITERATIONS = 10_000;
/** What Ansible Vault has encrypted, whole files and single values alike. */
function vaultTexts(content) {
    const found = content.matchAll(/\$ANSIBLE_VAULT;1\.[12];AES256[^\n]*\r?\n((?:[ \t]*[0-9a-f]+[ \t]*(?:\r?\n|$))+)/g);
    return [...found].map(([, body = '']) => body.replace(/\s+/g, ''));
}
/** Decrypts a text of Ansible Vault (its body, in hexadecimal). @returns undefined where the password is not its own. */
async function openVault(body, password) {
    const [salt, signature, encrypted] = Buffer.from(body, 'hex')
        .toString('latin1')
        .split('\n')
        .map(part => Buffer.from(part, 'hex'));
    if (!salt || !signature || !encrypted)
        return undefined;
    const keys = await (0,external_node_util_.promisify)(external_node_crypto_.pbkdf2)(password, salt, ITERATIONS, 80, 'sha256');
    const expected = (0,external_node_crypto_.createHmac)('sha256', keys.subarray(32, 64)).update(encrypted).digest();
    if (signature.length !== expected.length || !(0,external_node_crypto_.timingSafeEqual)(signature, expected))
        return undefined;
    const decipher = (0,external_node_crypto_.createDecipheriv)('aes-256-ctr', keys.subarray(0, 32), keys.subarray(64, 80));
    const padded = Buffer.concat([decipher.update(encrypted), decipher.final()]);
    return padded.subarray(0, padded.length - (padded.at(-1) ?? 0)).toString('utf8');
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/secrets/vaulted-values.js




const MOST_FILES = 5000;
const AT_ONCE = 50;
const LARGEST = 1024 * 1024;
/** Shorter values are ports, numbers and flags (`use_password`); hiding them would hide half the log. */
const SHORTEST = 6;
/**
 * The values that Ansible Vault protects in some folders, the likeliest first, as far as these passwords open them: Ansible prints them in
 * diffs and errors, and they have no place in a log or a comment.
 */
async function vaultedValues(folders, passwords) {
    const files = [...new Set((await Promise.all(folders.map(filesBelow))).flat())].slice(0, MOST_FILES);
    const texts = [];
    for (let at = 0; at < files.length; at += AT_ONCE)
        texts.push(...(await Promise.all(files.slice(at, at + AT_ONCE).map(textsIn))).flat());
    const opened = await Promise.all([...new Set(texts)].map(text => openByAny(text, passwords)));
    return [...new Set(opened.flatMap(text => (text === undefined ? [] : valuesIn(text))))];
}
/** The scalars of YAML, keys left out; what is no mapping or list is a value as a whole, and so is that of each `name=value` in it. */
function valuesIn(text) {
    const documents = [(0,dist/* parseAllDocuments */.hR)(text, { logLevel: 'silent' })].flat();
    const isYaml = documents.every(({ errors, contents }) => errors.length === 0 && (0,dist/* isCollection */.P3)(contents));
    const found = isYaml ? documents.flatMap(scalars) : [text, ...assigned(text)];
    return [...new Set(found)].filter(value => value.trim().length >= SHORTEST);
}
/** Numbers also as they are written, with all their digits. */
function scalars(document) {
    const found = [];
    (0,dist.visit)(document, {
        Scalar: (key, { value, source }) => {
            if (key !== 'key')
                found.push(String(value), ...(typeof value === 'number' && source ? [source] : []));
        },
    });
    return found;
}
function assigned(text) {
    return [...text.matchAll(/^[\w. ]+[=:][ \t]*(\S.*?)[ \t]*$/gm)].map(([, value = '']) => value.replace(/^(["'])(.*)\1$/, '$2'));
}
async function openByAny(text, passwords) {
    for (const password of passwords) {
        const opened = await openVault(text, password);
        if (opened !== undefined)
            return opened;
    }
    return undefined;
}
async function filesBelow(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const found = await Promise.all(entries.map(entry => {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isFile())
            return [path];
        const isSearched = entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules';
        return isSearched ? filesBelow(path) : [];
    }));
    return found.flat();
}
async function textsIn(path) {
    const { size } = await (0,promises_.stat)(path);
    // What we may not read, Ansible may not either.
    return size > LARGEST ? [] : vaultTexts(await (0,promises_.readFile)(path, 'utf8').catch(() => ''));
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/secrets/extra-vars.js





/**
 * Reads the input `extra-vars`. @returns the file that Ansible is given: a YAML or JSON mapping as it stands, so that
 * Ansible's own tags work and numbers keep their digits; lines `name=value` as JSON, every value a text.
 * @throws UserError where it is neither, or names no variable; the message repeats no value.
 */
function extraVarsFile(text) {
    const lines = text.split(/\r?\n/).filter(line => !/^\s*(#|$)/.test(line));
    if (lines.every(line => /^\s*[A-Za-z_][A-Za-z0-9_]*=/.test(line)))
        return `${JSON.stringify(Object.fromEntries(lines.map(fields/* splitPair */.T6)))}\n`;
    const document = (0,dist.parseDocument)(text, { logLevel: 'silent' });
    const { contents } = document;
    if (document.errors.length > 0 || !(0,dist/* isMap */.jh)(contents))
        throw extra_vars_wrong('write lines name=value, or a YAML or JSON mapping of names to values');
    for (const { key } of contents.items) {
        const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : '';
        if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
            throw extra_vars_wrong(`'${name}' is no name of a variable: use letters, digits and '_'`);
    }
    return `${text}\n`;
}
/** The values in such a file that are likely secrets, as the names of their variables say so. */
function secretVars(file) {
    const found = new Set();
    (0,dist.visit)((0,dist.parseDocument)(file, { logLevel: 'silent' }), {
        Pair: (_, { key, value }) => {
            const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : '';
            (0,dist.visit)(value, {
                Scalar: (place, scalar) => {
                    const text = String(scalar.value);
                    if (place !== 'key' && text.length >= SHORTEST)
                        for (const secret of (0,redact_environment/* secretsOfEnvironment */.O)({ [name]: text }))
                            found.add(secret);
                },
            });
        },
    });
    return [...found];
}
function extra_vars_wrong(remedy) {
    return new action_errors/* UserError */.yo(`input 'extra-vars' cannot be read: ${remedy}`);
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/secrets/secret-files.js




/** Writes variables, vault passwords and the `.env` file, each for ourselves alone (mode 0600), until the step ends. */
async function secretFiles(inputs, world) {
    const folder = await world.folder();
    const write = async (name, content) => {
        const path = (0,external_node_path_.join)(folder, name);
        await (0,promises_.writeFile)(path, content, { mode: 0o600 });
        return path;
    };
    const varsFiles = [];
    const vars = inputs['extra-vars'];
    if (vars !== undefined) {
        const text = extraVarsFile(vars);
        world.secrets.learn(secretVars(text));
        varsFiles.push(await write('extra-vars.yml', text));
    }
    const variables = inputs['env-file'];
    if (variables !== undefined) {
        const text = dotenv(variables);
        // A diff shows the file, where quotes and escapes spell the values another way.
        world.secrets.learn([...variables.values(), ...spellings(text)]);
        for (const name of quotedNames(variables))
            world.log.warning(`input 'env-file': the value of '${name}' stands in quotes, which are part of it; leave them out if they are not meant to be`);
        const path = await write('.env', text);
        varsFiles.push(await write('env-file-var.json', JSON.stringify({ env_file: path })));
    }
    const vaultIds = [];
    for (const { id, password } of inputs['vault-passwords'] ?? []) {
        world.secrets.add(password);
        vaultIds.push({ id, file: await write(`vault-${id}`, `${password}\n`) });
    }
    return { varsFiles, vaultIds };
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/secrets/vault-passwords.js

const EXECUTABLE = 0o111;
/**
 * Reads the input `vault-passwords`: a password, or lines `id=password`. A line that ends in `=` is a password in
 * base64.
 * @throws Error that names the vault id that stands twice.
 */
function parseVaultPasswords(text) {
    const lines = text
        .split(/\r?\n/)
        .map(line => line.trim())
        .filter(line => line !== '');
    const found = lines.map(line => {
        const [, id = 'default', password = line] = /^([A-Za-z0-9_-]+)=(?!=*$)(.*)$/.exec(line) ?? [];
        return { id, password };
    });
    const ids = found.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined)
        throw new Error(`two passwords have the vault id '${twice}'; write lines id=password, one per vault id`);
    return found;
}
/** The password in a file; empty where there is none, or a program that would print it. */
async function storedPassword(path) {
    const { mode } = await (0,promises_.stat)(path).catch(() => ({ mode: EXECUTABLE }));
    return (mode & EXECUTABLE) === 0 ? (await (0,promises_.readFile)(path, 'utf8').catch(() => '')).trim() : '';
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/ssh/settings.js






// config/base.yml of ansible-core, ssh_args.
const DEFAULT_ARGS = '-C -o ControlMaster=auto -o ControlPersist=60s';
const OWN_CONFIG = '~/.ssh/config';
// sun_path holds 108 bytes on Linux and 104 on macOS; Ansible's name has 10, ssh's temporary ending 17.
const LONGEST_CONTROL_FOLDER = 104 - 10 - 17 - 2;
/**
 * Writes a private SSH configuration: host keys are checked whatever other configuration says, then comes that, then
 * the key.
 * @throws UserError where `known-hosts` or `ssh-config` cannot be used.
 */
async function sshSettings(wish, world) {
    const folder = await world.folder();
    const knownHosts = (0,external_node_path_.join)(folder, 'known_hosts');
    await (0,promises_.writeFile)(knownHosts, knownHostsText(wish.knownHosts), { mode: 0o600 });
    const given = wish.config === undefined ? undefined : await configText(wish.config, world.context.workspace);
    if (given !== undefined)
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'ssh-config-given'), given, { mode: 0o600 });
    const checking = hostKeyOptions(knownHosts, wish.knownHosts !== undefined);
    const key = wish.keyFile === undefined ? [] : [['IdentityFile', settings_quoted(wish.keyFile)]];
    const config = (0,external_node_path_.join)(folder, 'ssh-config');
    const include = given === undefined ? OWN_CONFIG : settings_quoted((0,external_node_path_.join)(folder, 'ssh-config-given'));
    await (0,promises_.writeFile)(config, configuration(checking, include, key), { mode: 0o600 });
    const controlFolder = (0,external_node_path_.join)(folder, 'cp');
    await (0,promises_.mkdir)(controlFolder, { mode: 0o700 });
    return {
        // On the command line too: what an inventory adds there would win over a file, and could name another file.
        args: [
            '-F',
            config,
            ...[...checking, ...key].flatMap(([name, value]) => ['-o', `${name}=${value}`]),
            ...words(wish.args ?? DEFAULT_ARGS),
        ],
        hasKey: wish.keyFile !== undefined,
        redirects: given !== undefined || wish.args !== undefined || (0,external_node_fs_.existsSync)((0,external_node_path_.join)((0,external_node_os_.homedir)(), '.ssh/config')),
        controlFolder: Buffer.byteLength(controlFolder) <= LONGEST_CONTROL_FOLDER ? controlFolder : undefined,
    };
}
/** Known hosts that were given are all that is trusted; else a host that nobody knows is trusted at first sight. */
function hostKeyOptions(knownHosts, strict) {
    return [
        ['StrictHostKeyChecking', strict ? 'yes' : 'accept-new'],
        ['UserKnownHostsFile', strict ? settings_quoted(knownHosts) : `${settings_quoted(knownHosts)} ~/.ssh/known_hosts`],
        // The machine's own list is no part of what was given.
        ...(strict ? [['GlobalKnownHostsFile', settings_quoted(knownHosts)]] : []),
        ['UpdateHostKeys', 'no'],
        ['NoHostAuthenticationForLocalhost', 'no'],
    ];
}
function configuration(checking, include, key) {
    const settings = (options) => options.map(([name, value]) => `  ${name} ${value}`);
    return [
        // What ssh finds first counts. Jump hosts are reached by an ssh of their own, which reads this file too.
        'Host *',
        ...settings(checking),
        `Include ${include}`,
        'Host *',
        // Further keys of an agent would use up the server's patience.
        ...settings(key.length === 0 ? [] : [...key, ['IdentitiesOnly', 'yes']]),
        '  ServerAliveInterval 15',
        '',
    ].join('\n');
}
function knownHostsText(given) {
    const lines = (given ?? '').split(/\r?\n/).filter(line => line.trim() !== '' && !line.startsWith('#'));
    for (const line of lines) {
        const fields = line.trim().split(/\s+/);
        const isKey = (fields[0]?.startsWith('@') ? fields.slice(2) : fields.slice(1)).length >= 2;
        if (!isKey || /^(ssh|ecdsa|sk)-/.test(fields[0]))
            throw new action_errors/* UserError */.yo(`input 'known-hosts' has the line '${line.slice(0, 60)}', which is not 'host type key'; 'ssh-keyscan <host>' prints such lines`);
    }
    return lines.map(line => `${line}\n`).join('');
}
async function configText(given, workspace) {
    const path = (0,external_node_path_.resolve)(workspace, given);
    const isPath = !given.includes('\n') && (0,external_node_fs_.existsSync)(path);
    if (!isPath && !/\s/.test(given))
        throw new action_errors/* UserError */.yo(`input 'ssh-config' is '${given}', which is no file; give the path of an SSH configuration, or its text`);
    const text = isPath ? await (0,promises_.readFile)(path, 'utf8') : given;
    return `${text.replaceAll('\r', '')}\n`;
}
function settings_quoted(path) {
    return `"${path}"`;
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/ssh/vars.js



/**
 * Writes variables for Ansible's command line: those outrank whatever an inventory says, so that host keys are checked
 * on every host. @returns the file's path.
 */
async function writeSshVars({ args }, folder) {
    const path = (0,external_node_path_.join)(folder, 'ssh-vars.json');
    await (0,promises_.writeFile)(path, JSON.stringify({ ansible_ssh_args: line(args) }), { mode: 0o600 });
    return path;
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/ssh/refusal.js
const REFUSALS = [
    [
        /REMOTE HOST IDENTIFICATION HAS CHANGED|Host key for .* has changed/,
        'final',
        "the host key of HOST is not the one that is known, so it may be another machine: if it was made anew, take its new key into 'known-hosts' (or out of ~/.ssh/known_hosts), by 'ssh-keyscan'",
    ],
    [
        /No \S+ host key is known for|Host key verification failed/,
        'final',
        "'known-hosts' has no key of HOST; add the lines that 'ssh-keyscan' prints, compared with the machine's own",
    ],
    [
        /System is booting up|pam_nologin|not permitted to log in yet/i,
        'wait',
        'it is still booting and lets nobody in yet',
    ],
    [/Too many authentication failures/, 'final', "too many keys were offered; give 'ssh-private-key'"],
    [
        /Permission denied \(/,
        'key',
        "it refuses the login; is 'ssh-private-key' the one whose public key it has, and the user right?",
    ],
    [/Bad configuration option|terminating, \d+ bad|line \d+: /, 'final', 'ssh cannot read its configuration'],
];
/** It may be a jump host's key. */
const KEY_OWNER = /(?:Host key for|host key is known for) (\S+) (?:has changed|and you)/;
/** Why ssh failed, by what it said. */
function refusalOf(stderr) {
    const lines = stderr.split(/\r?\n/).filter(line => !/^Warning: Permanently added|^@+$|^\s*$/.test(line));
    const last = (lines.at(-1) ?? 'ssh said nothing').slice(0, 300);
    const known = REFUSALS.find(([pattern]) => pattern.test(stderr));
    if (known === undefined)
        return { kind: 'wait', why: last };
    const [, kind, why] = known;
    const host = KEY_OWNER.exec(stderr)?.[1] ?? 'this host';
    return { kind, why: `${why.replace('HOST', host)} (ssh: ${last})` };
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/ssh/login.js




const CONNECT_TIMEOUT = 10;
/** Waits for the end of first boot, where cloud-init does that. */
const READY_COMMAND = "sh -c 'if command -v cloud-init >/dev/null 2>&1; then cloud-init status --wait; fi'";
/**
 * Logs in once, and waits for the end of first boot.
 * @param deadline in milliseconds since 1970
 * @throws only where the signal is aborted.
 */
async function login(host, ssh, deadline, world, signal) {
    if (host.password)
        return { ready: true };
    const shared = await loginOnce(host, ssh, sharing(host, ssh.controlFolder), { deadline, world, signal });
    // Of a connection that is to be shared, ssh hides what a jump host or a proxy command says.
    return 'kind' in shared && /^Connection closed by UNKNOWN|^kex_exchange_identification/m.test(shared.why)
        ? loginOnce(host, ssh, ['-o', 'ControlPath=none'], { deadline, world, signal })
        : shared;
}
async function loginOnce(host, ssh, more, { deadline, world: { exec, env }, signal, }) {
    const options = ['-T', '-o', 'BatchMode=yes', '-o', `ConnectTimeout=${CONNECT_TIMEOUT}`, ...more];
    try {
        const { code, stdout, stderr } = await exec('ssh', [...target(host, ssh, options), READY_COMMAND], {
            accept: 'any',
            timeout: Math.max(1000, deadline - Date.now()),
            signal,
            env,
        });
        if (code === 255)
            return refusalOf(stderr);
        if (code === 0 || !/status: /.test(stdout))
            return { ready: true };
        const said = /status: .*/.exec(stdout)?.[0];
        return {
            ready: true,
            warning: `its first boot did not go well (cloud-init ${said}, exit code ${code}); 'cloud-init status --long' there says why`,
        };
    }
    catch (thrown) {
        if (!(thrown instanceof exec_exec/* ExecError */.c))
            throw thrown;
        return { kind: 'wait', why: 'it let us in, but its first boot (cloud-init) does not come to an end' };
    }
}
/** Leaves the connection open under the name by which Ansible looks for one, so that it need not log in again. */
function sharing({ address, port, user }, folder) {
    if (folder === undefined)
        return [];
    // ansible-core, plugins/connection/ssh.py, _create_control_path. Should it change, only time is lost.
    const seed = [address, port ?? 'None', user ?? 'None'].join('-');
    const name = (0,external_node_crypto_.createHash)('sha1').update(seed).digest('hex').slice(0, 10);
    const path = `ControlPath="${(0,external_node_path_.join)(folder, name)}"`;
    return ['-o', 'ControlMaster=auto', '-o', 'ControlPersist=60s', '-o', path];
}
/** The arguments of ssh for a host. @param options more of them, after those of every host. */
function target({ address, port, user, args }, ssh, options) {
    return [
        ...ssh.args,
        ...options,
        ...(port === undefined ? [] : ['-p', String(port)]),
        ...(user === undefined ? [] : ['-l', user]),
        ...args,
        address,
    ];
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/ssh/probe.js

const PATIENCE = 10_000;
// A server that waits for its client (HTTP, TLS) tells by its answer that it is no SSH server; SSH servers take it as
// the client's half of the greeting (RFC 4253, 4.2).
const GREETING = 'SSH-2.0-gitops_actions\r\n';
/** Looks once whether an SSH server listens there. */
function probe(address, port, signal) {
    return new Promise(resolve => {
        let said = '';
        const socket = (0,external_node_net_.connect)({ host: address, port, signal });
        const answer = (result) => {
            socket.destroy();
            resolve(result);
        };
        socket.setTimeout(PATIENCE, () => answer({
            is: 'silent',
            why: socket.connecting
                ? `no answer within ${PATIENCE / 1000} s`
                : 'something accepts connections there but says nothing, as no SSH server does',
        }));
        socket.on('connect', () => socket.write(GREETING));
        socket.on('data', chunk => {
            said += chunk.toString('latin1');
            const verdict = verdictOn(said);
            if (verdict !== undefined)
                answer(verdict);
        });
        socket.on('error', thrown => answer({ is: 'silent', why: probe_reason(thrown) }));
        socket.on('end', () => answer(said === ''
            ? { is: 'silent', why: 'it closes connections without a word' }
            : { is: 'other', said: firstLine(said) }));
    });
}
/** An SSH server may send other lines before its version (RFC 4253, 4.2); undefined until it is clear. */
function verdictOn(said) {
    if (/^SSH-(2\.0|1\.99)-/m.test(said))
        return { is: 'ssh' };
    const isBinary = /^[^\t\r\n -~]/.test(said);
    const isKnown = /^(HTTP\/|220[ -]|\+OK|\* OK|-ERR|<)/.test(said);
    return isBinary || isKnown || said.length > 8192 ? { is: 'other', said: firstLine(said) } : undefined;
}
function firstLine(said) {
    return (said.split(/\r?\n/)[0] ?? '').slice(0, 80).replace(/[^ -~]/g, '?');
}
const REASONS = {
    ECONNREFUSED: 'connection refused',
    ECONNRESET: 'connection reset',
    EHOSTUNREACH: 'no route to the host',
    ENETUNREACH: 'no route to the network',
    ETIMEDOUT: 'connection timed out',
    ENOTFOUND: 'its name cannot be resolved',
    EAI_AGAIN: 'its name cannot be resolved',
};
function probe_reason(thrown) {
    const code = thrown.code ?? '';
    return REASONS[code] ?? thrown.message;
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/ssh/wait.js



const wait_PAUSE = 1000;
/** First boot starts sshd seconds before it installs the keys. */
const KEY_PATIENCE = 45_000;
/** Logins at once: a jump host refuses some of more (sshd_config(5), MaxStartups). */
const atOnce = limiter(10);
/**
 * Waits until a host lets us in and its first boot is done.
 * @param how `deadline` in milliseconds since 1970; `seconds`: what was asked for, to be told.
 * @throws only where the signal is aborted.
 */
async function waitForHost(host, { ssh, deadline, seconds, }, world, signal) {
    const isRedirected = ssh.redirects || host.args.length > 0;
    const route = isRedirected ? await routeOf(host, ssh, world, signal) : direct(host);
    let firstRefused;
    for (;;) {
        const refusal = (await greeting(route, signal)) ?? (await atOnce(() => login(host, ssh, deadline, world, signal)));
        if (!('kind' in refusal))
            return refusal;
        if (refusal.kind === 'key' && (host.user === undefined || !ssh.hasKey))
            return { ready: true, note: `${refusal.why}; going on, as the playbook may name another` };
        const now = Date.now();
        if (refusal.kind === 'key')
            firstRefused ??= now;
        const isFinal = refusal.kind === 'final' || now - (firstRefused ?? now) > KEY_PATIENCE;
        if (isFinal)
            return { ready: false, why: refusal.why };
        if (now + wait_PAUSE >= deadline)
            return { ready: false, why: `${refusal.why} (after ${seconds} s of 'wait-for-ssh')` };
        await (0,external_node_timers_promises_.setTimeout)(wait_PAUSE, undefined, { signal });
    }
}
function direct({ address, port = 22 }) {
    return { address, port };
}
async function routeOf(host, ssh, { exec, env }, signal) {
    const { code, stdout } = await exec('ssh', [...target(host, ssh, ['-G'])], { accept: 'any', signal, env });
    // ssh itself will tell what is wrong.
    if (code !== 0)
        return undefined;
    const setting = (name) => new RegExp(`^${name} (.*)$`, 'm').exec(stdout)?.[1];
    const isProxied = [setting('proxyjump'), setting('proxycommand')].some(proxy => proxy !== undefined && proxy !== 'none');
    return isProxied
        ? undefined
        : { address: setting('hostname') ?? host.address, port: Number(setting('port') ?? host.port ?? 22) };
}
async function greeting(route, signal) {
    if (route === undefined)
        return undefined;
    const found = await probe(route.address, route.port, signal);
    signal.throwIfAborted();
    switch (found.is) {
        case 'ssh':
            return undefined;
        case 'silent':
            return { kind: 'wait', why: found.why };
        case 'other':
            return {
                kind: 'final',
                why: `what answers on port ${route.port} is no SSH server: it said '${found.said}'; is the port right?`,
            };
    }
}
/** Lets so many run at once; the others wait for their turn. */
function limiter(most) {
    const waiting = [];
    let running = 0;
    return async (act) => {
        if (running >= most)
            await new Promise(resolve => waiting.push(resolve));
        else
            running++;
        try {
            return await act();
        }
        finally {
            const next = waiting.shift();
            if (next)
                next();
            else
                running--;
        }
    };
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/ssh/wait-for-all.js



const PROMPT = 2000;
const MOST_TOLD = 10;
/**
 * Waits until all hosts are ready that the play touches. Ansible is asked which ones these are only where one is not
 * ready at once, as starting it takes longer than logging in.
 * @throws UserError that names each host which is not ready, and why.
 */
async function waitForAll(hosts, { ssh, seconds, played, askFirst }, world) {
    let relevant = askFirst ? await played() : undefined;
    const begun = Date.now();
    const stop = new AbortController();
    const waits = hosts
        .filter(({ name }) => relevant?.has(name) ?? true)
        .map(host => ({
        host,
        ...startWait(host, { ssh, deadline: begun + seconds * 1000, seconds }, world, stop),
    }));
    try {
        const all = Promise.all(waits.map(({ result }) => result));
        all.catch(() => { });
        const prompt = await Promise.race([all, (0,external_node_timers_promises_.setTimeout)(PROMPT, undefined, { ref: false })]);
        if (!prompt?.every(result => result?.ready))
            relevant ??= await played();
        for (const { host, leave } of waits)
            if (relevant !== undefined && !relevant.has(host.name))
                leave();
        if (!prompt)
            world.log.info(`Waiting for SSH on ${names(waits.map(({ host }) => host), relevant)}`);
        tell(waits.map(({ host }) => host), await all, Date.now() - begun, world.log);
    }
    finally {
        stop.abort();
        await Promise.allSettled(waits.map(({ result }) => result));
    }
}
function startWait(host, how, world, stop) {
    const left = new AbortController();
    const signal = AbortSignal.any([world.signal, stop.signal, left.signal]);
    const result = waitForHost(host, how, world, signal).catch((thrown) => {
        if (left.signal.aborted && !world.signal.aborted)
            return undefined;
        throw thrown;
    });
    result.catch(() => { });
    return { result, leave: () => left.abort() };
}
/** @param results undefined for hosts that turned out not to matter. */
function tell(hosts, results, milliseconds, log) {
    if (hosts.length === 0)
        return;
    const missing = [];
    let ready = 0;
    for (const [index, result] of results.entries()) {
        const { name, address, port = 22 } = hosts[index];
        if (result?.ready) {
            ready++;
            if (result.note !== undefined)
                log.info(`${name} (${address}): ${result.note}`);
            if (result.warning !== undefined)
                log.warning(`${name} (${address}): ${result.warning}`);
        }
        else if (result)
            missing.push(`${name} (${address}:${port}): ${result.why}`);
    }
    if (missing.length === 0) {
        log.info(`${ready} of ${ready} hosts let us in by SSH (after ${(milliseconds / 1000).toFixed(1)} s)`);
        return;
    }
    const more = missing.length > MOST_TOLD ? [`… and ${missing.length - MOST_TOLD} more`] : [];
    const reasons = [...missing.slice(0, MOST_TOLD), ...more].join('; ');
    throw new action_errors/* UserError */.yo(`${missing.length} of ${missing.length + ready} hosts cannot be played on, so nothing was played: ${reasons}`);
}
function names(hosts, relevant) {
    const waited = hosts.map(({ name }) => name).filter(name => relevant?.has(name) ?? true);
    return waited.length > MOST_TOLD ? `${waited.length} hosts` : waited.join(', ');
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/prepare.js
















/** So many hosts are looked at at once; of more, most may be none of this play's. */
const FEW = 20;
/** Writes all private files, installs requirements and waits for the hosts. */
async function prepare(request, inputs, world) {
    const { playbook, hosts, programs } = request;
    const folder = await world.folder();
    const key = inputs['ssh-private-key'];
    const keyFile = key === undefined ? undefined : await writeKey(key, world);
    const cfg = await ansibleCfg((0,external_node_path_.join)(world.context.workspace, playbook), world.context.workspace, world.env);
    const ssh = await sshSettings({
        keyFile,
        knownHosts: inputs['known-hosts'],
        config: inputs['ssh-config'],
        args: world.env.ANSIBLE_SSH_ARGS ?? cfg.sshArgs,
    }, world);
    const { varsFiles, vaultIds } = await secretFiles(inputs, world);
    await learnVaulted(request, inputs, cfg, world);
    const ownInventory = await writeOwnInventory((0,external_node_path_.join)(folder, 'own-inventory'));
    const inventories = hosts ? [await writeInventory((0,external_node_path_.join)(folder, 'inventory'), hosts)] : request.inventories;
    const command = {
        playbook,
        inventories: [...inventories, ownInventory],
        limits: inputs.limit,
        tags: inputs.tags,
        skipTags: inputs['skip-tags'],
        user: inputs.user,
        check: inputs.check || inputs['dry-run'],
        diff: inputs.diff || inputs['dry-run'],
        varsFiles: [...varsFiles, await writeSshVars(ssh, folder)],
        vaultIds,
    };
    const env = await ansibleEnvironment(cfg, ssh, request.inventories, world);
    if (request.requirements !== undefined)
        await galaxyInstall(request.requirements, programs, env, world);
    const ready = { program: (0,external_node_path_.join)(programs, 'ansible-playbook'), command, env, ssh, ownInventory };
    const defaults = {
        ...(inputs.user !== undefined && { ansible_user: inputs.user }),
        ansible_ssh_common_args: world.env.ANSIBLE_SSH_COMMON_ARGS ?? cfg.sshCommonArgs,
    };
    if (inputs['wait-for-ssh'] > 0)
        await untilReady(ready, request, inputs, defaults, world);
    return ready;
}
async function untilReady({ program, command, env, ssh }, request, inputs, defaults, world) {
    const hosts = request.hosts
        ? terraformHosts(request.hosts, defaults)
        : await inventoryHosts(request, command, env, defaults, world);
    const played = () => playedHosts(program, playArgs(command), env, world);
    const seconds = inputs['wait-for-ssh'];
    const askFirst = inputs.limit !== undefined || hosts.length > FEW;
    await waitForAll(hosts, { ssh, seconds, askFirst, played }, world);
}
/** Hides what vaults of the workspace hold, those beside playbook and inventories first, in all that is written from here on. */
async function learnVaulted(request, inputs, cfg, { context, secrets }) {
    const stored = await Promise.all(cfg.vaultPasswordFiles.map(storedPassword));
    const given = (inputs['vault-passwords'] ?? []).map(({ password }) => password);
    const passwords = [...given, ...stored].filter(password => password !== '');
    secrets.learn(passwords);
    if (passwords.length === 0)
        return;
    const near = [(0,external_node_path_.join)(context.workspace, request.playbook), ...request.inventories].map(external_node_path_.dirname);
    const folders = [...near, context.workspace];
    secrets.learn(await vaultedValues(folders, passwords));
}

// EXTERNAL MODULE: ./build/js/toolkit/comment/publish.js
var publish = __webpack_require__(2402);
;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/report/lines.js
/** The events of all runs as lines of JSON, `run` counting from 1, without what `hide` hides. */
function resultLines(attempts, hide) {
    const lines = attempts.flatMap(({ events }, index) => events.map(event => JSON.stringify({ run: index + 1, ...event }, (_, value) => typeof value === 'string' ? hide(value) : value)));
    return lines.map(line => `${line}\n`).join('');
}

// EXTERNAL MODULE: ./build/js/toolkit/markdown/html.js
var html = __webpack_require__(9848);
// EXTERNAL MODULE: ./build/js/toolkit/markdown/text.js
var markdown_text = __webpack_require__(7953);
// EXTERNAL MODULE: ./build/js/toolkit/markdown/visible.js
var visible = __webpack_require__(3143);
;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/report/section.js





const MOST_ROWS = 50;
const MOST_HOSTS = 8;
const SLOWEST = 5;
const SLOW = 1;
/** The section of the pull request's comment. */
function sectionOf(told) {
    const line = headline(told);
    return {
        action: 'ansible-run',
        directory: told.playbook,
        heading: `${mark(told)} ${told.check ? 'Check of' : 'Play of'} ${(0,markdown_text/* codeSpan */.SS)((0,visible/* visibleLine */.P8)(told.playbook))} · ${line}`,
        overview: line,
        blocks: blocks(told),
    };
}
/** Everything, for the job summary. */
function summaryOf(told) {
    const { heading } = sectionOf(told);
    return [`### ${heading}`, ...blocks(told).map(({ markdown }) => markdown), slowest(told.outcome)]
        .filter(text => text !== '')
        .join('\n\n');
}
function blocks(told) {
    const { outcome, mistake, again, check } = told;
    const all = [
        { priority: 0, markdown: mistake === undefined ? '' : caution([mistake.message]) },
        { priority: 0, markdown: failures(told) },
        { priority: 0, markdown: again === undefined ? '' : repeated(again, told) },
        { priority: 1, markdown: recapTable(outcome.recap) },
        ...changes(outcome, check, told.place),
    ];
    return all.filter(({ markdown }) => markdown !== '');
}
function mark({ failure, check, outcome }) {
    if (failure !== undefined)
        return '❌';
    return check && totals(outcome.recap).changed > 0 ? '🔧' : '✅';
}
/** `2 changes on 1 of 3 hosts`. */
function headline({ outcome, check, failure, mistake }) {
    const { changed, failures, unreachable } = totals(outcome.recap);
    if (mistake !== undefined)
        return outcome.results.length > 0 ? 'broken off' : 'did not play';
    const hosts = [...outcome.recap.values()];
    const touched = hosts.filter(counts => counts.changed > 0).length;
    const where = `on ${touched} of ${plural(hosts.length, 'host')}`;
    const parts = [
        ...(failures > 0 ? [`${failures} failed`] : []),
        ...(unreachable > 0 ? [`${unreachable} unreachable`] : []),
        changed === 0
            ? `${check ? 'would change nothing' : 'nothing changed'} on ${plural(hosts.length, 'host')}`
            : `${check ? 'would make ' : ''}${plural(changed, 'change')} ${where}`,
        ...(failure !== undefined && failures + unreachable === 0 ? ['not idempotent'] : []),
    ];
    return parts.join(', ');
}
function recapTable(recap) {
    if (recap.size === 0)
        return '';
    const rows = [...recap].sort(([, a], [, b]) => b.failures + b.unreachable - a.failures - a.unreachable);
    const cells = rows
        .slice(0, MOST_ROWS)
        .map(([host, { ok, changed, unreachable, failures, skipped, rescued, ignored }]) => `| ${failures + unreachable > 0 ? '❌ ' : ''}${(0,markdown_text/* codeCell */.MZ)((0,visible/* visibleLine */.P8)(host))} | ${[ok, bold(changed), bold(unreachable), bold(failures), skipped, rescued, ignored].join(' | ')} |`);
    const more = rows.length > MOST_ROWS ? `\n\nand ${plural(rows.length - MOST_ROWS, 'more host')}` : '';
    return `| host | ok | changed | unreachable | failed | skipped | rescued | ignored |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n${cells.join('\n')}${more}`;
}
function bold(count) {
    return count > 0 ? `**${count}**` : '0';
}
function failures({ outcome, place }) {
    return alike(outcome.fatal)
        .slice(0, MOST_ROWS)
        .map(({ result, hosts }) => {
        const where = result.of.path === '' ? '' : ` · ${(0,markdown_text/* codeSpan */.SS)((0,visible/* visibleLine */.P8)(place(result.of.path)))}`;
        const what = result.status === 'failed' ? 'failed' : 'could not be played';
        return `**${(0,markdown_text/* codeSpan */.SS)((0,visible/* visibleLine */.P8)(result.of.name))} ${what} on ${codes(hosts)}**${where}\n\n${(0,markdown_text/* fence */.EU)((0,visible/* visible */.RK)(section_texts(result)), 'text')}`;
    })
        .join('\n\n');
}
function codes(hosts) {
    const shown = hosts.slice(0, MOST_HOSTS).map(host => (0,markdown_text/* codeSpan */.SS)((0,visible/* visibleLine */.P8)(host)));
    const more = hosts.length > MOST_HOSTS ? [`${hosts.length - MOST_HOSTS} more`] : [];
    return [...shown, ...more].join(', ');
}
function section_texts(result) {
    if (result.censored)
        return reason(result);
    const why = reason(result);
    const said = [result.stderr, result.stdout].map(text => text?.trim() ?? '');
    return [why, ...said.filter(text => text !== '' && !why.includes(text))].join('\n');
}
function repeated(again, { place }) {
    if (again.length === 0)
        return 'Played a second time, it changed nothing: idempotent.';
    const lines = alike(again)
        .slice(0, MOST_ROWS)
        .map(({ result: { of }, hosts }) => `- ${(0,markdown_text/* codeSpan */.SS)((0,visible/* visibleLine */.P8)(of.name))} on ${codes(hosts)} · ${(0,markdown_text/* codeSpan */.SS)((0,visible/* visibleLine */.P8)(place(of.path)))}`);
    return `**Not idempotent**: played a second time, these changed again.\n\n${lines.join('\n')}`;
}
/** One block a task, with the hosts where it changes the same in the same way. */
function changes(outcome, check, place) {
    const changed = outcome.results.filter(result => result.changed);
    const byTask = Map.groupBy(changed, ({ of }) => of.task);
    return [...byTask.values()].slice(0, 200).map(unordered => {
        const results = byHost(unordered);
        const { of } = results[0];
        const hosts = results.map(({ host }) => host);
        const shown = hosts.slice(0, MOST_HOSTS).map(html/* htmlCode */.h8);
        const more = hosts.length > MOST_HOSTS ? [`${hosts.length - MOST_HOSTS} more`] : [];
        const bodies = [...Map.groupBy(results, ({ diff = [] }) => diff.join('\n')).entries()];
        const texts = bodies.flatMap(([diff, same]) => diff === ''
            ? []
            : [
                ...(bodies.length > 1 ? [`on ${codes(same.map(({ host }) => host))}:`] : []),
                (0,markdown_text/* fence */.EU)((0,visible/* visible */.RK)(diff), 'diff'),
            ]);
        const title = `${(0,html/* htmlCode */.h8)(of.name)} ${check ? 'would change' : 'changed'} ${[...shown, ...more].join(', ')}`;
        const where = of.path === '' ? [] : [`${(0,markdown_text/* codeSpan */.SS)((0,visible/* visibleLine */.P8)(place(of.path)))}`];
        return {
            priority: texts.length > 0 ? 2 : 3,
            markdown: (0,html/* details */.zH)(title, [...where, ...texts].join('\n\n'), check && texts.length > 0 && byTask.size <= 5),
            counts: { 'changed tasks': 1 },
        };
    });
}
/** The tasks that took longest, by the clock: over all hosts, from their begin to their last result. */
function slowest({ results }) {
    const seconds = [...Map.groupBy(results, ({ of }) => `${of.task} ${of.at}`).values()]
        .map(all => ({ of: all[0].of, all }))
        .map(({ of, all }) => ({ of, seconds: Math.max(...all.map(({ at }) => at)) - of.at }))
        .filter(one => one.seconds >= SLOW)
        .sort((a, b) => b.seconds - a.seconds)
        .slice(0, SLOWEST);
    if (seconds.length === 0)
        return '';
    const rows = seconds.map(one => `| ${(0,markdown_text/* codeCell */.MZ)((0,visible/* visibleLine */.P8)(one.of.name))} | ${one.seconds.toFixed(1)} s |`);
    return `| slowest tasks | time |\n| --- | ---: |\n${rows.join('\n')}`;
}
function caution(lines) {
    return `> [!CAUTION]\n${lines.map(line => `> ${(0,markdown_text/* codeSpan */.SS)((0,visible/* visibleLine */.P8)(line))}`).join('\n')}`;
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/report/report.js







/** Judges what was played and tells the log, the annotations, the comment, the outputs and the job summary. */
async function reportOf({ attempts, second }, inputs, world) {
    const outcome = redacted(outcomeOf(attempts), world);
    const mistake = mistakeOf(attempts.at(-1), outcome);
    const told = {
        playbook: inputs.playbook,
        check: inputs.check || inputs['dry-run'],
        outcome,
        mistake,
        ...judge(outcome, mistake, second, world),
        place: path => placeFrom(path, world.context.workspace),
    };
    annotate(told, world);
    const published = await (0,publish/* publishSections */.u)([sectionOf(told)], wishOf(told, inputs), world);
    const failure = [told.failure, published.failure].filter(text => text !== undefined).join('; ');
    const sums = totals(outcome.recap);
    return {
        outputs: {
            ok: sums.ok,
            changed: sums.changed,
            failed: sums.failures,
            unreachable: sums.unreachable,
            recap: JSON.stringify(recapOutput(outcome.recap)),
            results: await keepResults([...attempts, ...(second ? [second] : [])], world),
            'comment-url': published.url,
        },
        summary: summaryOf(told),
        ...(failure !== '' && { failure }),
    };
}
function judge(outcome, mistake, second, world) {
    const failures = [mistake?.message, failureOf(outcome)].filter(text => text !== undefined);
    const failure = failures.length > 0 ? failures.join('; ') : undefined;
    if (second === undefined)
        return { again: undefined, failure };
    const repeated = redacted(outcomeOf([second]), world);
    const again = repeated.results.filter(({ changed }) => changed);
    const broken = mistakeOf(second, repeated)?.message ?? failureOf(repeated);
    if (broken !== undefined)
        return { again, failure: `played a second time, it failed: ${broken}` };
    if (again.length === 0)
        return { again, failure: undefined };
    const names = alike(again).map(({ result, hosts }) => `'${result.of.name}' on ${some(hosts)}`);
    const more = names.length > 5 ? `; and ${names.length - 5} more` : '';
    return {
        again,
        failure: `the playbook is not idempotent: played a second time, it changed ${names.slice(0, 5).join('; ')}${more}`,
    };
}
/** In check mode by default; `always` also after a real run. */
function wishOf(told, inputs) {
    const { comment } = inputs;
    const { changed, failures, unreachable } = totals(told.outcome.recap);
    return {
        comment: comment !== 'always' && !told.check ? 'never' : comment,
        key: inputs['comment-key'],
        token: inputs['github-token'],
        dryRun: inputs['dry-run'],
        news: changed + failures + unreachable > 0 || told.failure !== undefined,
    };
}
function annotate({ outcome, mistake, again, place }, { log }) {
    const at = (path) => {
        const [, file = '', line] = /^(.*):(\d+)$/.exec(place(path)) ?? [];
        return file === '' || (0,external_node_path_.isAbsolute)(file) ? {} : { file, line: Number(line) };
    };
    for (const { result, hosts } of alike(outcome.fatal))
        log.error(`${some(hosts)}: ${reason(result)}`, { title: result.of.name, ...at(result.of.path) });
    if (mistake?.file !== undefined)
        log.error(mistake.message, { title: 'Ansible', ...at(`${mistake.file}:${mistake.line}`) });
    for (const { result, hosts } of alike(again ?? []))
        log.warning(`${some(hosts)}: changed again when played a second time`, {
            title: result.of.name,
            ...at(result.of.path),
        });
    for (const pattern of outcome.recap.size > 0 ? outcome.unmatched : [])
        log.warning(`a play was skipped: no host of the inventory is matched by 'hosts: ${pattern}'`);
}
function recapOutput(recap) {
    const hosts = [...recap].map(([host, { failures, ...counts }]) => [host, { ...counts, failed: failures }]);
    return Object.fromEntries(hosts);
}
function placeFrom(path, workspace) {
    const inside = (0,external_node_path_.relative)(workspace, path);
    return inside.startsWith('..') ? path : inside;
}
async function keepResults(attempts, world) {
    const path = (0,external_node_path_.join)(await world.jobFolder(), 'ansible-results.jsonl');
    await (0,promises_.writeFile)(path, resultLines(attempts, world.secrets.redact), { mode: 0o600 });
    return path;
}
function redacted(outcome, { secrets }) {
    const hide = (value) => JSON.parse(JSON.stringify(value), (_, one) => (typeof one === 'string' ? secrets.redact(one) : one));
    return { ...outcome, results: hide(outcome.results), fatal: hide(outcome.fatal) };
}

// EXTERNAL MODULE: ./build/js/toolkit/action/spec.js
var spec = __webpack_require__(9387);
// EXTERNAL MODULE: ./build/js/toolkit/comment/fields.js
var comment_fields = __webpack_require__(6148);
;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/spec.js





const inputs = (0,fields/* defineInputs */.pf)({
    playbook: (0,fields/* text */.Qq)({
        description: 'The playbook, a file of this repository, relative to the workspace.',
        required: true,
    }),
    hosts: (0,fields/* text */.Qq)({
        description: "The hosts as Terraform's output `hosts` has them, a map of name to `{address, user, port, groups, vars}`: the `outputs` or the `outputs-file` of terraform-apply, the JSON of `terraform output -json`, or that map alone; as text or as the path of a file.",
    }),
    inventory: (0,fields/* lines */.Mn)({
        description: 'Ready inventories instead of `hosts`, one path a line, relative to the workspace.',
    }),
    requirements: (0,fields/* text */.Qq)({
        description: 'A `requirements.yml` of collections and roles, installed before the play; what is there already, from a cache, say, is not fetched again.',
    }),
    user: (0,fields/* text */.Qq)({ description: 'The user to log in as where the hosts name none.' }),
    'ssh-private-key': (0,fields/* secret */.rJ)({
        description: 'The private key to log in with, without a passphrase; line breaks of any kind will do. Only ever in a private file that is gone after the step.',
    }),
    'known-hosts': (0,fields/* text */.Qq)({
        description: "The hosts' keys, as lines of `known_hosts` (`ssh-keyscan` prints them): any other key is refused. Default: what `~/.ssh/known_hosts` has; a host that is not there is trusted at first sight, for this step only.",
    }),
    'ssh-config': (0,fields/* text */.Qq)({
        description: "OpenSSH client configuration, as text or as the path of a file: jump hosts (`ProxyJump`), AWS SSM (`ProxyCommand`), other addresses and ports. Default: the runner's `~/.ssh/config`.",
    }),
    'vault-passwords': (0,fields/* field */.ZZ)({
        description: 'The password of Ansible Vault, or lines `id=password` for several vault ids.',
        secret: true,
    }, parseVaultPasswords),
    'extra-vars': (0,fields/* text */.Qq)({
        description: 'Variables for the play, lines `name=value` or a YAML or JSON mapping; handed over in a private file, never on a command line.',
    }),
    'env-file': (0,fields/* field */.ZZ)({
        description: 'Lines `NAME=value` (values exactly as they stand, quotes, `$` and `#` included), or a JSON object where values have several lines: written to a private `.env` file that Docker Compose reads back unchanged, whose path the play gets as the variable `env_file`.',
        secret: true,
    }, parseVariables),
    limit: (0,fields/* text */.Qq)({ description: "Only these hosts: Ansible's pattern, such as `app:!app-3`." }),
    tags: (0,fields/* text */.Qq)({ description: 'Only tasks with one of these tags, separated by commas.' }),
    'skip-tags': (0,fields/* text */.Qq)({ description: 'No task with one of these tags, separated by commas.' }),
    check: (0,fields/* bool */.lc)({
        description: 'Only say what would change (`--check`); on a pull request this stands in its comment.',
        default: false,
    }),
    diff: (0,fields/* bool */.lc)({
        description: 'Show how files change (`--diff`): in the log, the job summary and the comment. Tasks with `no_log: true` or `diff: false` show nothing.',
        default: false,
    }),
    'wait-for-ssh': (0,fields/* integer */.nd)({
        description: 'For how many seconds to wait until every host of the play lets us in by SSH and its cloud-init is done; `0`: not at all.',
        min: 0,
        max: 3600,
        default: '300',
    }),
    retries: (0,fields/* integer */.nd)({
        description: 'How often to play again on hosts that became unreachable, and on these only unless Ansible broke the play off. A failed task is never tried again.',
        min: 0,
        max: 10,
        default: '2',
    }),
    'verify-idempotent': (0,fields/* bool */.lc)({
        description: 'Play a second time, and fail naming what changed again.',
        default: false,
    }),
    comment: (0,fields/* choice */.Yq)({
        description: 'Where to comment: `auto` in check mode on the pull request of the event, where there is one and the token may; `always` also after a real run, and fails where it cannot be done; `changes` begins no comment where nothing would change, but updates the one that is there; `never`.',
        words: ['auto', 'always', 'changes', 'never'],
        default: 'auto',
    }),
    'comment-key': comment_fields/* commentKey */.T,
    'github-token': comment_fields/* commentToken */.t,
});
/** The contract of ansible-run. */
const spec_spec = (0,spec/* defineAction */.Q)({
    name: 'ansible-run',
    title: 'Ansible run',
    description: 'Play an Ansible playbook on the hosts that Terraform made: waits for them, keeps every secret private, and tells what happened.',
    branding: { icon: 'server', color: 'green' },
    inputs,
    outputs: {
        ok: {
            description: 'How many task results were ok, over all hosts; those that changed something are among them.',
        },
        changed: { description: 'How many changed something (in check mode: would).' },
        failed: { description: 'How many failed.' },
        unreachable: { description: 'How many hosts stayed unreachable.' },
        recap: {
            description: 'JSON by host: `{"web-1": {"ok": 5, "changed": 1, "unreachable": 0, "failed": 0, "skipped": 0, "rescued": 0, "ignored": 0}}`.',
        },
        results: {
            description: 'The path of all events, one JSON object a line: tasks with file and line, results by host, diffs, durations. Known secrets are hidden in it. Gone after the job.',
        },
        'comment-url': { description: 'The comment; empty where none was written.' },
    },
});

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/ssh/close.js


/** Ends the connections that Ansible leaves open for a minute; they would outlive the key in the runner's memory. */
async function closeConnections({ controlFolder }, { exec }) {
    if (controlFolder === undefined)
        return;
    const sockets = await (0,promises_.readdir)(controlFolder).catch(() => []);
    await Promise.all(sockets.map(socket => exec('ssh', ['-F', '/dev/null', '-o', `ControlPath=${(0,external_node_path_.join)(controlFolder, socket)}`, '-O', 'exit', 'x'], {
        accept: 'any',
        timeout: 2000,
    }).catch(() => undefined)));
}

;// CONCATENATED MODULE: ./build/js/actions/ansible-run/src/main.js







const main = () => (0,run/* run */.eF)(spec_spec, ansibleRun);
const post = run/* cleanUp */.nY;
/** Plays a playbook on hosts, and tells what happened. */
async function ansibleRun(inputs, world) {
    const request = await checkInputs(inputs, world);
    const ready = await prepare(request, inputs, world);
    try {
        return await reportOf(await played(ready, inputs, world), inputs, world);
    }
    finally {
        await closeConnections(ready.ssh, world);
    }
}


/***/ }),

/***/ 6148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ commentKey),
/* harmony export */   t: () => (/* binding */ commentToken)
/* harmony export */ });
/* harmony import */ var _action_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6805);

/** The input `comment-key` of actions that write sections of the shared comment. */
const commentKey = (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    description: 'Which comment: steps and jobs with the same key share one, and each rewrites only its own part.',
    default: 'infrastructure',
});
/** The input `github-token` of actions that need it for the comment alone. */
const commentToken = (0,_action_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({
    description: 'Writes the comment (`pull-requests: write`).',
    default: '${{ github.token }}',
});


/***/ }),

/***/ 2402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ publishSections)
/* harmony export */ });
/* harmony import */ var _action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3055);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4160);
/* harmony import */ var _github_viewer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2145);
/* harmony import */ var _post_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(225);
/* harmony import */ var _read_comments_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4668);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2816);






const NOTHING = { url: undefined, failure: undefined };
/**
 * Puts sections into the pull request's comment, where that is wished for and can be done. Where it cannot, only
 * `always` makes it a failure: the job summary has it all.
 */
async function publishSections(sections, wish, world) {
    const { comment, token } = wish;
    const number = (0,_target_js__WEBPACK_IMPORTED_MODULE_5__/* .pullRequestOf */ ._)(world.context);
    if (comment === 'never')
        return NOTHING;
    if (number === undefined || token === undefined) {
        const why = number === undefined ? 'this run belongs to no pull request' : "no 'github-token' is given";
        return without(why, comment, number === undefined ? undefined : world.log);
    }
    if (wish.dryRun) {
        world.log.info('No comment is written: dry run');
        return NOTHING;
    }
    try {
        const github = await (0,_github_client_js__WEBPACK_IMPORTED_MODULE_1__/* .createGitHub */ .C)(world, token);
        const target = { repository: world.context.repository, number, key: wish.key };
        if (comment === 'changes' && !wish.news && !(await stands(github, target)))
            return NOTHING;
        const { url } = await (0,_post_js__WEBPACK_IMPORTED_MODULE_3__/* .postSections */ .t)(github, target, sections, world);
        return { url, failure: undefined };
    }
    catch (thrown) {
        if (!(thrown instanceof _action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw thrown;
        return without((0,_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown), comment, world.log);
    }
}
function without(why, comment, log) {
    if (comment === 'always')
        return { url: undefined, failure: `'comment' is 'always', but ${why}` };
    log?.warning(`No comment is written, the job summary has it all: ${why}`);
    return NOTHING;
}
async function stands(github, target) {
    const { comments } = await (0,_read_comments_js__WEBPACK_IMPORTED_MODULE_4__/* .commentReader */ .X)(github, target, () => (0,_github_viewer_js__WEBPACK_IMPORTED_MODULE_2__/* .viewerOf */ .G)(github)).read();
    return comments.length > 0;
}


/***/ }),

/***/ 2816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ pullRequestOf)
/* harmony export */ });
/**
 * The pull request that a run belongs to: of the events on pull requests and their comments, and of a merge queue,
 * whose branches are named `gh-readonly-queue/main/pr-7-<sha>`. Undefined on all other events.
 */
function pullRequestOf({ event, eventName, ref }) {
    if (event.pull_request)
        return event.pull_request.number;
    if (eventName === 'issue_comment')
        return event.issue?.pull_request ? event.issue.number : undefined;
    const inRef = /^refs\/pull\/(\d+)\//.exec(ref) ?? /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(ref);
    return inRef ? Number(inRef[1]) : undefined;
}


/***/ }),

/***/ 2942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ programOnPath),
/* harmony export */   V: () => (/* binding */ isProgram)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** The first program of that name in the folders of PATH; undefined where none has it. */
function programOnPath(name, { PATH = '' }) {
    return PATH.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)
        .filter(folder => folder !== '')
        .map(folder => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))
        .find(isProgram);
}
/** Whether there is a file that may be run. */
function isProgram(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 5120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ay: () => (/* binding */ normaliseKey),
  v8: () => (/* binding */ sshAccess),
  M5: () => (/* binding */ tokenAccess)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/js/toolkit/git/known-hosts.js
/**
 * GitHub's own host keys (docs.github.com, "GitHub's SSH key fingerprints"; also `ssh_keys` of GET /meta), so that a
 * step never trusts whoever happens to answer first.
 */
const GITHUB_HOST_KEYS = [
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl',
    'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEmKSENjQEezOmxkZMy7opKgwFB9nkt5YRrYMjNuG5N87uRgg6CLrbo5wAdT/y6v0mKV0U2w0WZ2YB/++Tpockg=',
    'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQCj7ndNxQowgcQnjshcLrqPEiiphnt+VTTvDP6mHBL9j1aNUkY4Ue1gvwnGLVlOhGeYrnZaMgRK6+PKCUXaDbC7qtbW8gIkhL7aGCsOr/C56SJMy/BCZfxd1nWzAOxSDPgVsmerOBYfNqltV9/hWCqBywINIR+5dIg6JTJ72pcEpEjcYgXkE2YEFXV1JHnsKgbLWNlhScqb2UmyRkQyytRLtL+38TGxkxCflmO+5Z8CSSNY7GidjMIZ7Q4zMjA2n1nGrlTDkzwDCsw+wqFPGQA179cnfGWOWRVruj16z6XyvxvjJwbz0wQZ75XK5tKSb7FNyeIEs4TT4jk+S4dhPeAUC5y+bDYirYgM4GC7uEnztnZyaVWQ7B381AK4Qdrwt51ZqExKbQpTUNn+EjqoTwvqNj4kqx5QUCI0ThS/YkOxJCXmPUWZbhjpCg56i+2aB6CmK2JGhn57K5mj0MNdBXA4/WnwH6XoPWJzK5Nyu2zB3nAZp+S5hpQs+p1vN1/wsjk=',
];

;// CONCATENATED MODULE: ./build/js/toolkit/git/access.js



/** Access over HTTP(S) by a token (or without one); the token is sent to this one repository's URL only. */
function tokenAccess(url, token, secrets) {
    if (!token)
        return { url, env: {}, config: [] };
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    secrets.add(token);
    secrets.add(basic);
    return { url, env: {}, config: [[`http.${url}.extraHeader`, `Authorization: Basic ${basic}`]] };
}
/**
 * Access over SSH by a private key, which is written to a 0600 file in the step's private folder.
 * github.com must show one of its published host keys; any other host is trusted on first use.
 */
async function sshAccess(url, key, world) {
    const folder = await world.folder();
    const keyFile = (0,external_node_path_.join)(folder, 'ssh-key');
    const knownHosts = (0,external_node_path_.join)(folder, 'known_hosts');
    const normalised = normaliseKey(key);
    world.secrets.add(normalised);
    await (0,promises_.writeFile)(keyFile, normalised, { mode: 0o600 });
    await (0,promises_.writeFile)(knownHosts, GITHUB_HOST_KEYS.map(hostKey => `github.com ${hostKey}\n`).join(''));
    return { url, env: { GIT_SSH_COMMAND: sshCommand(url, keyFile, knownHosts) }, config: [] };
}
/** A private key as OpenSSH wants it: no CR, no space around it, one line feed at the end. */
function normaliseKey(key) {
    return `${key.replaceAll('\r', '').trim()}\n`;
}
function sshCommand(url, keyFile, knownHosts) {
    const checking = isGitHub(url) ? 'yes' : 'accept-new';
    const options = [
        'BatchMode=yes',
        'IdentitiesOnly=yes',
        'IdentityAgent=none',
        `StrictHostKeyChecking=${checking}`,
        'ConnectTimeout=30',
        'ServerAliveInterval=15',
        'ServerAliveCountMax=4',
    ];
    // The runner's own ssh configuration could offer another key first, and with it another repository's rights.
    const words = ['ssh', '-F', '/dev/null', '-i', keyFile, ...options.flatMap(option => ['-o', option])];
    return [...words, '-o', `UserKnownHostsFile="${knownHosts}"`].map(quote).join(' ');
}
function isGitHub(url) {
    return /^(ssh:\/\/)?([^@/]+@)?github\.com[:/]/i.test(url);
}
// git hands GIT_SSH_COMMAND to a shell.
function quote(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}


/***/ })

};
