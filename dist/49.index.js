export const id = 49;
export const ids = [49];
export const modules = {

/***/ 1049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main),
  planComment: () => (/* binding */ planComment),
  post: () => (/* binding */ main_post)
});

// EXTERNAL MODULE: ./build/js/toolkit/action/run.js + 5 modules
var run = __webpack_require__(3761);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/toolkit/cost/notes.js
var notes = __webpack_require__(8116);
// EXTERNAL MODULE: ./build/js/toolkit/cost/read.js + 3 modules
var read = __webpack_require__(8814);
;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/costs.js



/** Reads Infracost's JSON files. @throws UserError where one cannot be read. */
async function readAllCosts(paths, { context }) {
    const reports = await Promise.all(paths.map(path => (0,read/* readCosts */.P)((0,external_node_path_.resolve)(context.workspace, path))));
    const costs = new Map();
    for (const { currency, projects } of reports)
        for (const project of projects)
            costs.set(project.directory, new Map([...(costs.get(project.directory) ?? []), ...(0,notes/* costNotes */.b)(project, currency)]));
    return costs;
}

// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/read.js + 21 modules
var plan_read = __webpack_require__(1386);
;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/stand-in.js

async function fingerprint(digest, _) {
    return `scrypt$${digest}`;
}
function planPath(folder, directory, kind) {
    return (0,external_node_path_.join)(folder, `${encodeURIComponent(directory)}.${kind === 'json' ? 'json' : 'tfplan'}`);
}
function planSources(lines) {
    return lines.map(line => {
        const [directory = '', path] = line.split('=');
        return path === undefined ? { directory: '.', path: directory } : { directory, path };
    });
}
function reviewRecord(_, print, head) {
    return JSON.stringify({ fingerprint: print, head });
}
async function readSections(_, __) {
    return undefined;
}
async function syncIssue(_, __, ___) {
    return { url: '', outcome: 'none' };
}
async function syncLabels(_, __, ___, ____, _____) { }

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/read-planned.js


/**
 * Reads a plan from its JSON, and hides its secrets from now on.
 * @throws UserError where it is none, is cut short, or is of a version that is not known.
 */
async function readPlanned(world, planned, { redact }) {
    const plan = await (0,plan_read/* readPlan */.m)(planned.jsonFile, { redact });
    world.secrets.learn(plan.sensitiveValues);
    const salt = {
        repository: world.context.repository,
        directory: planned.root.directory,
        workspace: planned.workspace,
    };
    return { ...planned, outcome: 'planned', plan, fingerprint: await fingerprint(plan.digest, salt) };
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/given-plans.js




/** Reads the files of `plan-json`; one that cannot be read is a failure beside the others. */
async function givenPlans(inputs, world) {
    const { workspace } = world.context;
    const results = [];
    for (const { directory, path } of planSources(inputs['plan-json']))
        results.push(await readGiven(directory, (0,external_node_path_.resolve)(workspace, path), inputs, world));
    const version = results.flatMap(one => ('plan' in one ? (one.plan.terraformVersion ?? []) : []))[0];
    const name = inputs.tool === 'tofu' ? 'OpenTofu' : 'Terraform';
    return { tool: version === undefined ? name : `${name} ${version}`, results };
}
async function readGiven(directory, jsonFile, inputs, world) {
    const common = {
        root: { directory, path: (0,external_node_path_.join)(world.context.workspace, directory) },
        workspace: inputs.workspace ?? 'default',
        diagnostics: [],
    };
    try {
        return await readPlanned(world, { ...common, ok: true, planFile: undefined, jsonFile }, inputs);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        const error = { severity: 'error', summary: thrown.message, detail: '' };
        return { ...common, outcome: 'failed', step: 'reading the plan', diagnostics: [error] };
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/words.js
const GROUPED = new Intl.NumberFormat('en-US');
/** `1,234` */
function grouped(count) {
    return GROUPED.format(count);
}
/** `1 attribute`, `1,234 attributes`; `many` where the plural takes more than an s. */
function plural(count, one, many = `${one}s`) {
    return `${grouped(count)} ${count === 1 ? one : many}`;
}
/** `a`, `a and b`, `a, b and c` */
function listed(words) {
    return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
/** `0.4 s`, `12 s`, `3 min 5 s` */
function duration(seconds) {
    if (seconds < 10)
        return `${Math.round(seconds * 10) / 10} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${grouped(Math.floor(whole / 60))} min ${whole % 60} s`;
}
/** The worst kinds come first, which is also the order in which they are shown. */
const WORDS = {
    delete: { mark: '🔴', verb: 'destroy', done: 'destroyed' },
    replace: { mark: '🟠', verb: 'replace', done: 'replaced' },
    other: { mark: '🟣', verb: 'change', done: 'changed' },
    forget: { mark: '🟤', verb: 'forget', done: 'forgotten' },
    update: { mark: '🟡', verb: 'update', done: 'updated' },
    create: { mark: '🟢', verb: 'create', done: 'created' },
    import: { mark: '🔵', verb: 'import', done: 'imported' },
    move: { mark: '🔵', verb: 'move', done: 'moved' },
    read: { mark: '⚪', verb: 'read', done: 'read' },
    'no-op': { mark: '⚪', verb: 'keep', done: 'kept' },
};
const REASONS = {
    replace_because_cannot_update: 'cannot be changed in place',
    replace_because_tainted: 'marked as tainted: an earlier apply left it unfinished, or someone marked it',
    replace_by_request: 'asked for with <code>-replace</code>',
    replace_by_triggers: 'set off by <code>replace_triggered_by</code>',
    delete_because_no_resource_config: 'no longer in the configuration',
    delete_because_no_module: 'its module is no longer in the configuration',
    delete_because_wrong_repetition: '<code>count</code> or <code>for_each</code> was added or removed',
    delete_because_count_index: 'its index is beyond <code>count</code>',
    delete_because_each_key: 'its key is no longer in <code>for_each</code>',
    delete_because_no_move_target: 'the target of its move is not in the configuration',
    read_because_config_unknown: 'what to read is known after apply',
    read_because_dependency_pending: 'what it depends on changes first',
    read_because_check_nested: 'read for a check',
};
/** An `action_reason` in words (HTML); one that is not known is told as it is. */
function reasonWords(reason, otherwise) {
    return REASONS[reason] ?? otherwise(reason);
}
const DEFERRALS = {
    unknown: 'for a reason that is not told',
    instance_count_unknown: '<code>count</code> or <code>for_each</code> is known after apply',
    resource_config_unknown: 'its configuration is known after apply',
    provider_config_unknown: "its provider's configuration is known after apply",
    deferred_prereq: 'what it depends on is deferred',
    absent_prereq: 'what it depends on does not exist yet',
};
/** Why a change is deferred, in words (HTML). */
function deferralWords(reason, otherwise) {
    return DEFERRALS[reason] ?? otherwise(reason);
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/counts.js

/** Counts what a plan holds. */
function counts(plan) {
    const kinds = {
        create: 0,
        update: 0,
        replace: 0,
        delete: 0,
        forget: 0,
        import: 0,
        move: 0,
        read: 0,
        other: 0,
        'no-op': 0,
    };
    for (const { kind, importing, previousAddress } of plan.changes) {
        if (kind !== 'import' && kind !== 'move')
            kinds[kind]++;
        if (importing || kind === 'import')
            kinds.import++;
        if (previousAddress !== undefined || kind === 'move')
            kinds.move++;
    }
    const { 'no-op': _, ...rest } = kinds;
    return {
        ...rest,
        outputs: plan.outputs.length,
        drift: plan.drift.length,
        checks: plan.checks.filter(({ status }) => status !== 'unknown').length,
        deferred: plan.deferred.length,
        actions: plan.invocations.length,
    };
}
/** The counts in words, the worst first: `1 to replace, 2 to create`; `no changes` where there is nothing to apply. */
function headline(counts) {
    const changes = Object.keys(WORDS).flatMap(kind => kind !== 'no-op' && kind !== 'read' && counts[kind] > 0
        ? [`${plural(counts[kind], 'to', 'to')} ${WORDS[kind].verb}`]
        : []);
    const outputs = counts.outputs > 0 ? [`${plural(counts.outputs, 'output')} to change`] : [];
    const others = [
        counts.actions > 0 ? plural(counts.actions, 'action') : '',
        counts.deferred > 0 ? `${plural(counts.deferred, 'deferred', 'deferred')}` : '',
    ].filter(Boolean);
    const planned = [...changes, ...(changes.length === 0 ? outputs : []), ...others];
    const notes = [
        counts.checks > 0 ? plural(counts.checks, 'failed check') : '',
        counts.drift > 0 && planned.length === 0 ? `${plural(counts.drift, 'change', 'changes')} outside` : '',
    ].filter(Boolean);
    return [planned.join(', ') || 'no changes', ...notes].join(', ');
}
/** The mark of the worst that a plan does. */
function verdict(plan, counts) {
    if (plan.errored)
        return '❌';
    const worst = Object.keys(WORDS).find(kind => kind !== 'no-op' && counts[kind] > 0);
    if (worst)
        return WORDS[worst].mark;
    if (counts.checks > 0)
        return '⚠️';
    if (counts.outputs + counts.actions + counts.deferred > 0)
        return '🔵';
    return counts.drift > 0 ? '🟣' : '⚪';
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/known-errors.js
var known_errors = __webpack_require__(2177);
;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/annotate.js

/** GitHub shows ten annotations of a type of each step, and drops the others without a word. */
const MOST = 10;
/** All that a result says on lines: its diagnostics, and what is not formatted. */
function annotationsOf(result, workspace) {
    const unformatted = 'formatting' in result ? result.formatting : [];
    return [
        ...result.diagnostics,
        ...unformatted.map(({ file, line, endLine, diff }) => {
            return {
                severity: 'error',
                summary: 'Not formatted',
                detail: `Run fmt, which writes:\n${diff}`,
                file,
                line,
                endLine,
            };
        }),
    ].map(one => annotationOf(one, result.root, workspace));
}
/** A diagnostic as an annotation, on its line where that lies in the repository. */
function annotationOf(diagnostic, root, workspace) {
    const { severity, summary, detail, line, endLine, column } = diagnostic;
    const file = diagnostic.file === undefined ? undefined : fileInRepository(diagnostic.file, root, workspace);
    const where = file === undefined ? ` (in ${diagnostic.file ?? root.directory})` : '';
    return {
        severity,
        message: `${detail === '' ? summary : `${summary}\n${detail}`}${where}`,
        place: {
            title: root.directory,
            ...(file !== undefined && { file }),
            ...(file !== undefined && line !== undefined && { line }),
            ...(file !== undefined && endLine !== undefined && { endLine }),
            // GitHub takes a column only where the annotation stays on one line.
            ...(file !== undefined && column !== undefined && (endLine ?? line) === line && { column }),
        },
    };
}
/** A file that Terraform names, relative to the workspace; undefined for one of a downloaded module, or outside. */
function fileInRepository(file, root, workspace) {
    const path = (0,external_node_path_.relative)((0,external_node_path_.resolve)(workspace), (0,external_node_path_.resolve)(root.path, file)).split(external_node_path_.sep).join(external_node_path_.posix.sep);
    const foreign = path.startsWith('../') || /(^|\/)(\.terraform|\.terragrunt-cache)\//.test(path) || path === '';
    return foreign ? undefined : path;
}
/** Writes annotations, errors first; those that GitHub would drop are counted and stay in the log. */
function annotate(annotations, log) {
    for (const severity of ['error', 'warning']) {
        const all = annotations.filter(one => one.severity === severity);
        // The last one tells how many are left out, and another says at the end why the step fails.
        const room = severity === 'error' ? MOST - 1 : MOST;
        const shown = all.length <= room ? all : all.slice(0, room - 1);
        for (const { message, place } of shown)
            log[severity](message, place);
        const left = all.slice(shown.length);
        if (left.length > 0)
            log[severity](`${left.length} more ${severity}s are in the log and in the summary`);
        for (const { message, place } of left)
            log.info(`${[place.file, place.line].filter(Boolean).join(':')} ${message}`.trim());
    }
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/gate.js
const gate_WORDS = ['changes', 'destroy', 'replace', 'drift', 'checks'];
const ACTIONS = ['create', 'update', 'replace', 'delete', 'destroy', 'forget', 'import', 'move'];
/** Reads a line of `fail-on`. @throws Error on a word that it does not know. */
function parseCondition(line) {
    const word = gate_WORDS.find(known => known === line);
    if (word !== undefined)
        return { word };
    const [, name, type = ''] = /^(\w+):\s*([\w*]+)$/.exec(line) ?? [];
    const action = ACTIONS.find(known => known === name);
    if (action === undefined)
        throw new Error(`write one of ${gate_WORDS.join(', ')}, or an action (${ACTIONS.join(', ')}) and a resource type, such as delete:aws_db_*`);
    return { action, type };
}
/** Whether applying a plan would change anything: an object, the state or an output. */
function isChanged(plan) {
    const reading = ({ kind }) => kind === 'read' || kind === 'no-op';
    return (plan.changes.some(change => !reading(change)) ||
        plan.outputs.some(output => output.kind !== 'no-op') ||
        plan.invocations.length > 0 ||
        plan.deferred.length > 0);
}
/** Whether objects would be destroyed: replacing destroys too. */
function isDestructive(plan) {
    return plan.changes.some(({ actions }) => actions.includes('delete'));
}
/**
 * What in these plans meets a condition: a phrase for each, such as `'app' would destroy 2 (…)`.
 * @param mode in `drift`, whatever is left to do is drift.
 */
function broken(conditions, mode, plans) {
    return plans.flatMap(({ directory, plan }) => conditions.flatMap(condition => {
        const found = meeting(condition, plan, mode);
        return found === undefined ? [] : [`'${directory}' ${found}`];
    }));
}
function meeting(condition, plan, mode) {
    if ('action' in condition) {
        const pattern = new RegExp(`^${condition.type.replaceAll('*', '.*')}$`);
        const found = plan.changes.filter(change => pattern.test(change.type) && does(change, condition.action));
        return told(found.map(({ address }) => address), condition.action);
    }
    switch (condition.word) {
        case 'changes':
            return isChanged(plan) ? 'has changes' : undefined;
        case 'destroy':
            return told(plan.changes.filter(change => does(change, 'destroy')).map(({ address }) => address), 'destroy');
        case 'replace':
            return told(plan.changes.filter(change => does(change, 'replace')).map(({ address }) => address), 'replace');
        case 'drift':
            if (mode === 'drift' && isChanged(plan))
                return 'has drifted';
            return plan.drift.length > 0
                ? `has ${plan.drift.length} that changed outside of it (${some(plan.drift.map(({ address }) => address))})`
                : undefined;
        case 'checks': {
            const failed = plan.checks.filter(({ status }) => status !== 'unknown');
            return failed.length > 0
                ? `has ${failed.length} failed checks (${some(failed.map(({ address }) => address))})`
                : undefined;
        }
    }
}
function does(change, action) {
    switch (action) {
        case 'destroy':
            return change.actions.includes('delete');
        case 'import':
            return change.importing !== undefined;
        case 'move':
            return change.previousAddress !== undefined;
        default:
            return change.kind === action;
    }
}
function told(addresses, verb) {
    return addresses.length === 0 ? undefined : `would ${verb} ${addresses.length} (${some(addresses)})`;
}
function some(addresses) {
    const shown = addresses.slice(0, 5);
    const rest = addresses.length - shown.length;
    return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/results.js

/** Whether the step fails because of this root module. */
function isFailure(result) {
    switch (result.outcome) {
        case 'planned':
            return !result.ok || result.plan.errored;
        case 'valid':
        case 'text':
            return false;
        default:
            return true;
    }
}
/** Whether there is anything to tell: a change, something that changed outside, a failure. */
function hasNews(result) {
    if (result.outcome === 'text')
        return true;
    if (result.outcome !== 'planned')
        return isFailure(result);
    return (isFailure(result) ||
        isChanged(result.plan) ||
        result.plan.drift.length > 0 ||
        result.plan.checks.length > 0);
}

// EXTERNAL MODULE: ./build/js/toolkit/markdown/text.js
var markdown_text = __webpack_require__(334);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/masking.js
var masking = __webpack_require__(9930);
// EXTERNAL MODULE: ./build/js/toolkit/markdown/visible.js
var visible = __webpack_require__(3143);
;// CONCATENATED MODULE: ./build/js/toolkit/markdown/html.js

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Text for HTML, on one line: no blank line in it ends the block of HTML (CommonMark, HTML blocks). */
function html(text) {
    const line = (0,visible/* visibleLine */.P8)(text);
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
    return quiet((0,visible/* visibleLine */.P8)(text).replace(/[\\`*_[\]<>|#~&$]/g, '\\$&'));
}
function quiet(text) {
    return text.replace(/@|#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)/gi, '$&<span></span>');
}
/** A link. @param inner HTML. */
function html_link(url, inner) {
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

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/abbreviate.js

/** Text of at most about `limit` characters: what is long loses its middle, and tells how long it was. */
function abbreviate(text, limit) {
    if (text.length <= limit)
        return text;
    const note = `…(${grouped(text.length)} characters)…`;
    const room = Math.max(16, limit - note.length);
    return headOf(text, Math.ceil(room * 0.6)) + note + tailOf(text, Math.floor(room * 0.4));
}
/**
 * Two texts that differ, each of at most about `limit` characters. Where they are long, what they share at their ends
 * makes room, so that the first difference always shows.
 */
function abbreviatePair(before, after, limit) {
    if (before.length <= limit && after.length <= limit)
        return [before, after];
    const start = sharedStart(before, after);
    const end = sharedEnd(before, after, start);
    const context = Math.floor(limit / 4);
    const from = start > context + 8 ? start - context : 0;
    const to = end > context + 8 ? end - context : 0;
    const cut = (text) => {
        const kept = inner(text, from, text.length - to);
        // The length stands where the beginning was left out: the start of what is kept is where the texts differ.
        const head = from > 0 ? `(${grouped(text.length)} characters)…` : '';
        return head + keepStart(kept, from > 0 ? context : start, limit) + (to > 0 ? '…' : '');
    };
    return [cut(before), cut(after)];
}
/** Abbreviates so that the character at `index` and some after it stay. */
function keepStart(text, index, limit) {
    if (text.length <= limit * 1.5)
        return text;
    const note = `…(${grouped(text.length)} characters)…`;
    return (headOf(text, Math.max(index + 16, Math.ceil(limit * 0.6))) + note + tailOf(text, Math.floor(limit * 0.3)));
}
function sharedStart(one, other) {
    const most = Math.min(one.length, other.length);
    let length = 0;
    while (length < most && one.charCodeAt(length) === other.charCodeAt(length))
        length++;
    return length;
}
function sharedEnd(one, other, start) {
    const most = Math.min(one.length, other.length) - start;
    let length = 0;
    while (length < most &&
        one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length))
        length++;
    return length;
}
// Never between the halves of a character outside of the Basic Multilingual Plane.
function headOf(text, length) {
    return text.slice(0, isLowHalf(text, length) ? length - 1 : length);
}
function tailOf(text, length) {
    const from = text.length - length;
    return text.slice(isLowHalf(text, from) ? from + 1 : from);
}
function inner(text, from, to) {
    return text.slice(isLowHalf(text, from) ? from - 1 : from, isLowHalf(text, to) ? to + 1 : to);
}
function isLowHalf(text, index) {
    const code = text.charCodeAt(index);
    return code >= 0xdc00 && code <= 0xdfff;
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/value.js


/** A value on one line of at most about `limit` characters. */
function valueText(value, limit) {
    switch (value.kind) {
        case 'known':
            return abbreviate((0,visible/* visibleLine */.P8)(value.text), limit);
        case 'sensitive':
            return '(sensitive)';
        case 'unknown':
            return '(known after apply)';
        case 'absent':
            return '(none)';
    }
}
/** Both sides of a change, on one line each, so that it shows where they differ. */
function pairTexts(before, after, limit) {
    if (before.kind !== 'known' || after.kind !== 'known')
        return [valueText(before, limit), valueText(after, limit)];
    return pairOf(before.text, after.text, limit);
}
/** Two texts that differ, on one line each, so that it shows where they differ; look-alikes are told apart. */
function pairOf(before, after, limit) {
    const one = (0,visible/* visibleLine */.P8)(before);
    const other = (0,visible/* visibleLine */.P8)(after);
    if (one.normalize('NFKC') !== other.normalize('NFKC'))
        return abbreviatePair(one, other, limit);
    const [plainOne, plainOther] = [(0,visible/* visibleAscii */.Mz)(before), (0,visible/* visibleAscii */.Mz)(after)];
    if (plainOne !== plainOther || before === after)
        return abbreviatePair(plainOne, plainOther, limit);
    // One has the character, and the other the text that it is shown as.
    return abbreviatePair((0,visible/* visibleAscii */.Mz)(JSON.stringify(before)), (0,visible/* visibleAscii */.Mz)(JSON.stringify(after)), limit);
}
/** True where all that can be shown of both sides is the same: a sensitive value, or a text around one, changes. */
function isHidden({ before, after }) {
    if (before.kind === 'known')
        return after.kind === 'known' && before.text === after.text;
    return before.kind === 'sensitive' && after.kind === 'sensitive';
}
/** The lines of a value that has many; undefined for others. */
function linesOf(value) {
    if (value.kind !== 'known' || !value.lines || value.lines.length < 2)
        return undefined;
    return { what: /^[[{]$/.test(value.lines[0]) ? 'JSON' : 'text', lines: value.lines };
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/row.js





const LONGEST_ADDRESS = 240;
const LONGEST_VALUE = 48;
const LONGEST_NAME = 60;
const INLINE = 110;
const MOST_NAMES = 3;
/** Stands before a row that folds nothing, in line with those that do. */
const INDENT = '\u2003';
/** The row of one object. @param cost HTML. */
function rowOf(change, cost) {
    const { kind, attributes, attributeCount } = change;
    const told = kind === 'update' || kind === 'other' ? changesText(attributes, attributeCount) : undefined;
    const notes = [told?.html ?? '', ...causes(change)].filter(note => note !== '');
    return {
        head: `${verbOf(kind)} ${addressCode(change.address)} ${cost}`.trimEnd(),
        rest: notes.map(note => ` · ${note}`).join(''),
        whole: told ? told.whole : attributeCount === 0,
    };
}
/** The mark and the verb of a kind; what destroys stands out. */
function verbOf(kind) {
    const { mark, verb } = WORDS[kind];
    return `${mark} ${kind === 'delete' || kind === 'replace' ? `<b>${verb}</b>` : verb}`;
}
/** An address as code. */
function addressCode(address) {
    return htmlCode(abbreviate(address, LONGEST_ADDRESS));
}
/** An address for a fence. */
function addressLine(address) {
    return abbreviate((0,visible/* visibleLine */.P8)(address), LONGEST_ADDRESS);
}
/** Why, and what else is to know of it, as HTML. */
function causes(change) {
    const { kind, actions, deposed, importing, previousAddress, reason } = change;
    return [
        deposed === undefined ? '' : `the object ${htmlCode(deposed)} that an earlier replacement left behind`,
        reason === undefined ? '' : reasonOf(change, reason),
        kind === 'replace' && actions[0] === 'create' && actions[1] === 'delete' ? 'the new one comes first' : '',
        actions.includes('forget') ? 'what exists stays, and is no longer managed' : '',
        kind === 'other' ? `the plan says ${htmlCode(actions.join(', '))}` : '',
        previousAddress === undefined
            ? ''
            : `${kind === 'move' ? 'from' : 'moved from'} ${addressCode(previousAddress)}`,
        importing === undefined ? '' : importText(kind, importing),
    ].filter(note => note !== '');
}
function importText(kind, { id, unknown }) {
    const head = kind === 'import' ? '' : 'imported, ';
    if (id !== undefined)
        return `${head}id ${htmlCode(abbreviate(id, LONGEST_ADDRESS))}`;
    return unknown ? `${head}id known after apply` : head === '' ? '' : 'imported';
}
function reasonOf({ replacePaths, attributes }, reason) {
    const words = reasonWords(reason, htmlCode);
    if (reason !== 'replace_because_cannot_update')
        return words;
    const forcing = attributes?.filter(one => one.forcesReplacement) ?? [];
    const paths = replacePaths.length > 0 ? replacePaths : forcing.map(({ path }) => path);
    const sole = forcing.length === 1 && !isHidden(forcing[0]) ? inline(forcing[0]) : undefined;
    const what = sole && sole.size <= INLINE ? sole.html : names(paths);
    return what === '' ? words : `${what} ${words}`;
}
/** Which attributes change: with both values where they are few and short, else by name. */
function changesText(attributes, count) {
    if (!attributes)
        return { html: plural(count, 'attribute'), whole: true };
    const few = attributes.length <= 2 ? attributes.flatMap(one => inline(one) ?? []) : [];
    const size = few.reduce((sum, one) => sum + one.size, 0);
    if (few.length > 0 && few.length === attributes.length && size <= INLINE)
        return { html: few.map(one => one.html).join(' · '), whole: few.every(one => one.whole) };
    return { html: names(attributes.map(({ path }) => path)), whole: false };
}
function names(paths) {
    const most = paths.length === MOST_NAMES + 1 ? MOST_NAMES + 1 : MOST_NAMES;
    const shown = paths.slice(0, most).map(path => htmlCode(abbreviate(path, LONGEST_NAME)));
    const more = paths.length - shown.length;
    return listed(more > 0 ? [...shown, `${grouped(more)} more`] : shown);
}
/** An attribute's change within a line; undefined where it takes many lines. */
function inline(attribute) {
    const { before, after } = attribute;
    if (linesOf(before) || linesOf(after))
        return undefined;
    const [one, other] = pairTexts(before, after, LONGEST_VALUE);
    const size = attribute.path.length + one.length + other.length;
    const whole = (before.kind !== 'known' || before.text === one) && (after.kind !== 'known' || after.text === other);
    const path = htmlCode(abbreviate(attribute.path, LONGEST_NAME));
    if (isHidden(attribute))
        return { html: `${path} changes, hidden`, size, whole: true };
    if (before.kind === 'absent')
        return { html: `${path} added: ${side(after.kind, other)}`, size, whole };
    if (after.kind === 'absent')
        return { html: `${path} removed: ${side(before.kind, one)}`, size, whole };
    return { html: `${path} ${side(before.kind, one)} → ${side(after.kind, other)}`, size, whole };
}
function side(kind, text) {
    return kind === 'known' ? htmlCode(text) : `<i>${html(text.slice(1, -1))}</i>`;
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/findings.js








const LONGEST_SUMMARY = 300;
const LONGEST_DETAIL = 1_200;
const MOST_PLACES = 5;
/** `2 errors, 1 warning`; empty where there are none. */
function findingCounts(diagnostics) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const warnings = diagnostics.length - errors;
    return [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : '']
        .filter(Boolean)
        .join(', ');
}
/** Errors, for all to see, and then warnings, folded away. The same finding in several places stands once. */
function findingBlocks(diagnostics, at) {
    const groups = Object.values(Object.groupBy(diagnostics, ({ severity, summary, detail }) => JSON.stringify([severity, summary, detail])));
    const errors = groups.filter(([first]) => first.severity === 'error');
    const warnings = groups.filter(([first]) => first.severity === 'warning');
    return [
        ...errors.map((group, index) => ({
            priority: index < 3 ? 0 : 1,
            markdown: errorText(group, at),
            counts: { errors: group.length },
        })),
        ...warnings.map((group) => ({
            priority: 4,
            markdown: warningText(group, at),
            counts: { warnings: group.length },
        })),
    ];
}
function errorText(group, at) {
    const body = bodyOf(group[0]);
    return [`<p>${findings_rowOf('❌', group, at)}</p>`, ...(body === '' ? [] : [body])].join('\n\n');
}
function warningText(group, at) {
    const body = bodyOf(group[0]);
    const row = findings_rowOf('⚠️', group, at);
    return body === '' ? `<p>${INDENT}${row}</p>` : details(row, body);
}
function findings_rowOf(mark, group, at) {
    const first = group[0];
    const places = group.map(one => placeOf(one, at)).filter(place => place !== '');
    const shown = places.slice(0, MOST_PLACES).join(', ');
    const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : '';
    const advice = (0,known_errors/* adviceOn */.i)(first);
    return [
        `${mark} <b>${quietHtml(abbreviate(first.summary, LONGEST_SUMMARY))}</b>`,
        shown === '' ? '' : ` · ${shown}${more}`,
        advice === undefined
            ? ''
            : `<br>${INDENT}💡 ${quietHtml(advice).replace(/`([^`]+)`/g, '<code>$1</code>')}`,
    ].join('');
}
function bodyOf({ detail }) {
    return detail.trim() === '' ? '' : (0,markdown_text/* fence */.EU)(abbreviate((0,visible/* visible */.RK)(detail.trim()), LONGEST_DETAIL), 'text');
}
/** Where a finding is: its line, with a link where the file is in the repository, and its resource. */
function placeOf({ file, line, endLine, address }, at) {
    const named = file === undefined ? '' : fileLink(at, file, line, endLine);
    const resource = address === undefined ? '' : addressCode(address);
    return [named, resource].filter(Boolean).join(' ');
}
/** A file of a root module by name and line, as a link to this commit where it is in the repository. */
function fileLink(at, file, line, endLine) {
    const name = htmlCode(abbreviate(line === undefined ? file : `${file}:${line}`, 160));
    const path = external_node_path_.posix.join(at.directory, file).toWellFormed();
    const foreign = external_node_path_.posix.isAbsolute(file) || path.startsWith('../') || /(^|\/)\.terra(form|grunt-cache)\//.test(path);
    if (foreign || at.repositoryUrl === undefined)
        return name;
    const lines = line === undefined ? '' : `#L${line}${endLine !== undefined && endLine > line ? `-L${endLine}` : ''}`;
    const url = `${at.repositoryUrl}/blob/${at.headSha}/${path.split('/').map(encodeURIComponent).join('/')}${lines}`;
    return html_link(url, name);
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/heading.js




const ACTION = 'terraform-plan-comment';
/** The directory, and the workspace where it is not the usual one. */
function titleOf({ directory, workspace }) {
    const shown = (0,markdown_text/* codeSpan */.SS)((0,visible/* visibleLine */.P8)(abbreviate(directory, 120)));
    const named = workspace !== undefined && workspace !== 'default' && workspace !== '';
    return named ? `${shown} (${(0,markdown_text/* codeSpan */.SS)((0,visible/* visibleLine */.P8)(abbreviate(workspace, 60)))})` : shown;
}
/** The quiet line at the end of a section. */
function footer({ tool, headSha, runUrl }, what) {
    const commit = htmlCode(headSha.slice(0, 7));
    return `<sub>${html(tool)} · ${commit} · ${html_link(runUrl, what)}</sub>`;
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/failure-section.js


/** The section of a root module of which there is no plan, not even a part of one. */
function failureSection({ step, diagnostics }, at) {
    const words = `${step} failed`;
    const count = findingCounts(diagnostics);
    return {
        action: ACTION,
        directory: at.directory,
        heading: `❌ ${titleOf(at)} · ${words}${count === '' ? '' : `: ${count}`}`,
        overview: `❌ **${words}**`,
        blocks: [...findingBlocks(diagnostics, at), { priority: 5, markdown: footer(at, 'log') }],
    };
}

// EXTERNAL MODULE: ./build/js/toolkit/comment/slot.js
var slot = __webpack_require__(2401);
// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/base.js
var base = __webpack_require__(3102);
;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/array.js

class ArrayDiff extends base/* default */.A {
    tokenize(value) {
        return value.slice();
    }
    join(value) {
        return value;
    }
    removeEmpty(value) {
        return value;
    }
}
const arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
    return arrayDiff.diff(oldArr, newArr, options);
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/line-diff.js





const CONTEXT = 2;
const LONGEST_LINE = 160;
// A diff of texts that have nothing in common is the one text and then the other; no need to search for long.
const MOST_EDITS = 300;
/** The lines of a diff of two texts, signs first; long unchanged stretches are counted, not shown. */
function diffLines(before, after, indent) {
    const runs = compared(before, after);
    return runs
        .flatMap((run, at) => 'same' in run ? context(run.same, at > 0, at < runs.length - 1) : changed(run.gone, run.came))
        .map(([sign, text]) => `${sign} ${indent}${text}`.trimEnd());
}
function compared(before, after) {
    const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
    if (!parts)
        return [{ gone: before, came: after }];
    const runs = [];
    let gone = [];
    let came = [];
    const end = () => {
        if (gone.length + came.length > 0)
            runs.push({ gone, came });
        gone = [];
        came = [];
    };
    for (const { added, removed, value } of parts) {
        if (removed)
            gone = [...gone, ...value];
        else if (added)
            came = [...came, ...value];
        else {
            end();
            runs.push({ same: value });
        }
    }
    end();
    return runs;
}
function context(lines, follows, precedes) {
    const shown = (some) => some.map(line => [' ', abbreviate((0,visible/* visible */.RK)(line.replaceAll('\n', '\\n')), LONGEST_LINE)]);
    const first = follows ? CONTEXT : 0;
    const last = precedes ? CONTEXT : 0;
    const left = lines.length - first - last;
    if (left <= 1)
        return shown(lines);
    const end = lines.slice(lines.length - last);
    return [...shown(lines.slice(0, first)), [' ', `… ${plural(left, 'unchanged line')}`], ...shown(end)];
}
/** Lines that differ; where two of them are told apart only by spaces, these are shown as dots and arrows. */
function changed(gone, came) {
    const before = new Set(gone.map(withoutSpace));
    const after = new Set(came.map(withoutSpace));
    const seen = (line) => {
        const bare = withoutSpace(line);
        return before.has(bare) && after.has(bare) ? dotted(line) : line.replace(/[ \t]+$/, dotted);
    };
    const pairs = Array.from({ length: Math.max(gone.length, came.length) }, (_, at) => pairOf(seen(gone[at] ?? ''), seen(came[at] ?? ''), LONGEST_LINE));
    return [
        ...pairs.slice(0, gone.length).map(([one]) => ['-', one]),
        ...pairs.slice(0, came.length).map(([, other]) => ['+', other]),
    ];
}
function withoutSpace(line) {
    return line.replace(/\s+/g, '');
}
function dotted(text) {
    return text.replaceAll(' ', '·').replaceAll('\t', '→');
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/attributes.js





const attributes_LONGEST_VALUE = 120;
const LONGEST_PAIR = 84;
const WIDEST_PATH = 28;
const LONGEST_PATH = 200;
// A value of more lines, which only one side has, loses its middle.
const MOST_LINES = 24;
const MOST_LATER = 60;
const LINE = 92;
const FORCES = '  # forces replacement';
/**
 * The attributes that change, as the lines of a diff.
 * @param anew the object is created (again): what is only known after the apply is then no news, and told on one line.
 * @param limit of characters, about; attributes beyond are counted.
 */
function attributeDiff(attributes, { anew, limit }) {
    const telling = anew ? attributes.filter(one => !isKnownLater(one)) : attributes;
    const later = anew ? attributes.filter(isKnownLater) : [];
    const ordered = telling.some(isForcing) ? telling.toSorted((a, b) => rank(a) - rank(b)) : telling;
    const width = Math.min(WIDEST_PATH, Math.max(0, ...ordered.map(({ path }) => path.length)));
    const lines = [];
    let size = 0;
    let told = 0;
    for (const attribute of ordered) {
        if (size > limit)
            break;
        const its = attributeLines(attribute, width);
        for (const line of its)
            size += line.length + 1;
        lines.push(...its);
        told++;
    }
    if (later.length > 0 && size <= limit)
        lines.push(...laterLines(later));
    return { lines, left: ordered.length - told };
}
function rank({ forcesReplacement }) {
    return forcesReplacement ? 0 : 1;
}
function isForcing({ forcesReplacement }) {
    return forcesReplacement;
}
function isKnownLater({ after, forcesReplacement }) {
    return after.kind === 'unknown' && !forcesReplacement;
}
/** By name, as many on a line as are read without scrolling. */
function laterLines(later) {
    const names = new Set(later.map(({ path }) => abbreviate((0,visible/* visibleLine */.P8)(path).replace(/[.[].*/s, ''), 60)));
    const shown = [...names].slice(0, MOST_LATER);
    const left = names.size - shown.length;
    const lines = [];
    for (const name of left > 0 ? [...shown, `${grouped(left)} more`] : shown) {
        const line = lines.at(-1);
        if (line !== undefined && line.length + name.length < LINE)
            lines[lines.length - 1] = `${line}, ${name}`;
        else
            lines.push(`~ ${name}`);
    }
    const [first = '', ...others] = lines;
    const head = '~ (known after apply) ';
    return others.length === 0
        ? [head + first.slice(2)]
        : [head.trimEnd(), ...lines.map(line => line.replace('~ ', '~   '))];
}
function attributeLines(attribute, width) {
    const { before, after, forcesReplacement } = attribute;
    const sign = before.kind === 'absent' ? '+' : after.kind === 'absent' ? '-' : '!';
    const path = abbreviate((0,visible/* visibleLine */.P8)(attribute.path), LONGEST_PATH);
    const name = path.padEnd(width);
    const forces = forcesReplacement ? FORCES : '';
    if (isHidden(attribute))
        return [`! ${name} = ${hiddenText(before)}${forces}`];
    const many = manyLines(attribute, `${sign} ${path} =`, forces);
    if (many)
        return many;
    if (sign !== '!')
        return [`${sign} ${name} = ${valueText(sign === '+' ? after : before, attributes_LONGEST_VALUE)}${forces}`];
    const [one, other] = pairTexts(before, after, attributes_LONGEST_VALUE);
    if (one.length + other.length <= LONGEST_PAIR)
        return [`! ${name} = ${one} -> ${other}${forces}`];
    return [`- ${name} = ${one}`, `+ ${name} = ${other}${forces}`];
}
function hiddenText(value) {
    return value.kind === 'known'
        ? `${valueText(value, attributes_LONGEST_VALUE)} (changed where it is hidden)`
        : '(sensitive: changed, hidden)';
}
/** The lines where a side has many; undefined where one line each says it better. */
function manyLines({ before, after }, head, forces) {
    const one = linesOf(before);
    const other = linesOf(after);
    if (one && other) {
        // Two ways to write the same lines: the texts themselves tell what differs.
        if (one.lines.length === other.lines.length && one.lines.every((line, at) => line === other.lines[at]))
            return undefined;
        return [`${head} (${countOf(other)})${forces}`, ...diffLines(one.lines, other.lines, '    ')];
    }
    if (before.kind === 'absent' && other)
        return [`${head} (${countOf(other)})${forces}`, ...wholeLines('+', other)];
    if (after.kind === 'absent' && one)
        return [`${head} (${countOf(one)})${forces}`, ...wholeLines('-', one)];
    if (one && after.kind === 'known')
        return [
            `${head} (${countOf(one)}) -> ${valueText(after, attributes_LONGEST_VALUE)}${forces}`,
            ...wholeLines('-', one),
        ];
    if (other && before.kind === 'known')
        return [
            `${head} ${valueText(before, attributes_LONGEST_VALUE)} -> (${countOf(other)})${forces}`,
            ...wholeLines('+', other),
        ];
    return undefined;
}
function countOf({ what, lines }) {
    return what === 'JSON' ? 'JSON' : plural(lines.length, 'line');
}
function wholeLines(sign, { lines }) {
    const shown = (some) => some.map(line => `${sign}     ${abbreviate((0,visible/* visibleLine */.P8)(line), attributes_LONGEST_VALUE)}`.trimEnd());
    if (lines.length <= MOST_LINES)
        return shown(lines);
    const half = MOST_LINES / 2;
    const gap = `${sign}     … ${plural(lines.length - 2 * half, 'more line')}`;
    return [...shown(lines.slice(0, half)), gap, ...shown(lines.slice(-half))];
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/drift.js





const CHUNK = 3_000;
/** What changed outside of the tool, folded away: the objects by name, and their attributes inside. */
function driftBlocks(drift, tool, limit) {
    const [relevant, idle] = [
        drift.filter(one => one.relevant !== false),
        drift.filter(one => one.relevant === false),
    ];
    return [
        ...pieceBlocks(relevant, `changed outside of ${tool}`, limit),
        ...pieceBlocks(idle, `changed outside of ${tool}, with no effect here`, limit),
    ];
}
function pieceBlocks(drift, words, limit) {
    const pieces = [];
    for (const { address, kind, attributes } of drift) {
        let piece = pieces.at(-1);
        if (!piece || piece.size > CHUNK) {
            if (pieces.reduce((sum, { size }) => sum + size, 0) > limit)
                break;
            piece = { addresses: [], lines: [], size: 0 };
            pieces.push(piece);
        }
        const { lines, left } = attributeDiff(attributes ?? [], { anew: false, limit: CHUNK });
        const more = left > 0 ? [`# ${plural(left, 'more attribute')} in the job summary`] : [];
        const own = [`@@ ${addressLine(address)} ${kind === 'delete' ? 'is gone ' : ''}@@`, ...lines, ...more];
        piece.addresses.push(address);
        piece.lines.push(...own);
        piece.size += own.reduce((sum, line) => sum + line.length + 1, 0);
    }
    const told = pieces.reduce((sum, { addresses }) => sum + addresses.length, 0);
    const rest = told === drift.length
        ? []
        : [
            {
                priority: 4,
                markdown: `<p>${INDENT}${plural(drift.length - told, 'more resource')} ${words}</p>`,
            },
        ];
    const blocks = pieces.map(({ addresses, lines }) => {
        const what = addresses.length === 1 ? addressCode(addresses[0]) : plural(addresses.length, 'resource');
        return {
            priority: 4,
            markdown: details(`🟣 ${what} ${words}`, (0,markdown_text/* fence */.EU)(lines.join('\n'), 'diff')),
            counts: { 'changed outside': addresses.length },
        };
    });
    return [...blocks, ...rest];
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/notices.js






const LONGEST_MESSAGE = 600;
const MOST_READS = 30;
/** What is wrong with the plan as a whole, where something is. */
function planNotice(plan) {
    const text = noticeText(plan);
    return text === '' ? [] : [{ priority: 0, markdown: text }];
}
function noticeText({ errored, applyable, complete, changes, deferred }) {
    if (errored && changes.length === 0)
        return notices_alert('CAUTION', '<b>Planning failed</b> before anything was found to change.');
    if (errored)
        return notices_alert('CAUTION', '<b>Planning failed midway.</b> Below is what was found until then; none of it can be applied.');
    if (applyable === false && changes.length > 0)
        return notices_alert('CAUTION', '<b>This plan cannot be applied.</b>');
    if (complete !== false)
        return '';
    return deferred.length > 0
        ? notices_alert('WARNING', '<b>Not the whole plan.</b> Some changes are deferred: after this apply, another plan is needed.')
        : notices_alert('WARNING', '<b>Not the whole plan.</b> It covers only a part of the configuration, as with <code>-target</code>.');
}
/** A box that GitHub colours. @param text HTML on one line. */
function notices_alert(kind, text) {
    return `> [!${kind}]\n> <p>${text}</p>`;
}
/** Checks, preconditions and postconditions that did not pass, with what they say. */
function checkBlocks(checks) {
    const failed = checks.filter(({ status }) => status !== 'unknown');
    const open = checks.filter(({ status }) => status === 'unknown');
    const rows = failed.map(({ address, kind, status, messages }) => {
        const said = messages.map(message => quietHtml(abbreviate(message, LONGEST_MESSAGE))).join('<br>');
        const what = status === 'error' ? 'could not be evaluated' : 'failed';
        return `<p>${INDENT}⚠️ <b>${checkWords(kind)} ${what}</b> ${addressCode(address)}${said === '' ? '' : `<br>${INDENT}${said}`}</p>`;
    });
    const later = open.map(({ address }) => addressCode(address)).join(', ');
    return [
        ...rows.map(markdown => ({ priority: 1, markdown, counts: { 'failed checks': 1 } })),
        ...(open.length > 0
            ? [
                {
                    priority: 5,
                    markdown: details(`⚪ ${plural(open.length, 'check')} known after apply`, `<p>${later}</p>`),
                    counts: { 'checks known after apply': open.length },
                },
            ]
            : []),
    ];
}
function checkWords(kind) {
    return kind === 'resource' || kind === 'output_value'
        ? 'condition'
        : kind === 'check'
            ? 'check'
            : quietHtml(kind);
}
/** The root module's outputs that change. */
function outputBlocks(outputs, limit) {
    if (outputs.length === 0)
        return [];
    const attributes = outputs.flatMap(outputAttributes);
    const { lines, left } = attributeDiff(attributes, { anew: false, limit });
    const more = left > 0 ? [`# ${plural(left, 'more value')} in the job summary`] : [];
    const names = outputs.slice(0, 4).map(({ name }) => htmlCode(abbreviate(name, 60)));
    const rest = outputs.length - names.length;
    const title = `🔵 ${plural(outputs.length, 'output')} · ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
    const body = (0,markdown_text/* fence */.EU)([...lines, ...more].join('\n'), 'diff');
    return [{ priority: 3, markdown: details(title, body), counts: { outputs: outputs.length } }];
}
/** The value itself has no path; paths into it follow the output's name. */
function outputAttributes({ name, attributes, attributeCount }) {
    if (attributes)
        return attributes.map(one => ({ ...one, path: withName(name, one.path) }));
    const many = { kind: 'known', text: `(${plural(attributeCount, 'value')} that change)` };
    return [{ path: name, before: { kind: 'absent' }, after: many, forcesReplacement: false }];
}
function withName(name, path) {
    if (path === '' || path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`))
        return path || name;
    return path.startsWith('[') ? `${name}${path}` : `${name}.${path}`;
}
/** Changes that cannot be planned yet. */
function deferredBlocks(deferred) {
    return deferred.map(({ reason, change }) => ({
        priority: 4,
        markdown: `<p>${INDENT}⏳ deferred: ${rowText(change)} · ${deferralWords(reason, htmlCode)}</p>`,
        counts: { deferred: 1 },
    }));
}
/** Actions that the apply invokes. */
function actionBlocks(invocations) {
    return invocations.map(({ address, trigger, deferred, attributes }) => {
        const row = `⚡ ${deferred ? 'invoke later' : 'invoke'} ${addressCode(address)} · ${quietHtml(abbreviate(trigger, 200))}`;
        const { lines } = attributeDiff(attributes, { anew: true, limit: 2_000 });
        const markdown = lines.length === 0 ? `<p>${INDENT}${row}</p>` : details(row, (0,markdown_text/* fence */.EU)(lines.join('\n'), 'diff'));
        return { priority: 4, markdown, counts: { actions: 1 } };
    });
}
function rowText(change) {
    const { head, rest } = rowOf(change, '');
    return head + rest;
}
/** Data sources that are read during the apply, folded away. */
function readBlocks(reads) {
    const shown = reads.slice(0, MOST_READS);
    const rest = reads.length - shown.length;
    const rows = shown.map(change => `<li>${rowText(change)}`);
    if (rest > 0)
        rows.push(`<li>and ${rest} more`);
    const title = `⚪ ${plural(reads.length, 'data source is', 'data sources are')} read during the apply`;
    const markdown = details(title, `<ul>\n${rows.join('\n')}\n</ul>`);
    return reads.length === 0 ? [] : [{ priority: 5, markdown, counts: { 'to read': reads.length } }];
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/place.js
/** The tool's name without its version. */
function toolTitle({ tool }) {
    return tool.replace(/ v?\d.*$/, '');
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/alike.js

// More would be a long list again.
const alike_MOST = 40;
// Changes of the same size are compared with so many others, so that no plan is slow.
const MOST_COMPARED = 8;
/**
 * Groups changes that do the very same to several objects: the same tag on forty resources, three instances of one
 * `count`. What is destroyed or replaced always stands alone. Groups stand where their first change stood.
 */
function alike(changes) {
    const groups = [];
    const open = new Map();
    for (const change of changes) {
        const size = mayBeAlike(change) ? sizeOf(change) : undefined;
        const candidates = size === undefined ? [] : (open.get(size) ?? []);
        const group = candidates.find(([first]) => isAlike(first, change));
        if (group && group.length < alike_MOST) {
            group.push(change);
            continue;
        }
        const fresh = [change];
        groups.push(fresh);
        if (size === undefined)
            continue;
        const others = candidates.filter(one => one !== group);
        open.set(size, [fresh, ...others].slice(0, MOST_COMPARED));
    }
    return groups;
}
function mayBeAlike({ kind, attributes, previousAddress, importing, deposed }) {
    if ((kind !== 'update' && kind !== 'create') || !attributes || attributes.length === 0)
        return false;
    if (previousAddress !== undefined || importing !== undefined || deposed !== undefined)
        return false;
    // What is hidden may differ from one object to the next.
    return !attributes.some(one => isHidden(one) || one.before.kind === 'sensitive' || one.after.kind === 'sensitive');
}
/** The same for all that are alike, and quickly told. */
function sizeOf({ kind, type, attributes }) {
    const lengths = attributes.map(({ path, before, after }) => path.length + lengthOf(before) * 3 + lengthOf(after) * 7);
    return `${kind} ${kind === 'create' ? type : ''} ${lengths.length} ${lengths.reduce((sum, one) => sum + one, 0)}`;
}
function lengthOf(value) {
    return value.kind === 'known' ? value.text.length : 0;
}
function isAlike(one, other) {
    return (one.reason === other.reason &&
        one.attributes.length === other.attributes.length &&
        one.attributes.every((attribute, at) => {
            const { path, before, after } = other.attributes[at];
            return attribute.path === path && same(attribute.before, before) && same(attribute.after, after);
        }));
}
function same(one, other) {
    if (one.kind !== 'known' || other.kind !== 'known')
        return one.kind === other.kind;
    return one.text === other.text;
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/item.js




/** Of rows: what destroys goes last; then what cannot be guessed from the rest. */
const ROW = {
    delete: 0,
    replace: 0,
    other: 1,
    forget: 1,
    update: 2,
    create: 3,
    import: 3,
    move: 3,
    read: 5,
    'no-op': 5,
};
/** Of attributes that stand apart from their row. */
const DIFF = {
    delete: 4,
    replace: 1,
    other: 2,
    forget: 4,
    update: 3,
    create: 4,
    import: 4,
    move: 4,
    read: 5,
    'no-op': 5,
};
const ORDER = new Map(Object.keys(WORDS).map((kind, index) => [kind, index]));
// How many objects of a group its row names.
const NAMED = 3;
/** The changes as they are read, the worst first. */
function itemsOf(changes, cost) {
    const sorted = changes.toSorted((a, b) => ORDER.get(a.kind) - ORDER.get(b.kind));
    return alike(sorted).map(group => itemOf(group, cost));
}
function itemOf(changes, cost) {
    const first = changes[0];
    const { kind } = first;
    if (changes.length === 1) {
        const { head, rest, whole } = rowOf(first, cost(first.address));
        return { kind, changes, row: head + rest, whole };
    }
    const { rest, whole } = rowOf(first, '');
    const named = changes.slice(0, isListed({ changes }) ? NAMED : NAMED + 1);
    const names = named.map(({ address }) => `${addressCode(address)} ${cost(address)}`.trimEnd()).join(', ');
    const more = changes.length - named.length;
    const head = `${verbOf(kind)} ${plural(changes.length, 'resource')} alike`;
    return {
        kind,
        changes,
        row: `${head}${rest} · ${names}${more > 0 ? ` and ${more} more` : ''}`,
        whole: whole && more === 0,
    };
}
/** Whether its objects are too many for its row. */
function isListed({ changes }) {
    return changes.length > NAMED + 1;
}
/** What changes in its objects. */
function diffOf({ kind, changes }, limit) {
    const anew = kind === 'create' || kind === 'replace';
    return attributeDiff(changes[0].attributes ?? [], { anew, limit });
}
/** The lines of a diff, and how many attributes are not among them. */
function diffText({ lines, left }) {
    const more = left > 0 ? [`# ${plural(left, 'more attribute')} in the job summary`] : [];
    return [...lines, ...more].join('\n');
}
/** How many objects. */
function item_sizeOf(items) {
    return items.reduce((sum, { changes }) => sum + changes.length, 0);
}
/** What items of one kind stand for. */
function counted(items) {
    return { [`to ${WORDS[items[0].kind].verb}`]: item_sizeOf(items) };
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/dense.js





// Pieces for which room is found beside other sections.
const ROWS = 1_500;
const DIFFS = 2_500;
/** All rows of each kind, and then the attributes, in pieces that fit beside other sections. */
function denseBlocks(items, room) {
    const groups = Object.values(Object.groupBy(items, ({ kind }) => kind)).map(group => ({
        group,
        priority: DIFF[group[0].kind],
        rows: rowBlocks(group),
    }));
    const rows = groups.flatMap(one => one.rows);
    const diffs = new Map();
    let used = 0;
    for (const { group, priority } of groups.toSorted((a, b) => a.priority - b.priority)) {
        const before = sizes(rows.filter(row => row.priority <= priority));
        const its = diffBlocks(group, { ...room, total: room.total - before - used });
        used += sizes(its);
        diffs.set(group, its);
    }
    return groups.flatMap(one => [...one.rows, ...diffs.get(one.group)]);
}
function sizes(blocks) {
    return blocks.reduce((size, { markdown }) => size + markdown.length, 0);
}
function rowBlocks(items) {
    return chunks(items, ROWS, ({ row }) => row).map(({ items: some, texts }) => ({
        priority: ROW[some[0].kind],
        markdown: `<p>${texts.map(text => INDENT + text).join('<br>\n')}</p>`,
        counts: counted(some),
    }));
}
function diffBlocks(items, room) {
    const telling = items.filter(({ whole, changes }) => !whole && changes[0].attributes?.length !== 0);
    const told = [];
    let size = 0;
    for (const item of telling) {
        if (size > room.total)
            break;
        const text = `${dense_headOf(item)}\n${diffText(diffOf(item, room.attributes))}`;
        size += text.length;
        told.push({ item, text });
    }
    const total = item_sizeOf(items);
    let before = 0;
    const blocks = chunks(told, DIFFS, ({ text }) => text).map(({ items: some, texts }) => {
        const { kind, changes } = some[0].item;
        const objects = item_sizeOf(some.map(({ item }) => item));
        const range = total === objects ? grouped(total) : `${before + 1}–${before + objects} of ${grouped(total)}`;
        before += objects;
        const what = objects === 1 ? addressCode(changes[0].address) : `${range} to ${WORDS[kind].verb}`;
        const markdown = details(`${what} in detail`, (0,markdown_text/* fence */.EU)(texts.join('\n'), 'diff'));
        return { priority: DIFF[kind], markdown, counts: { 'in detail': objects } };
    });
    const rest = telling.slice(told.length);
    return rest.length === 0 ? blocks : [...blocks, restBlock(rest)];
}
/** What no room would ever be found for is not worked out, but counted. */
function restBlock(items) {
    const { kind } = items[0];
    const markdown = `<p>${INDENT}The details of ${grouped(item_sizeOf(items))} to ${WORDS[kind].verb} are left out for lack of room.</p>`;
    return { priority: DIFF[kind], markdown };
}
function dense_headOf({ changes }) {
    const [first, ...others] = changes.map(({ address }) => addressLine(address));
    if (others.length === 0)
        return `@@ ${first} @@`;
    return [`@@ ${grouped(changes.length)} alike @@`, `# ${first}`, ...others.map(other => `# ${other}`)].join('\n');
}
/** Neighbours together, up to the size of a chunk. */
function chunks(items, most, textOf) {
    const all = [];
    let size = Number.POSITIVE_INFINITY;
    for (const item of items) {
        const text = textOf(item);
        size += text.length;
        if (size > most) {
            all.push({ items: [], texts: [] });
            size = text.length;
        }
        all.at(-1).items.push(item);
        all.at(-1).texts.push(text);
    }
    return all;
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/roomy.js




// Attributes up to this size stay with their row.
const SMALL = 900;
// What is destroyed must find room in any case.
const SMALL_GOING = 300;
// Lines of a diff that are shown without a click where they tell why something is replaced.
const OPEN_LINES = 12;
/** One item with its attributes right below it; where they are long, they go by themselves when room is short. */
function roomyBlocks(item, attributes) {
    const { kind, changes, row } = item;
    const diff = item.whole ? '' : diffText(diffOf(item, attributes));
    const body = [listOf(item), diff === '' ? '' : (0,markdown_text/* fence */.EU)(diff, 'diff')].filter(Boolean).join('\n\n');
    const block = { priority: ROW[kind], counts: counted([item]) };
    if (body === '')
        return [{ ...block, markdown: `<p>${INDENT}${row}</p>` }];
    const open = kind === 'replace' && diff.split('\n', OPEN_LINES + 1).length <= OPEN_LINES;
    if (body.length <= (kind === 'delete' ? SMALL_GOING : SMALL))
        return [{ ...block, markdown: details(row, body, open) }];
    const title = changes.length > 1 ? 'they' : addressCode(changes[0].address);
    return [
        { ...block, markdown: `<p>${INDENT}${row}</p>` },
        {
            priority: DIFF[kind],
            markdown: details(`${title} in detail`, body),
            counts: { 'in detail': changes.length },
        },
    ];
}
/** The objects of a group that are too many for its row. */
function listOf(item) {
    if (!isListed(item))
        return '';
    return `<ul>${item.changes.map(({ address }) => `<li>${addressCode(address)}</li>`).join('')}</ul>`;
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/resources.js



const COMMENT = { roomy: 6_000, attributes: 4_000, total: 64_000 };
const SUMMARY = { roomy: 250_000, attributes: 64_000, total: 1_000_000 };
// The attributes of one large object do not make a plan large: they have a block of their own.
const COUNTED = 900;
const MOST_GOING = 2;
/**
 * The changes as blocks, the worst first: each object's row with its attributes right below where there is room for
 * all, else rows first and attributes after them.
 * @param cost HTML that stands beside an address.
 */
function resourceBlocks(changes, cost, room) {
    const items = itemsOf(changes, cost);
    return roomy(items, room) ?? denseBlocks(items, room);
}
/** Undefined where that is too much. */
function roomy(items, room) {
    const going = items.filter(({ kind }) => kind === 'delete');
    // The attributes of what goes are of use to few: where several go, their rows come first.
    const apart = going.length > MOST_GOING;
    const blocks = apart ? denseBlocks(going, room) : [];
    let size = sum(blocks);
    for (const item of items) {
        if (apart && item.kind === 'delete')
            continue;
        const its = roomyBlocks(item, room.attributes);
        blocks.push(...its);
        size += sum(its);
        if (size > room.roomy)
            return undefined;
    }
    return blocks;
}
function sum(blocks) {
    return blocks.reduce((size, { markdown }) => size + Math.min(markdown.length, COUNTED), 0);
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/plan-section.js








/** What a plan would do, as the section of a comment: the worst first, and each block of its own. */
function planSection(plan, at) {
    const total = counts(plan);
    return {
        action: ACTION,
        directory: at.directory,
        heading: planHeading(plan, at),
        overview: `${verdict(plan, total)} ${wordsOf(plan, emphasized(total))}`,
        blocks: planBlocks(plan, at, COMMENT, address => at.costs ? (at.costs.get(address) ?? '') : (0,slot/* slot */.NI)(address)),
    };
}
/** What stands above a plan, on one line. */
function planHeading(plan, at) {
    const total = counts(plan);
    return `${verdict(plan, total)} ${titleOf(at)} · ${wordsOf(plan, headline(total))}`;
}
function wordsOf({ errored, changes }, headline) {
    if (!errored)
        return headline;
    return changes.length === 0 ? '**planning failed**' : `**planning failed midway**, ${headline} until then`;
}
/** The blocks of a plan, in the order in which they are read. */
function planBlocks(plan, at, room, cost) {
    const reads = plan.changes.filter(({ kind }) => kind === 'read');
    const changes = reads.length === 0 ? plan.changes : plan.changes.filter(({ kind }) => kind !== 'read');
    const findings = findingBlocks(at.diagnostics ?? [], at);
    const blocks = [
        ...planNotice(plan),
        ...findings.filter(({ counts }) => counts?.errors !== undefined),
        ...resourceBlocks(changes, cost, room),
        ...checkBlocks(plan.checks),
        ...deferredBlocks(plan.deferred),
        ...actionBlocks(plan.invocations),
        ...outputBlocks(plan.outputs, room.attributes),
        ...driftBlocks(plan.drift, toolTitle(at), room.total / 4),
        ...findings.filter(({ counts }) => counts?.errors === undefined),
        ...readBlocks(reads),
    ];
    return blocks.length === 0
        ? []
        : [...blocks, { priority: 5, markdown: footer(at, 'the whole plan and the log') }];
}
function emphasized(total) {
    return headline(total).replace(/[\d,]*\d to (?:destroy|replace)/g, '**$&**');
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/fitting.js

const NOTE = 1_000;
/**
 * The blocks that fit, joined; the highest numbers of priority go first, and what went is counted at the end.
 * @param limit in bytes of UTF-8.
 */
function fitting(blocks, limit) {
    const sizes = blocks.map(({ markdown }) => Buffer.byteLength(markdown) + 2);
    const order = [...blocks.keys()].sort((a, b) => blocks[a].priority - blocks[b].priority || a - b);
    const kept = new Set();
    let left = limit - NOTE;
    for (const index of order) {
        if (sizes[index] > left)
            break;
        left -= sizes[index];
        kept.add(index);
    }
    const shown = blocks.filter((_, index) => kept.has(index)).map(({ markdown }) => markdown);
    if (kept.size === blocks.length)
        return shown.join('\n\n');
    const gone = {};
    for (const [index, { counts }] of blocks.entries())
        if (!kept.has(index))
            for (const [what, count] of Object.entries(counts ?? {}))
                gone[what] = (gone[what] ?? 0) + count;
    const told = Object.entries(gone).map(([what, count]) => `${grouped(count)} ${what}`);
    return [...shown, `**Not shown here for lack of room: ${told.join(', ') || 'more details'}.**`].join('\n\n');
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/plan-summary.js



// GitHub keeps 1 MiB of job summary for a step; other root modules and the frame want some of it.
const LIMIT = 1_000_000;
/**
 * The whole plan for the job summary; what does not fit is counted.
 * @param limit in bytes, where several root modules share the summary.
 */
function planSummary(plan, at, limit = LIMIT) {
    const heading = `## ${planHeading(plan, at)}`;
    const blocks = planBlocks(plan, at, { ...SUMMARY, total: limit }, address => at.costs?.get(address) ?? '');
    return `${heading}\n\n${fitting(blocks, limit - Buffer.byteLength(heading) - 2)}\n`;
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/text-section.js







const PIECE = 3_000;
const text_section_MOST = 24_000;
const text_section_LONGEST_LINE = 400;
/**
 * The section of a plan of which only the tool's text is at hand: in pieces, and where it is long, without its middle.
 * @param why the plan could not be read.
 */
function textSection(text, why, at) {
    const summary = /^(?:Plan: .*|No changes\..*|Changes to Outputs.*)$/m.exec(text)?.[0] ?? 'there may be changes';
    const words = quietLine(abbreviate(summary.replace(/[.:]$/, ''), 120));
    const note = `<b>Only the text of this plan could be had:</b> ${quietHtml(abbreviate(why, 300))}`;
    return {
        action: ACTION,
        directory: at.directory,
        heading: `⚠️ ${titleOf(at)} · ${words}`,
        overview: `⚠️ ${words}`,
        blocks: [
            { priority: 0, markdown: notices_alert('WARNING', note) },
            ...textBlocks(text),
            { priority: 5, markdown: footer(at, 'the whole plan and the log') },
        ],
    };
}
function textBlocks(text) {
    const lines = withoutMiddle(text.trim().split('\n').map(asDiff));
    const pieces = [];
    let size = Number.POSITIVE_INFINITY;
    for (const line of lines) {
        size += line.length + 1;
        if (size > PIECE) {
            pieces.push([]);
            size = line.length;
        }
        pieces.at(-1).push(line);
    }
    return pieces.map((piece, index) => ({
        priority: index === 0 ? 2 : 4,
        markdown: details(pieces.length === 1 ? 'The plan as text' : `The plan as text, part ${index + 1} of ${pieces.length}`, (0,markdown_text/* fence */.EU)(piece.join('\n'), 'diff'), index === 0),
        counts: { 'lines of text': piece.length },
    }));
}
/** Brings the sign of a line to its start, where GitHub colours it. */
function asDiff(line) {
    const [, space = '', sign = '', rest = ''] = /^( +)(-\/\+|\+\/-|[-+~]|<=)( .*)$/.exec(line) ?? [];
    const seen = (0,visible/* visible */.RK)(line.trimEnd());
    if (sign === '')
        return abbreviate(seen, text_section_LONGEST_LINE);
    const first = sign === '+' || sign === '-' ? sign : '!';
    return abbreviate((0,visible/* visible */.RK)(`${first}${space}${sign}${rest}`.trimEnd()), text_section_LONGEST_LINE);
}
/** The start and the end of a text that is too long, three lines of the start for two of the end. */
function withoutMiddle(lines) {
    const size = lines.reduce((sum, line) => sum + line.length + 1, 0);
    if (size <= text_section_MOST)
        return lines;
    const head = within(lines, text_section_MOST * 0.6);
    const tail = within(lines.toReversed(), text_section_MOST * 0.4);
    const left = lines.length - head - tail;
    const note = `… ${plural(left, 'line')} of ${grouped(lines.length)} left out here; the log has them`;
    return [...lines.slice(0, head), note, ...lines.slice(lines.length - tail)];
}
function within(lines, room) {
    let left = room;
    const short = lines.findIndex(line => {
        left -= line.length + 1;
        return left < 0;
    });
    return short === -1 ? lines.length : short;
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/validate-section.js







const LONGEST_DIFF = 2_000;
/** The section of a root module that was validated, without a plan. */
function validateSection({ diagnostics, formatting }, at) {
    const files = new Set(formatting.map(({ file }) => file)).size;
    const unformatted = files > 0 ? `${plural(files, 'file')} not formatted` : '';
    const said = [findingCounts(diagnostics), unformatted].filter(Boolean).join(', ');
    const wrong = diagnostics.some(({ severity }) => severity === 'error');
    const mark = wrong || files > 0 ? '❌' : diagnostics.length > 0 ? '⚠️' : '✅';
    const words = said || 'valid';
    const blocks = [...findingBlocks(diagnostics, at), ...formatBlocks(formatting, at)];
    return {
        action: ACTION,
        directory: at.directory,
        heading: `${mark} ${titleOf(at)} · ${words}`,
        overview: `${mark} ${words}`,
        blocks: blocks.length === 0 ? [] : [...blocks, { priority: 5, markdown: footer(at, 'log') }],
    };
}
/** What `fmt` would write, file by file. */
function formatBlocks(formatting, at) {
    const files = Object.entries(Object.groupBy(formatting, ({ file }) => file));
    return files.map(([file, pieces]) => {
        const text = abbreviate((0,visible/* visible */.RK)(pieces.map(({ diff }) => diff).join('\n')), LONGEST_DIFF);
        const { line, endLine } = pieces[0];
        const row = `🧹 ${fileLink(at, file, line, endLine)} is not formatted: run <code>fmt</code>`;
        return {
            priority: 2,
            markdown: details(row, (0,markdown_text/* fence */.EU)(text, 'diff'), text.length < 600),
            counts: { 'not formatted': 1 },
        };
    });
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/sections.js








// GitHub keeps 1 MiB of job summary for a step.
const sections_SUMMARY = 1_000_000;
/** How each result is told, with every secret hidden that any of the root modules has taught. */
function sections_told({ tool, results }, costs, world) {
    const room = Math.floor(sections_SUMMARY / results.length);
    return results.map(result => {
        const at = sections_placeOf(result, tool, world);
        const hidden = withoutSecrets(result, world.secrets.redact);
        return tell(hidden, { ...at, costs: costs.get(result.root.directory) }, room, world);
    });
}
/** The summary of the step: an overview where there are several root modules, then each. */
function summaryOf(all) {
    const rows = all.map(({ section }) => `| ${(0,markdown_text/* codeCell */.MZ)(section.directory)} | ${section.overview} |`);
    const overview = all.length > 1 ? [['| root module | result |', '| --- | --- |', ...rows].join('\n')] : [];
    return [...overview, ...all.map(({ summary }) => summary)].join('\n\n');
}
function tell(result, at, room, { context }) {
    const { diagnostics } = result;
    switch (result.outcome) {
        case 'planned': {
            const section = planSection(result.plan, { ...at, diagnostics });
            const review = reviewRecord(result.plan, result.fingerprint, context.headSha);
            return {
                section: result.ok ? { ...section, data: { ...section.data, review } } : section,
                summary: planSummary(result.plan, { ...at, diagnostics }, room),
            };
        }
        case 'text':
            return whole(textSection(result.text, result.why, at));
        case 'failed':
            return whole(failureSection({ step: result.step, diagnostics }, at));
        default:
            // Beside the section of a plan on the same directory, not in its place.
            return whole({
                ...validateSection({ diagnostics, formatting: result.formatting }, at),
                action: 'terraform-validate',
            });
    }
}
function whole(section) {
    const blocks = section.blocks.map(({ markdown }) => markdown);
    return { section, summary: [`## ${section.heading}`, ...blocks].join('\n\n') };
}
function sections_placeOf({ root, workspace }, tool, { context }) {
    const repositoryUrl = `${context.serverUrl}/${context.repository}`;
    return {
        directory: root.directory,
        workspace,
        tool,
        headSha: context.headSha,
        repositoryUrl,
        runUrl: `${repositoryUrl}/actions/runs/${context.runId}`,
    };
}
function withoutSecrets(result, redact) {
    const diagnostics = result.diagnostics.map(one => withoutSecretsIn(one, redact));
    if (result.outcome === 'text')
        return { ...result, diagnostics, text: redact(result.text) };
    if (result.outcome === 'planned')
        return { ...result, diagnostics, plan: (0,masking/* maskPlan */.k)(result.plan, redact) };
    if (result.outcome === 'failed')
        return { ...result, diagnostics };
    const formatting = result.formatting.map(one => ({ ...one, diff: redact(one.diff) }));
    return { ...result, diagnostics, formatting };
}
function withoutSecretsIn(diagnostic, redact) {
    const address = diagnostic.address === undefined ? {} : { address: redact(diagnostic.address) };
    return {
        ...diagnostic,
        ...address,
        summary: redact(diagnostic.summary),
        detail: redact(diagnostic.detail),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/outcome.js








/** Tells the log, the outputs and the job summary how it ended. */
async function reportOf({ results }, all, published, inputs, world) {
    annotate(results.flatMap(result => annotationsOf(result, world.context.workspace)), world.log);
    for (const { section } of all)
        world.log.info(`${section.directory}: ${withoutMarkup(section.overview)}`);
    const summary = world.secrets.redact(summaryOf(all));
    const markdown = (0,external_node_path_.join)(await world.jobFolder(), 'plan.md');
    await (0,promises_.writeFile)(markdown, summary, { mode: 0o600 });
    const plans = results.filter((result) => result.outcome === 'planned');
    const failures = failuresOf(results, plans, published, inputs);
    return {
        outputs: {
            changed: results.some(isChangedResult),
            counts: plans.length === 0 ? undefined : JSON.stringify(total(plans.map(({ plan }) => counts(plan)))),
            directories: JSON.stringify(results.map(entry)),
            fingerprint: fingerprints(plans),
            'plan-files': results.flatMap(one => ('planFile' in one ? (one.planFile ?? []) : [])).join('\n'),
            'plan-json': plans.flatMap(one => one.jsonFile ?? []).join('\n'),
            markdown,
            'comment-url': published.url,
        },
        summary,
        ...(failures.length > 0 && { failure: failures.join('\n') }),
    };
}
function failuresOf(results, plans, published, inputs) {
    const conditions = inputs['fail-on'];
    const readable = plans.map(({ root, plan }) => ({ directory: root.directory, plan }));
    const mode = inputs.mode === 'drift' ? 'drift' : 'plan';
    return [
        ...results.filter(isFailure).map(failureOf),
        ...broken(conditions, mode, readable).map(phrase => `${phrase}, which 'fail-on' forbids`),
        ...results.flatMap(({ root, outcome }) => outcome === 'text' && conditions.length > 0
            ? [`'${root.directory}': 'fail-on' cannot be judged, as only the text of its plan can be read`]
            : []),
        ...(published.failure === undefined ? [] : [published.failure]),
    ];
}
function isChangedResult(result) {
    switch (result.outcome) {
        case 'planned':
            return isChanged(result.plan);
        case 'text':
            return true;
        case 'valid':
        case 'invalid':
            return result.formatting.length > 0;
        case 'failed':
            return false;
    }
}
function total(all) {
    const sums = {};
    for (const one of all)
        for (const [name, count] of Object.entries(one))
            sums[name] = (sums[name] ?? 0) + count;
    return sums;
}
function fingerprints(plans) {
    if (plans.length < 2)
        return plans[0]?.fingerprint ?? '';
    return JSON.stringify(Object.fromEntries(plans.map(({ root, fingerprint }) => [root.directory, fingerprint])));
}
function entry(result) {
    return {
        directory: result.root.directory,
        outcome: result.outcome === 'planned' && isFailure(result) ? 'failed' : result.outcome,
        changed: isChangedResult(result),
        ...(result.outcome === 'planned' && {
            counts: counts(result.plan),
            fingerprint: result.fingerprint,
            'plan-file': result.planFile,
            'plan-json': result.jsonFile,
        }),
    };
}
/** One line on why a root module failed, and what to do where that is known. */
function failureOf(result) {
    const error = result.diagnostics.find(({ severity }) => severity === 'error');
    const advice = error && (0,known_errors/* adviceOn */.i)(error);
    return `'${result.root.directory}': ${whatFailed(result, error?.summary)}${advice === undefined ? '' : `. ${advice}`}`;
}
function whatFailed(result, summary) {
    if (summary !== undefined)
        return summary.replace(/\.$/, '');
    if (result.outcome !== 'invalid')
        return 'failed';
    const files = new Set(result.formatting.map(({ file }) => file));
    return `${[...files].join(', ')} not formatted; run 'fmt' there`;
}
function withoutMarkup(markdown) {
    return markdown.replace(/\*\*|`/g, '');
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/each-root.js
var each_root = __webpack_require__(2630);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/root-modules.js
var root_modules = __webpack_require__(4752);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/tool.js
var run_tool = __webpack_require__(5766);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/commands.js
var commands = __webpack_require__(66);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/exec-tool.js + 1 modules
var exec_tool = __webpack_require__(8868);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/learn-secrets.js + 2 modules
var learn_secrets = __webpack_require__(8261);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/read.js
var run_read = __webpack_require__(7404);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/state-secrets.js




/**
 * Learns the sensitive values of the state. For where a plan failed: then no plan tells what was sensitive, and the
 * error may hold it. A state that cannot be read teaches nothing.
 */
async function learnState(world, tool, root) {
    const to = (0,external_node_path_.join)(await world.folder(), `${encodeURIComponent(root.directory)}.state.json`);
    try {
        await (0,exec_tool/* execIn */.Xm)(world, tool, root, 'show', ['show', '-json', '-no-color'], { stdoutTo: to });
        world.secrets.learn(sensitiveInState(JSON.parse(await (0,promises_.readFile)(to, 'utf8'))));
    }
    catch (thrown) {
        if (!(thrown instanceof SyntaxError || thrown instanceof errors/* UserError */.yo))
            throw thrown;
        world.log.debug(`the state of '${root.directory}' cannot be read: ${(0,errors/* messageOf */.bD)(thrown)}`);
    }
}
/** The sensitive scalars in `show -json` of a state: those of outputs, and of resources by `sensitive_values`. */
function sensitiveInState(state) {
    const { outputs, root_module } = object(object(state).values);
    const ofOutputs = Object.values(object(outputs)).flatMap(output => object(output).sensitive === true ? scalars(object(output).value) : []);
    return [...ofOutputs, ...inModule(root_module)];
}
function inModule(module) {
    const { resources, child_modules } = object(module);
    const own = list(resources).flatMap(resource => {
        const { values, sensitive_values } = object(resource);
        return marked(values, sensitive_values);
    });
    return [...own, ...list(child_modules).flatMap(inModule)];
}
function marked(value, mark) {
    if (mark === true)
        return scalars(value);
    return Object.entries(object(mark)).flatMap(([key, inner]) => marked(object(value)[key], inner));
}
function scalars(value) {
    if (value === null || value === undefined)
        return [];
    return typeof value === 'object' ? Object.values(value).flatMap(scalars) : [String(value)];
}
function object(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function list(value) {
    return Array.isArray(value) ? value : [];
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/plan-one.js









/** Plans one root module. What goes wrong there is a result, so that the others are still reported. */
async function planOne(world, tool, root, inputs, { say, turn }) {
    const common = { root, workspace: inputs.workspace ?? (world.env.TF_WORKSPACE || 'default') };
    const failed = (step, diagnostics) => ({
        ...common,
        outcome: 'failed',
        step,
        diagnostics,
    });
    try {
        (0,learn_secrets/* learnSecrets */.u)(world, root, inputs);
        const init = await turn(() => (0,commands/* initRoot */.hj)(world, tool, root, inputs, { say }));
        if (!init.ok)
            return failed('init', (0,exec_tool/* allOf */.bn)(init));
        const planFile = planPath(await world.jobFolder(), root.directory, 'plan');
        // Errors are told at the end: only then is it known what in them must be hidden.
        const run = await (0,commands/* planRoot */.Ox)(world, tool, root, inputs, { out: planFile, say, sayDiagnostic: () => { } });
        if (!run.ok && !(0,external_node_fs_.existsSync)(planFile)) {
            await learnState(world, tool, root);
            return failed('plan', (0,exec_tool/* allOf */.bn)(run));
        }
        return await readSaved(world, tool, { ...common, diagnostics: run.ok ? run.diagnostics : (0,exec_tool/* allOf */.bn)(run) }, planFile, run, inputs);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        return failed('plan', [{ severity: 'error', summary: thrown.message, detail: '' }]);
    }
}
/** Reads a saved plan; where `show -json` or the reading fails, there is still the text that the tool prints. */
async function readSaved(world, tool, common, planFile, { ok }, inputs) {
    const jsonFile = planPath(await world.jobFolder(), common.root.directory, 'json');
    try {
        await (0,run_read/* showJson */.qN)(world, tool, common.root, { planFile, to: jsonFile });
        return await readPlanned(world, { ...common, ok, planFile, jsonFile }, inputs);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        const text = await (0,run_read/* showText */.h$)(world, tool, common.root, planFile);
        return { ...common, outcome: 'text', text, why: (0,errors/* messageOf */.bD)(thrown), planFile };
    }
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/arguments.js
var run_arguments = __webpack_require__(866);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/diagnostics.js
var run_diagnostics = __webpack_require__(3946);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/environment.js
var environment = __webpack_require__(3147);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/validate.js


/** Runs `validate -json`, after `init`. Where it cannot start it prints text instead, which is read too. */
async function validateRoot(world, tool, root) {
    const args = ['validate', '-json', '-no-color'];
    const { code, stdout, stderr } = await (0,exec_tool/* execIn */.Xm)(world, tool, root, 'validate', args);
    const text = (0,run_diagnostics/* withoutColours */.mU)(`${stdout}\n${stderr}`).trim();
    const diagnostics = validateDiagnostics(stdout) ?? (0,run_diagnostics/* diagnosticsInText */.$6)(text);
    const ran = { ok: code === 0 && !diagnostics.some(isError), diagnostics, text };
    return ran.ok
        ? ran
        : { ...ran, diagnostics: [...diagnostics.filter(one => !isError(one)), ...(0,exec_tool/* errorsOf */.Bp)(ran)] };
}
/** The diagnostics of `validate -json`; undefined where it printed none of that. */
function validateDiagnostics(stdout) {
    try {
        const { diagnostics } = JSON.parse(stdout);
        return diagnostics?.flatMap(one => (0,run_diagnostics/* diagnosticOf */.T4)(one) ?? []);
    }
    catch {
        return undefined;
    }
}
/** Runs `fmt -check -recursive -diff`; it exits 3 for what is not formatted and 2 for wrong syntax. */
async function fmtRoot(world, tool, root) {
    const args = ['fmt', '-check', '-recursive', '-diff', '-list=false', '-no-color'];
    const { code, stdout, stderr } = await (0,exec_tool/* execIn */.Xm)(world, tool, root, 'fmt', args);
    const text = (0,run_diagnostics/* withoutColours */.mU)(stderr);
    const failed = code !== 0 && code !== 3;
    const diagnostics = (0,run_diagnostics/* diagnosticsInText */.$6)(text);
    return {
        differences: formatDifferences(stdout),
        diagnostics: failed ? (0,exec_tool/* errorsOf */.Bp)({ ok: false, diagnostics, text: text.trim() }) : diagnostics,
    };
}
/** Reads the diff that `fmt` prints, one piece for each `@@`. */
function formatDifferences(output) {
    const found = [];
    let file = '';
    for (const part of output.split(/^(?=--- old\/|@@ )/m)) {
        const [head = '', ...lines] = part.split('\n');
        if (head.startsWith('--- old/'))
            file = head.slice('--- old/'.length);
        const start = /^@@ -(\d+)/.exec(head)?.[1];
        if (start !== undefined)
            found.push({ file, ...changedLines(Number(start), lines), diff: part.trimEnd() });
    }
    return found;
}
/** The lines of the old file that go, or, where only new ones come, the one that they come before. */
function changedLines(start, lines) {
    const gone = [];
    let came = start;
    let at = start;
    for (const line of lines) {
        if (line.startsWith('-'))
            gone.push(at);
        if (line.startsWith('+'))
            came = at;
        if (line.startsWith('-') || line.startsWith(' '))
            at++;
    }
    return { line: gone[0] ?? came, endLine: gone.at(-1) ?? came };
}
function isError({ severity }) {
    return severity === 'error';
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/terragrunt.js








/**
 * Runs `plan`, `validate`, or `apply` of what was planned, in all units at and below a folder, after those that they
 * depend on. A folder in which no unit could be started is told as one failed unit.
 * @param out a folder for the plans; for `apply` the one where they are.
 * @throws UserError where an input has no meaning for Terragrunt.
 */
async function runUnits(world, tool, root, inputs, { command, out }) {
    demandMeaning(inputs);
    const folders = { plans: (0,external_node_path_.join)(out, 'plans'), json: (0,external_node_path_.join)(out, 'json'), report: (0,external_node_path_.join)(out, 'report.json') };
    await (0,promises_.mkdir)(out, { recursive: true, mode: 0o700 });
    const lines = [];
    const { code } = await world.exec(tool.program, unitsArguments(tool.version, command, commandArguments(command, root, inputs, world.context.workspace)), {
        cwd: root.path,
        env: unitsEnvironment(world.env, tool, command, folders, inputs.parallel),
        signal: world.signal,
        accept: 'any',
        onLine: line => lines.push((0,run_diagnostics/* withoutColours */.mU)(line)),
    });
    const reported = reportedUnits(readReport(folders.report), root);
    const found = command === 'plan' ? together(reported, await plansIn(root, folders)) : reported;
    const units = found.sort((a, b) => (a.root.directory < b.root.directory ? -1 : 1));
    const failed = units.some(unit => !unit.ok);
    const silent = code !== 0 && !failed;
    return { units: silent ? [...units, unexplained(root, lines)] : units, lines };
}
/** Runs `hcl fmt --check --diff` on a folder's Terragrunt files; versions before 0.78 are not asked. */
async function fmtUnits(world, tool, root) {
    if (!isRedesigned(tool.version))
        return [];
    const { stdout } = await world.exec(tool.program, ['hcl', 'fmt', '--check', '--diff'], {
        cwd: root.path,
        env: { ...(0,environment/* toolEnvironment */.u)(world.env, 'fmt'), TG_NON_INTERACTIVE: 'true', TG_NO_COLOR: 'true' },
        signal: world.signal,
        accept: 'any',
    });
    // It prints absolute paths behind `old`.
    return formatDifferences((0,run_diagnostics/* withoutColours */.mU)(stdout)).map(one => ({
        ...one,
        file: (0,external_node_path_.relative)(root.path, `/${one.file}`),
    }));
}
function commandArguments(command, root, inputs, workspace) {
    if (command === 'validate')
        return [];
    const lock = inputs['lock-timeout'] === undefined ? [] : [`-lock-timeout=${inputs['lock-timeout']}`];
    if (command === 'apply')
        return ['-input=false', ...lock];
    const varFiles = inputs['var-files'].map(name => (0,run_arguments/* fileFor */.Yy)('var-files', name, root, workspace));
    return ['-input=false', ...lock, ...varFiles.map(path => `-var-file=${path}`), ...inputs['plan-args']];
}
/** @param version from 0.78 on, `run --all` has taken the place of `run-all`. */
function unitsArguments(version, command, args) {
    return isRedesigned(version) ? ['run', '--all', '--', command, ...args] : ['run-all', command, ...args];
}
function isRedesigned(version) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major > 0 || minor >= 78;
}
/** Variables instead of flags: a version passes over those that it does not know. */
function unitsEnvironment(env, tool, command, folders, parallel) {
    const redesigned = isRedesigned(tool.version);
    const prefix = redesigned ? 'TG_' : 'TERRAGRUNT_';
    const settings = {
        NON_INTERACTIVE: 'true',
        NO_COLOR: 'true',
        PARALLELISM: String(parallel),
        [redesigned ? 'TF_PATH' : 'TFPATH']: tool.drives?.program ?? 'terraform',
        ...(command !== 'validate' && { OUT_DIR: folders.plans }),
        ...(command === 'plan' && { JSON_OUT_DIR: folders.json }),
        ...(redesigned && { REPORT_FILE: folders.report, SUMMARY_DISABLE: 'true' }),
    };
    return {
        ...(0,environment/* toolEnvironment */.u)(env, command),
        ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${prefix}${name}`, value])),
        ...(command === 'validate' && {
            TF_CLI_ARGS_init: `${env.TF_CLI_ARGS_init ?? ''} -backend=false`.trim(),
        }),
    };
}
function demandMeaning(inputs) {
    const useless = [
        ...(inputs['init-args'].length > 0 ? ['init-args'] : []),
        ...(inputs['backend-config'].length > 0 ? ['backend-config'] : []),
        ...(inputs.workspace === undefined ? [] : ['workspace']),
    ];
    if (useless[0] !== undefined)
        throw new errors/* UserError */.yo(`input '${useless[0]}' has no use with Terragrunt, which initialises its units by itself; set it in terragrunt.hcl`);
}
/** The plans lie as their units do. */
async function plansIn(root, { plans, json }) {
    const found = await (0,promises_.readdir)(json, { recursive: true }).catch(() => []);
    return found
        .filter(name => (0,external_node_path_.basename)(name) === 'tfplan.json')
        .sort()
        .map(name => {
        const jsonFile = (0,external_node_path_.join)(json, name);
        // Terragrunt makes it readable for all.
        (0,external_node_fs_.chmodSync)(jsonFile, 0o600);
        const place = external_node_path_.posix.dirname(name.split(external_node_path_.sep).join('/'));
        const planFile = (0,external_node_path_.join)(plans, place, 'tfplan.tfplan');
        const unit = unitAt(root, place);
        return {
            root: unit,
            ok: true,
            diagnostics: [],
            planFile: (0,external_node_fs_.existsSync)(planFile) ? planFile : undefined,
            jsonFile,
        };
    });
}
/** What was reported, with the plans; a unit that has neither failed nor a plan has nothing to plan. */
function together(reported, planned) {
    const plans = new Map(planned.map(unit => [unit.root.directory, unit]));
    const told = reported.map(unit => ({ ...plans.get(unit.root.directory), ...definedOnly(unit) }));
    const names = new Set(reported.map(({ root }) => root.directory));
    return [
        ...told.filter(({ ok, jsonFile }) => !ok || jsonFile !== undefined),
        ...planned.filter(({ root }) => !names.has(root.directory)),
    ];
}
function definedOnly(unit) {
    return Object.fromEntries(Object.entries(unit).filter(([, value]) => value !== undefined));
}
/** The units of a run report; those that were left out on purpose are none. */
function reportedUnits(entries, root) {
    return entries.flatMap(({ Name = '.', Result, Reason, Cause = '' }) => {
        if (Result === 'excluded')
            return [];
        const ok = Result === 'succeeded';
        // A folder that is a unit itself is called by its name.
        const isRoot = Name === (0,external_node_path_.basename)(root.path) && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(root.path, Name));
        const unit = unitAt(root, isRoot ? '.' : Name);
        const diagnostics = ok ? [] : terragrunt_causes(Cause, Result, Reason, unit);
        return [{ root: unit, ok, diagnostics, planFile: undefined, jsonFile: undefined }];
    });
}
function terragrunt_causes(cause, result, reason, unit) {
    const errors = (0,run_diagnostics/* diagnosticsInText */.$6)(cause.replace(/^ {2}/gm, '').replace(/\n\s*exit status \d+\s*$/, ''));
    if (errors.length > 0)
        return errors.map(error => inUnit(error, unit));
    if (result === 'early exit')
        return [{ severity: 'error', summary: 'Not run: a unit that it depends on has failed', detail: cause }];
    return [
        { severity: 'error', summary: `Terragrunt failed here (${reason ?? result})`, detail: cause.trim() },
    ];
}
/** Terragrunt runs a copy of the unit; a file that the unit itself does not have came from a module's source. */
function inUnit(diagnostic, { path }) {
    if (diagnostic.file === undefined || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, diagnostic.file)))
        return diagnostic;
    const { file, line: _line, endLine: _endLine, column: _column, ...rest } = diagnostic;
    return { ...rest, detail: `${rest.detail}\n(in ${file})` };
}
/** What Terragrunt itself has against the folder: its own lines, without their time and level. */
function unexplained(root, lines) {
    const own = lines.map(line => line.replace(/^[\d:.]+ (?:STDERR|STDOUT|[A-Z]+)\s+(?:\[[^\]]*\] )?(?:[\w-]+: )?/, ''));
    const errors = (0,run_diagnostics/* diagnosticsInText */.$6)(own.join('\n')).filter(({ severity }) => severity === 'error');
    const last = lines.filter(line => /^[\d:.]+ ERROR/.test(line)).at(-1) ?? lines.at(-1) ?? '';
    const diagnostics = errors.length > 0 ? errors : [{ severity: 'error', summary: 'Terragrunt failed', detail: last }];
    return { root, ok: false, diagnostics, planFile: undefined, jsonFile: undefined };
}
function unitAt({ directory, path }, place) {
    return { directory: external_node_path_.posix.join(directory, place), path: (0,external_node_path_.join)(path, place) };
}
function readReport(path) {
    try {
        const report = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
        return Array.isArray(report) ? report : [];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/plan-units.js








/** Plans all units of Terragrunt at and below a folder; each becomes a result of its own. */
async function planUnits(world, tool, root, inputs, say) {
    (0,learn_secrets/* learnSecrets */.u)(world, root, inputs);
    const out = (0,external_node_path_.join)(await world.jobFolder(), `${encodeURIComponent(root.directory)}.units`);
    const { units, lines } = await runUnits(world, tool, root, inputs, { command: 'plan', out });
    const results = [];
    for (const unit of units)
        results.push(await resultOf(unit, inputs, world));
    // Not before the plans have told what must be hidden: Terragrunt prints them as text.
    for (const line of lines)
        say(line);
    return results;
}
/** Validates all units of Terragrunt at and below a folder. */
async function validateUnits(world, tool, root, inputs, say) {
    (0,learn_secrets/* learnSecrets */.u)(world, root, { ...inputs, 'var-files': [] });
    const out = (0,external_node_path_.join)(await world.folder(), `${encodeURIComponent(root.directory)}.units`);
    const { units, lines } = await runUnits(world, tool, root, inputs, { command: 'validate', out });
    for (const line of lines)
        say(line);
    const unformatted = [
        ...(tool.drives === undefined ? [] : (await fmtRoot(world, tool.drives, root)).differences),
        ...(await fmtUnits(world, tool, root)),
    ];
    return units.map(unit => {
        const formatting = unformatted.flatMap(one => plan_units_within(one, root, unit, units));
        return {
            root: unit.root,
            workspace: 'default',
            outcome: unit.ok && formatting.length === 0 ? 'valid' : 'invalid',
            diagnostics: unit.diagnostics,
            formatting,
        };
    });
}
/** A difference as one of the unit that its file lies in; the first unit also takes those that lie in none. */
function plan_units_within(difference, root, unit, units) {
    const path = (0,external_node_path_.join)(root.path, difference.file);
    const owners = units.filter(one => path.startsWith(`${one.root.path}/`));
    const owner = owners.sort((a, b) => b.root.path.length - a.root.path.length)[0] ?? units[0];
    return owner === unit ? [{ ...difference, file: (0,external_node_path_.relative)(unit.root.path, path) }] : [];
}
async function resultOf(unit, inputs, world) {
    const { root, ok, diagnostics, planFile } = unit;
    const common = { root, workspace: world.env.TF_WORKSPACE || 'default', diagnostics };
    if (unit.jsonFile === undefined)
        return { ...common, outcome: 'failed', step: 'plan' };
    try {
        // Where the other tools' plans lie, so that the path alone tells the root module.
        const jsonFile = planPath(await world.jobFolder(), root.directory, 'json');
        await (0,promises_.rename)(unit.jsonFile, jsonFile);
        return await readPlanned(world, { ...common, ok, planFile, jsonFile }, inputs);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        const error = { severity: 'error', summary: thrown.message, detail: '' };
        return { ...common, outcome: 'failed', step: 'plan', diagnostics: [...diagnostics, error] };
    }
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/plan-all.js





/** Plans every root module. @throws UserError where a directory is none, or the tool is missing. */
async function planAll(inputs, world) {
    const roots = (0,root_modules/* rootModules */.gm)(world, inputs);
    const tool = await (0,run_tool/* findTool */.S)(world, inputs.tool, roots);
    const turn = (0,each_root/* sharesPluginCache */.cp)(world.env) ? (0,each_root/* oneAtATime */.IH)() : (task) => task();
    const results = await (0,each_root/* eachRoot */.El)(world, roots, inputs.parallel, async (root, say) => tool.name === 'terragrunt'
        ? planUnits(world, tool, root, inputs, say)
        : [await planOne(world, tool, root, inputs, { say, turn })]);
    return { tool: `${(0,run_tool/* titleOf */.G)(tool)} ${tool.version}`, results: results.flat() };
}

// EXTERNAL MODULE: ./build/js/toolkit/comment/post.js + 5 modules
var post = __webpack_require__(3025);
// EXTERNAL MODULE: ./build/js/toolkit/comment/target.js
var target = __webpack_require__(2816);
// EXTERNAL MODULE: ./build/js/toolkit/github/client.js
var client = __webpack_require__(4160);
;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/comment-choice.js
/** Whether to comment. @returns `refused` where the user insists on a comment that cannot be. */
function commentChoice(at) {
    if (at.choice === 'never')
        return { post: 'never', why: undefined };
    if (at.pullRequest === undefined)
        return at.choice === 'always'
            ? { refused: "'comment' is 'always', but this run belongs to no pull request" }
            : { post: 'never', why: undefined };
    if (!at.token)
        return at.choice === 'always'
            ? { refused: "'comment' is 'always', but no 'github-token' is given" }
            : { post: 'never', why: "no 'github-token' is given" };
    if (at.dryRun)
        return { post: 'never', why: 'dry run' };
    // That all is valid is worth a comment only where one says that it is not.
    const quiet = at.choice === 'changes' || (at.choice === 'auto' && at.mode === 'validate');
    return { post: quiet && !at.news ? 'existing' : 'always' };
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/issues.js



/**
 * Keeps one issue for each root module that has drifted, and closes those of the others. The issue of one that could
 * not be planned stays as it is.
 * @returns why the step must fail: without the issue, nobody would hear of the drift.
 */
async function syncIssues(github, { results }, all, { context, log }) {
    try {
        for (const [index, result] of results.entries()) {
            if (result.outcome !== 'planned' || !result.ok)
                continue;
            const place = placeName(result);
            const target = {
                repository: context.repository,
                key: `drift:${place}`,
                title: `Drift in ${place}`,
                labels: ['terraform: drift'],
            };
            const body = isChanged(result.plan) ? issues_bodyOf(all[index]) : undefined;
            const { outcome, url } = await syncIssue(github, target, body);
            if (outcome !== 'none')
                log.info(`The issue '${target.title}' is ${outcome}: ${url}`);
        }
        return undefined;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        return (0,errors/* messageOf */.bD)(thrown);
    }
}
function placeName({ root, workspace }) {
    return workspace === 'default' ? root.directory : `${root.directory} (${workspace})`;
}
function issues_bodyOf({ summary }) {
    return `What the configuration says and what is really there are not the same. An apply would do this:\n\n${summary}`;
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/labels.js


/** The labels of a pull request; it has at most one of them. */
const LABELS = [
    {
        name: 'terraform: destroy',
        color: 'b60205',
        description: 'The plan destroys or replaces resources',
    },
    { name: 'terraform: changes', color: 'fbca04', description: 'The plan changes resources' },
    { name: 'terraform: no changes', color: '0e8a16', description: 'The plan changes nothing' },
];
/** The label for these results, the worst of all root modules; none where a failure leaves it open. */
function labelFor(results) {
    const [destroy, changes, none] = LABELS;
    const plans = results.flatMap(result => (result.outcome === 'planned' ? [result.plan] : []));
    if (plans.some(isDestructive))
        return destroy;
    if (plans.some(isChanged) || results.some(({ outcome }) => outcome === 'text'))
        return changes;
    return results.some(isFailure) ? undefined : none;
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/publish.js









/** Comments, labels and keeps issues, where that is asked for and possible. */
async function publish(done, all, inputs, world) {
    const number = (0,target/* pullRequestOf */._)(world.context);
    const token = inputs['github-token'];
    const connect = once(() => (0,client/* createGitHub */.C)(world, token ?? ''));
    const published = await comment(done, all, inputs, world, number, connect);
    if (token === undefined || inputs['dry-run'])
        return published;
    if (inputs.labels && inputs.mode === 'plan' && number !== undefined) {
        const wanted = labelFor(done.results);
        const target = { repository: world.context.repository, number };
        const ours = LABELS.map(({ name }) => name);
        await syncLabels(await connect(), target, wanted === undefined ? [] : [wanted], ours, world.log);
    }
    if (!inputs.issues || inputs.mode !== 'drift')
        return published;
    const failure = await syncIssues(await connect(), done, all, world);
    return failure === undefined ? published : { ...published, failure };
}
/** A comment that cannot be written is no reason to fail, unless one is insisted on: the summary has all of it. */
async function comment(done, all, inputs, { context, log, ...world }, number, connect) {
    const choice = commentChoice({
        choice: inputs.comment,
        mode: inputs.mode,
        pullRequest: number,
        token: inputs['github-token'] !== undefined,
        dryRun: inputs['dry-run'],
        news: done.results.some(hasNews),
    });
    if ('refused' in choice)
        return { url: undefined, failure: choice.refused };
    if (choice.post === 'never') {
        if (choice.why !== undefined)
            log.notice(`There is no comment: ${choice.why}`);
        return { url: undefined, failure: undefined };
    }
    const target = { repository: context.repository, number: number, key: inputs['comment-key'] };
    try {
        const github = await connect();
        if (choice.post === 'existing' && !(await stands(github, target, all)))
            return { url: undefined, failure: undefined };
        const sections = all.map(({ section }) => section);
        const { url, outcome } = await (0,post/* postSections */.t)(github, target, sections, { context, log, ...world });
        if (outcome === 'older')
            log.notice('A newer run has commented meanwhile: its comment stays as it is');
        else
            log.info(`The comment is ${outcome}: ${url}`);
        return { url, failure: undefined };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        if (inputs.comment === 'always')
            return { url: undefined, failure: (0,errors/* messageOf */.bD)(thrown) };
        log.notice(`There is no comment, the job summary has all of it: ${(0,errors/* messageOf */.bD)(thrown)}`);
        return { url: undefined, failure: undefined };
    }
}
/** Whether one of these sections stands in the comment already. */
async function stands(github, target, all) {
    const standing = await readSections(github, target);
    const isMine = (one) => all.some(({ section }) => section.action === one.action && section.directory === one.directory);
    return standing?.sections.some(isMine) ?? false;
}
function once(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
}

// EXTERNAL MODULE: ./build/js/toolkit/action/fields.js
var fields = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/js/toolkit/action/spec.js
var spec = __webpack_require__(9387);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/inputs.js
var inputs = __webpack_require__(4433);
;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/spec.js




const spec_inputs = (0,fields/* defineInputs */.pf)({
    mode: (0,fields/* choice */.Yq)({
        description: '`plan` shows what an apply would do; `validate` checks the formatting and the configuration, without credentials; `drift` plans on the default branch, where nothing should be left to do.',
        words: ['plan', 'validate', 'drift'],
        default: 'plan',
    }),
    ...inputs/* terraformInputs */.a,
    'plan-json': (0,fields/* lines */.Mn)({
        description: 'Ready files of `terraform show -json`, one a line, as `directory=path` or a bare path, instead of running anything.',
    }),
    cost: (0,fields/* lines */.Mn)({
        description: 'Infracost JSON files, one a line: the cost stands beside each resource. Without it, a later step with the infracost action fills it in.',
    }),
    comment: (0,fields/* choice */.Yq)({
        description: 'Where to comment: `auto` on the pull request of the event, where there is one and the token may; `always` fails where that cannot be done; `changes` begins no comment for a plan without changes, but updates the one that is there; `never`.',
        words: ['auto', 'always', 'changes', 'never'],
        default: 'auto',
    }),
    'comment-key': (0,fields/* text */.Qq)({
        description: 'Which comment: steps and jobs with the same key share one, and each rewrites only its own part.',
        default: 'infrastructure',
    }),
    'fail-on': (0,fields/* list */.p_)({
        description: 'Fail after reporting, one condition a line: `changes`, `destroy` (replacements destroy too), `replace`, `drift`, `checks`; or an action and a resource type, such as `delete:aws_db_*`.',
    }, parseCondition),
    labels: (0,fields/* bool */.lc)({
        description: 'Label the pull request: `terraform: changes`, `terraform: destroy` or `terraform: no changes`.',
        default: false,
    }),
    issues: (0,fields/* bool */.lc)({
        description: 'In mode `drift`: open, update and close one issue for each root module.',
        default: false,
    }),
    'github-token': (0,fields/* secret */.rJ)({
        description: 'Writes the comment and labels (`pull-requests: write`) and the issues (`issues: write`).',
        default: '${{ github.token }}',
    }),
});
/** The contract of terraform-plan-comment. */
const spec_spec = (0,spec/* defineAction */.Q)({
    name: 'terraform-plan-comment',
    title: 'Terraform plan comment',
    description: 'Plan Terraform, OpenTofu or Terragrunt root modules and show the whole of it, secrets hidden, in one comment on the pull request.',
    branding: { icon: 'message-square', color: 'purple' },
    inputs: spec_inputs,
    outputs: {
        changed: {
            description: '`true` where an apply would change something; in mode `validate`, where `fmt` would.',
        },
        counts: {
            description: 'JSON: how many objects to `create`, `update`, `replace`, `delete`, `forget`, `import`, `move` and `read`, and how many `outputs`, `drift`, `checks`, `deferred`, `actions`, over all root modules.',
        },
        directories: {
            description: 'JSON: `[{directory, outcome, changed, counts, fingerprint, plan-file, plan-json}]`; `outcome` is `planned`, `valid`, `invalid` or `failed`.',
        },
        fingerprint: {
            description: 'What terraform-apply compares: equal for equal plans, and nothing can be read from it. Of several root modules: JSON, by directory.',
        },
        'plan-files': { description: 'Paths of the saved plans, one a line; gone when the job ends.' },
        'plan-json': {
            description: 'Paths of the `show -json` files, one a line, for the infracost action; readable by this user only, gone when the job ends. They hold secrets in clear.',
        },
        markdown: { description: 'Path of the report as Markdown, secrets hidden; gone when the job ends.' },
        'comment-url': { description: 'The comment; empty where none was written.' },
    },
});

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/validate-all.js








/** Checks the formatting and the configuration of every root module, without its backend. */
async function validateAll(inputs, world) {
    const roots = (0,root_modules/* rootModules */.gm)(world, inputs);
    const tool = await (0,run_tool/* findTool */.S)(world, inputs.tool, roots);
    const turn = (0,each_root/* sharesPluginCache */.cp)(world.env) ? (0,each_root/* oneAtATime */.IH)() : (task) => task();
    const results = await (0,each_root/* eachRoot */.El)(world, roots, inputs.parallel, async (root, say) => tool.name === 'terragrunt'
        ? validateUnits(world, tool, root, inputs, say)
        : [await validateOne(world, tool, root, inputs, { say, turn })]);
    return { tool: `${(0,run_tool/* titleOf */.G)(tool)} ${tool.version}`, results: results.flat() };
}
async function validateOne(world, tool, root, inputs, { say, turn }) {
    (0,learn_secrets/* learnSecrets */.u)(world, root, { ...inputs, 'var-files': [] });
    const { differences, diagnostics: syntax } = await fmtRoot(world, tool, root);
    for (const { file, diff } of differences)
        say(`${file} is not formatted:\n${diff}`);
    const init = await turn(() => (0,commands/* initRoot */.hj)(world, tool, root, inputs, { backend: false, say }));
    const checked = init.ok ? await validateRoot(world, tool, root) : init;
    // What fmt cannot read, init or validate cannot either, and they say more.
    const found = checked.ok ? [...checked.diagnostics, ...syntax] : (0,exec_tool/* allOf */.bn)(checked);
    const valid = differences.length === 0 && !found.some(({ severity }) => severity === 'error');
    return {
        root,
        workspace: 'default',
        outcome: valid ? 'valid' : 'invalid',
        diagnostics: found,
        formatting: differences,
    };
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/main.js









const main = () => (0,run/* run */.eF)(spec_spec, planComment);
const main_post = run/* cleanUp */.nY;
/** Plans or validates, comments, and tells what became of it. */
async function planComment(inputs, world) {
    const costs = await readAllCosts(inputs.cost, world);
    const done = await resultsOf(inputs, world);
    const all = sections_told(done, costs, world);
    const published = await publish(done, all, inputs, world);
    return reportOf(done, all, published, inputs, world);
}
function resultsOf(inputs, world) {
    if (inputs.mode === 'validate')
        return validateAll(inputs, world);
    return inputs['plan-json'].length > 0 ? givenPlans(inputs, world) : planAll(inputs, world);
}


/***/ }),

/***/ 3102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ Diff)
/* harmony export */ });
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}


/***/ })

};
