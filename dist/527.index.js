export const id = 527;
export const ids = [527];
export const modules = {

/***/ 7527:
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



/**
 * Reads Infracost's JSON files. Where several projects of a directory (workspaces, say) say different things of a
 * resource, nothing is said.
 * @throws UserError where one cannot be read.
 */
async function readAllCosts(paths, { context }) {
    const reports = await Promise.all(paths.map(path => (0,read/* readCosts */.P)((0,external_node_path_.resolve)(context.workspace, path))));
    const told = reports.flatMap(report => report.projects.map(project => ({
        directory: project.directory,
        notes: [...(0,notes/* costNotes */.b1)(project, report.currency)],
    })));
    return new Map([...Map.groupBy(told, ({ directory }) => directory)].map(([directory, those]) => [
        directory,
        (0,notes/* agreed */.bL)(those.flatMap(({ notes }) => notes)),
    ]));
}

// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var errors = __webpack_require__(3055);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/paths.js
var paths = __webpack_require__(710);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/fingerprint.js
var fingerprint = __webpack_require__(6926);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/read.js + 10 modules
var plan_read = __webpack_require__(9258);
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
    return { ...planned, outcome: 'planned', plan, fingerprint: await (0,fingerprint/* fingerprint */.R)(plan.digest, salt) };
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/given-plans.js




/** Reads the files of `plan-json`; one that cannot be read is a failure beside the others. */
async function givenPlans(inputs, world) {
    const { workspace } = world.context;
    const results = [];
    for (const { directory, path } of (0,paths/* planSources */._K)(inputs['plan-json'], workspace))
        results.push(await readGiven(directory, path, inputs, world));
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
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/words.js
var report_words = __webpack_require__(266);
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
/**
 * The counts in words, the worst first: `1 to replace, 2 to create`; `no changes` where there is nothing to apply.
 * @param refreshOnly see `Plan`.
 */
function headline(counts, refreshOnly = false) {
    const changes = Object.keys(report_words/* WORDS */.q9).flatMap(kind => kind !== 'no-op' && kind !== 'read' && counts[kind] > 0
        ? [`${(0,report_words/* plural */.LS)(counts[kind], 'to', 'to')} ${report_words/* WORDS */.q9[kind].verb}`]
        : []);
    const outputs = counts.outputs > 0 ? [`${(0,report_words/* plural */.LS)(counts.outputs, 'output')} to change`] : [];
    const others = [
        counts.actions > 0 ? (0,report_words/* plural */.LS)(counts.actions, 'action') : '',
        counts.deferred > 0 ? `${(0,report_words/* plural */.LS)(counts.deferred, 'deferred', 'deferred')}` : '',
    ].filter(Boolean);
    const drift = refreshOnly ? [`${(0,report_words/* plural */.LS)(counts.drift, 'change')} outside to take into the state`] : [];
    const planned = [...changes, ...drift, ...(changes.length === 0 ? outputs : []), ...others];
    const notes = [
        counts.checks > 0 ? (0,report_words/* plural */.LS)(counts.checks, 'failed check') : '',
        counts.drift > 0 && planned.length === 0 ? `${(0,report_words/* plural */.LS)(counts.drift, 'change', 'changes')} outside` : '',
    ].filter(Boolean);
    return [planned.join(', ') || 'no changes', ...notes].join(', ');
}
/** The mark of the worst that a plan does. */
function verdict(plan, counts) {
    if (plan.errored)
        return '❌';
    const worst = Object.keys(report_words/* WORDS */.q9).find(kind => kind !== 'no-op' && counts[kind] > 0);
    if (worst)
        return report_words/* WORDS */.q9[worst].mark;
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

// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/fitting.js
var fitting = __webpack_require__(8708);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/heading.js
var heading = __webpack_require__(7161);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/place.js
/** The tool's name without its version. */
function toolTitle({ tool }) {
    return tool.replace(/ v?\d.*$/, '');
}

// EXTERNAL MODULE: ./build/js/toolkit/comment/slot.js
var slot = __webpack_require__(2401);
// EXTERNAL MODULE: ./build/js/toolkit/markdown/html.js
var html = __webpack_require__(9848);
// EXTERNAL MODULE: ./build/js/toolkit/markdown/text.js
var markdown_text = __webpack_require__(7953);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/attributes.js + 2 modules
var report_attributes = __webpack_require__(6659);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/row.js
var report_row = __webpack_require__(7931);
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
        const { lines, left } = (0,report_attributes/* attributeDiff */.m)(attributes ?? [], { anew: false, limit: CHUNK });
        const more = left > 0 ? [`# ${(0,report_words/* plural */.LS)(left, 'more attribute')} in the job summary`] : [];
        const own = [`@@ ${(0,report_row/* addressLine */.VA)(address)} ${kind === 'delete' ? 'is gone ' : ''}@@`, ...lines, ...more];
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
                markdown: `<p>${report_row/* INDENT */.BH}${(0,report_words/* plural */.LS)(drift.length - told, 'more resource')} ${words}</p>`,
            },
        ];
    const blocks = pieces.map(({ addresses, lines }) => {
        const what = addresses.length === 1 ? (0,report_row/* addressCode */.sk)(addresses[0]) : (0,report_words/* plural */.LS)(addresses.length, 'resource');
        return {
            priority: 4,
            markdown: (0,html/* details */.zH)(`🟣 ${what} ${words}`, (0,markdown_text/* fence */.EU)(lines.join('\n'), 'diff')),
            counts: { 'changed outside': addresses.length },
        };
    });
    return [...blocks, ...rest];
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/findings.js
var report_findings = __webpack_require__(6349);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/notices.js
var notices = __webpack_require__(8334);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/value.js
var value = __webpack_require__(7322);
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
    return !attributes.some(one => (0,value/* isHidden */.dK)(one) || one.before.kind === 'sensitive' || one.after.kind === 'sensitive');
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
const ORDER = new Map(Object.keys(report_words/* WORDS */.q9).map((kind, index) => [kind, index]));
/**
 * The changes as they are read, the worst first.
 * @param cost HTML that stands right behind an address.
 * @param naming how many objects of a group its row names; one more where that is all of them.
 */
function itemsOf(changes, cost, naming) {
    const sorted = changes.toSorted((a, b) => ORDER.get(a.kind) - ORDER.get(b.kind));
    return alike(sorted).map(group => itemOf(group, cost, naming));
}
function itemOf(changes, cost, naming) {
    const first = changes[0];
    const { kind } = first;
    if (changes.length === 1) {
        const { head, rest, whole } = (0,report_row/* rowOf */.OB)(first, cost(first.address));
        return { kind, changes, row: head + rest, whole, listed: false };
    }
    const { rest, whole } = (0,report_row/* rowOf */.OB)(first, '');
    const listed = changes.length > naming + 1;
    const named = changes.slice(0, listed ? naming : naming + 1);
    const names = named.map(({ address }) => `${(0,report_row/* addressCode */.sk)(address)}${cost(address)}`).join(', ');
    const more = changes.length - named.length;
    const head = `${(0,report_row/* verbOf */.rl)(kind)} ${(0,report_words/* plural */.LS)(changes.length, 'resource')} alike`;
    return {
        kind,
        changes,
        row: `${head}${rest} · ${names}${more > 0 ? ` and ${more} more` : ''}`,
        whole: whole && more === 0,
        listed,
    };
}
/** What changes in its objects. */
function diffOf({ kind, changes }, limit) {
    const anew = kind === 'create' || kind === 'replace';
    return (0,report_attributes/* attributeDiff */.m)(changes[0].attributes ?? [], { anew, limit });
}
/** The lines of a diff, and how many attributes are not among them. */
function diffText({ lines, left }) {
    const more = left > 0 ? [`# ${(0,report_words/* plural */.LS)(left, 'more attribute')} in the job summary`] : [];
    return [...lines, ...more].join('\n');
}
/** How many objects. */
function item_sizeOf(items) {
    return items.reduce((sum, { changes }) => sum + changes.length, 0);
}
/** What items of one kind stand for. */
function counted(items) {
    return { [`to ${report_words/* WORDS */.q9[items[0].kind].verb}`]: item_sizeOf(items) };
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/dense.js





/** All rows of each kind, and then the attributes, in pieces that fit beside other sections. */
function denseBlocks(items, room) {
    const groups = Object.values(Object.groupBy(items, ({ kind }) => kind)).map(group => ({
        group,
        priority: DIFF[group[0].kind],
        rows: rowBlocks(group, room.blocks.rows),
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
function rowBlocks(items, size) {
    return chunks(items, size, ({ row }) => row).map(({ items: some, texts }) => ({
        priority: ROW[some[0].kind],
        markdown: `<p>${texts.map(text => report_row/* INDENT */.BH + text).join('<br>\n')}</p>`,
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
        const text = `${headOf(item)}\n${diffText(diffOf(item, room.attributes))}`;
        size += text.length;
        told.push({ item, text });
    }
    const total = item_sizeOf(items);
    let before = 0;
    const blocks = chunks(told, room.blocks.attributes, ({ text }) => text).map(({ items: some, texts }) => {
        const { kind, changes } = some[0].item;
        const objects = item_sizeOf(some.map(({ item }) => item));
        const range = total === objects ? (0,report_words/* grouped */.zD)(total) : `${before + 1}–${before + objects} of ${(0,report_words/* grouped */.zD)(total)}`;
        before += objects;
        const what = objects === 1 ? (0,report_row/* addressCode */.sk)(changes[0].address) : `${range} to ${report_words/* WORDS */.q9[kind].verb}`;
        const markdown = (0,html/* details */.zH)(`${what} in detail`, (0,markdown_text/* fence */.EU)(texts.join('\n'), 'diff'));
        return { priority: DIFF[kind], markdown, counts: { 'in detail': objects } };
    });
    const rest = telling.slice(told.length);
    return rest.length === 0 ? blocks : [...blocks, restBlock(rest)];
}
/** What no room would ever be found for is not worked out, but counted. */
function restBlock(items) {
    const { kind } = items[0];
    const markdown = `<p>${report_row/* INDENT */.BH}The details of ${(0,report_words/* grouped */.zD)(item_sizeOf(items))} to ${report_words/* WORDS */.q9[kind].verb} are left out for lack of room.</p>`;
    return { priority: DIFF[kind], markdown };
}
function headOf({ changes }) {
    const [first, ...others] = changes.map(({ address }) => (0,report_row/* addressLine */.VA)(address));
    if (others.length === 0)
        return `@@ ${first} @@`;
    return [`@@ ${(0,report_words/* grouped */.zD)(changes.length)} alike @@`, `# ${first}`, ...others.map(other => `# ${other}`)].join('\n');
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
const SMALL = 2_500;
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
        return [{ ...block, markdown: `<p>${report_row/* INDENT */.BH}${row}</p>` }];
    const open = kind === 'replace' && diff.split('\n', OPEN_LINES + 1).length <= OPEN_LINES;
    if (body.length <= (kind === 'delete' ? SMALL_GOING : SMALL))
        return [{ ...block, markdown: (0,html/* details */.zH)(row, body, open) }];
    const title = changes.length > 1 ? 'they' : (0,report_row/* addressCode */.sk)(changes[0].address);
    return [
        { ...block, markdown: `<p>${report_row/* INDENT */.BH}${row}</p>` },
        {
            priority: DIFF[kind],
            markdown: (0,html/* details */.zH)(`${title} in detail`, body),
            counts: { 'in detail': changes.length },
        },
    ];
}
/** The objects of a group that are too many for its row. */
function listOf(item) {
    if (!item.listed)
        return '';
    return `<ul>${item.changes.map(({ address }) => `<li>${(0,report_row/* addressCode */.sk)(address)}</li>`).join('')}</ul>`;
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/resources.js



const NAMING = 3;
const COMMENT = 63_000;
/** What a section takes besides its blocks: markers, heading, the record of the review. */
const FRAME = 1_700;
const LEAST = 250;
/** So many root modules leave each of them a few lines. */
const MANY = 8;
/** The room for one of so many root modules that share a comment. */
function commentRoom(roots = 1) {
    const each = Math.max(LEAST, Math.floor(COMMENT / roots) - FRAME);
    return {
        roomy: Math.min(10_000, each),
        attributes: 4_000,
        total: 64_000,
        naming: roots > MANY ? 1 : NAMING,
        blocks: {
            rows: Math.max(LEAST, Math.min(1_500, Math.floor(each / 4))),
            attributes: Math.max(600, Math.min(2_500, Math.floor(each / 2))),
        },
    };
}
const SUMMARY = {
    roomy: 250_000,
    attributes: 64_000,
    total: 1_000_000,
    naming: NAMING,
    blocks: { rows: 1_500, attributes: 2_500 },
};
// The attributes of one large object do not make a plan large: they have a block of their own.
const COUNTED = 2_500;
const MOST_GOING = 2;
/**
 * The changes as blocks, the worst first: each object's row with its attributes right below where there is room for
 * all, else rows first and attributes after them.
 * @param cost HTML that stands right behind an address.
 */
function resourceBlocks(changes, cost, room) {
    const items = itemsOf(changes, cost, room.naming);
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
        action: (0,heading/* actionOf */.qj)(at),
        directory: at.directory,
        heading: planHeading(plan, at),
        overview: `${verdict(plan, total)} ${wordsOf(plan, emphasized(plan, total))}`,
        blocks: planBlocks(plan, at, commentRoom(at.roots), at.costs ? costsOf(at) : slot/* slot */.NI),
    };
}
/** What stands above a plan, on one line. */
function planHeading(plan, at) {
    const total = counts(plan);
    return `${verdict(plan, total)} ${(0,heading/* titleOf */.Gg)(at)} · ${wordsOf(plan, headline(total, plan.refreshOnly))}`;
}
function wordsOf({ errored, changes }, headline) {
    if (!errored)
        return headline;
    return changes.length === 0 ? '**planning failed**' : `**planning failed midway**, ${headline} until then`;
}
/** What stands behind an address: its cost after a space, where that is known. */
function costsOf({ costs }) {
    return address => (0,slot/* spaced */.ji)(costs?.get(address));
}
/** The blocks of a plan, in the order in which they are read. */
function planBlocks(plan, at, room, cost) {
    const reads = plan.changes.filter(({ kind }) => kind === 'read');
    const changes = reads.length === 0 ? plan.changes : plan.changes.filter(({ kind }) => kind !== 'read');
    const findings = (0,report_findings/* findingBlocks */.Y1)(at.diagnostics ?? [], at);
    const blocks = [
        ...(0,notices/* planNotice */._B)(plan),
        ...findings.filter(({ counts }) => counts?.errors !== undefined),
        ...resourceBlocks(changes, cost, room),
        ...(0,notices/* checkBlocks */.Lv)(plan.checks),
        ...(0,notices/* deferredBlocks */.Y3)(plan.deferred),
        ...(0,notices/* actionBlocks */.Lj)(plan.invocations),
        ...(0,notices/* outputBlocks */.o)(plan.outputs, room.attributes),
        ...driftBlocks(plan.drift, toolTitle(at), room.total / 4),
        ...findings.filter(({ counts }) => counts?.errors === undefined),
        ...(0,notices/* readBlocks */.v_)(reads),
    ];
    return blocks.length === 0
        ? []
        : [...blocks, { priority: 5, markdown: (0,heading/* footer */.qr)(at, 'the whole plan and the log') }];
}
function emphasized({ refreshOnly }, total) {
    return headline(total, refreshOnly).replace(/[\d,]*\d to (?:destroy|replace)/g, '**$&**');
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/drift-section.js







// An issue's body has the limit of a comment (65,536), kept here in bytes.
const LIMIT = 60_000;
/** Whether what exists is not what the configuration says: an apply would change something. */
function isDrift(plan) {
    const { drift: _, checks: __, read: ___, ...changing } = counts(plan);
    return plan.refreshOnly || Object.values(changing).some(count => count > 0);
}
/** What drifted, in one line: `2 changed outside of Terraform, an apply would do: 1 to update`; else `no drift`. */
function driftWords(plan, at) {
    const total = counts(plan);
    const outside = total.drift > 0 ? `${(0,report_words/* plural */.LS)(total.drift, 'resource')} changed outside of ${toolTitle(at)}` : '';
    if (!isDrift(plan))
        return outside === '' ? 'no drift' : `no drift that matters, ${outside}`;
    const planned = headline({ ...total, drift: 0 });
    return [outside, plan.refreshOnly && total.outputs === 0 ? '' : planned].filter(Boolean).join(', ');
}
/** A root module as the nightly look finds it. */
function driftSection(plan, at) {
    const mark = isDrift(plan) ? '🟣' : '⚪';
    const words = driftWords(plan, at);
    return {
        action: (0,heading/* actionOf */.qj)(at),
        directory: at.directory,
        heading: `${mark} ${(0,heading/* titleOf */.Gg)(at)} · ${words}`,
        overview: `${mark} ${words}`,
        blocks: isDrift(plan) ? planBlocks(plan, at, commentRoom(at.roots), costsOf(at)) : [],
    };
}
/** The title of the issue on a root module that drifts; it stays the same from night to night. */
function driftTitle({ directory, workspace }) {
    const where = workspace === undefined || workspace === 'default' ? '' : ` (${workspace})`;
    return `Drift in ${directory}${where}`.replace(/\s+/g, ' ').replaceAll('@', '@\u200b').slice(0, 200);
}
/** The body of that issue; undefined where there is no drift, and an open issue can be closed. */
function driftIssue(plan, at) {
    if (!isDrift(plan))
        return undefined;
    const intro = [
        `What exists is not what the configuration in ${(0,heading/* titleOf */.Gg)(at)} says: **${driftWords(plan, at)}**.`,
        'Below is what an apply would do. To keep what exists, bring it into the configuration by a pull request; to undo it, apply. This issue is brought up to date by each run, and closed when nothing drifts any more.',
    ].join('\n\n');
    const blocks = planBlocks(plan, at, commentRoom(), costsOf(at));
    return `${intro}\n\n${(0,fitting/* fitting */._)(blocks, LIMIT - Buffer.byteLength(intro))}\n`;
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/gate.js

const WORDS = ['changes', 'destroy', 'replace', 'drift', 'checks'];
const ACTIONS = ['create', 'update', 'replace', 'delete', 'destroy', 'forget', 'import', 'move'];
/** Reads a line of `fail-on`. @throws Error on a word that it does not know. */
function parseCondition(line) {
    const word = WORDS.find(known => known === line);
    if (word !== undefined)
        return { word };
    const [, name, type = ''] = /^(\w+):\s*([\w*]+)$/.exec(line) ?? [];
    const action = ACTIONS.find(known => known === name);
    if (action === undefined)
        throw new Error(`write one of ${WORDS.join(', ')}, or an action (${ACTIONS.join(', ')}) and a resource type, such as delete:aws_db_*`);
    return { action, type };
}
/** Whether applying a plan would change anything: an object, the state or an output. */
function isChanged(plan) {
    // The same question as whether what exists is not what the configuration says.
    return isDrift(plan);
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
/**
 * Whether there is anything to tell: a change, a failed check, a failure. What changed outside with no consequence is
 * none: providers report such things in each plan.
 */
function hasNews(result) {
    if (result.outcome === 'text')
        return true;
    if (result.outcome !== 'planned')
        return isFailure(result);
    return isFailure(result) || isChanged(result.plan) || result.plan.checks.length > 0;
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/masking.js
var masking = __webpack_require__(9930);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/review.js
var review = __webpack_require__(4624);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/failure-section.js


/** The section of a root module of which there is no plan, not even a part of one. */
function failureSection({ step, diagnostics }, at) {
    const words = `${step} failed`;
    const count = (0,report_findings/* findingCounts */.s_)(diagnostics);
    return {
        action: (0,heading/* actionOf */.qj)(at),
        directory: at.directory,
        heading: `❌ ${(0,heading/* titleOf */.Gg)(at)} · ${words}${count === '' ? '' : `: ${count}`}`,
        overview: `❌ **${words}**`,
        blocks: [...(0,report_findings/* findingBlocks */.Y1)(diagnostics, at), { priority: 5, markdown: (0,heading/* footer */.qr)(at, 'log') }],
    };
}

;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/plan-summary.js



// GitHub keeps 1 MiB of job summary for a step; other root modules and the frame want some of it.
const plan_summary_LIMIT = 1_000_000;
/**
 * The whole plan for the job summary; what does not fit is counted.
 * @param limit in bytes, where several root modules share the summary.
 */
function planSummary(plan, at, limit = plan_summary_LIMIT) {
    const heading = `## ${planHeading(plan, at)}`;
    const blocks = planBlocks(plan, at, { ...SUMMARY, total: limit }, costsOf(at));
    return `${heading}\n\n${(0,fitting/* fitting */._)(blocks, limit - Buffer.byteLength(heading) - 2)}\n`;
}

// EXTERNAL MODULE: ./build/js/toolkit/markdown/visible.js
var visible = __webpack_require__(3143);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/report/abbreviate.js
var abbreviate = __webpack_require__(2566);
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/report/text-section.js







const PIECE = 3_000;
const text_section_MOST = 24_000;
const LONGEST_LINE = 400;
/**
 * The section of a plan of which only the tool's text is at hand: in pieces, and where it is long, without its middle.
 * @param why the plan could not be read.
 */
function textSection(text, why, at) {
    const summary = /^(?:Plan: .*|No changes\..*|Changes to Outputs.*)$/m.exec(text)?.[0] ?? 'there may be changes';
    const words = (0,html/* quietLine */.zr)((0,abbreviate/* abbreviate */.S)(summary.replace(/[.:]$/, ''), 120));
    const note = `<b>Only the text of this plan could be had:</b> ${(0,html/* quietHtml */.i5)((0,abbreviate/* abbreviate */.S)(why, 300))}`;
    return {
        action: (0,heading/* actionOf */.qj)(at),
        directory: at.directory,
        heading: `⚠️ ${(0,heading/* titleOf */.Gg)(at)} · ${words}`,
        overview: `⚠️ ${words}`,
        blocks: [
            { priority: 0, markdown: (0,notices/* alert */.xE)('WARNING', note) },
            ...textBlocks(text),
            { priority: 5, markdown: (0,heading/* footer */.qr)(at, 'the whole plan and the log') },
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
        markdown: (0,html/* details */.zH)(pieces.length === 1 ? 'The plan as text' : `The plan as text, part ${index + 1} of ${pieces.length}`, (0,markdown_text/* fence */.EU)(piece.join('\n'), 'diff'), index === 0),
        counts: { 'lines of text': piece.length },
    }));
}
/** Brings the sign of a line to its start, where GitHub colours it. */
function asDiff(line) {
    const [, space = '', sign = '', rest = ''] = /^( +)(-\/\+|\+\/-|[-+~]|<=)( .*)$/.exec(line) ?? [];
    const seen = (0,visible/* visible */.RK)(line.trimEnd());
    if (sign === '')
        return (0,abbreviate/* abbreviate */.S)(seen, LONGEST_LINE);
    const first = sign === '+' || sign === '-' ? sign : '!';
    return (0,abbreviate/* abbreviate */.S)((0,visible/* visible */.RK)(`${first}${space}${sign}${rest}`.trimEnd()), LONGEST_LINE);
}
/** The start and the end of a text that is too long, three lines of the start for two of the end. */
function withoutMiddle(lines) {
    const size = lines.reduce((sum, line) => sum + line.length + 1, 0);
    if (size <= text_section_MOST)
        return lines;
    const head = within(lines, text_section_MOST * 0.6);
    const tail = within(lines.toReversed(), text_section_MOST * 0.4);
    const left = lines.length - head - tail;
    const note = `… ${(0,report_words/* plural */.LS)(left, 'line')} of ${(0,report_words/* grouped */.zD)(lines.length)} left out here; the log has them`;
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
    const unformatted = files > 0 ? `${(0,report_words/* plural */.LS)(files, 'file')} not formatted` : '';
    const said = [(0,report_findings/* findingCounts */.s_)(diagnostics), unformatted].filter(Boolean).join(', ');
    const wrong = diagnostics.some(({ severity }) => severity === 'error');
    const mark = wrong || files > 0 ? '❌' : diagnostics.length > 0 ? '⚠️' : '✅';
    const words = said || 'valid';
    const blocks = [...(0,report_findings/* findingBlocks */.Y1)(diagnostics, at), ...formatBlocks(formatting, at)];
    return {
        action: (0,heading/* actionOf */.qj)(at),
        directory: at.directory,
        heading: `${mark} ${(0,heading/* titleOf */.Gg)(at)} · ${words}`,
        overview: `${mark} ${words}`,
        blocks: blocks.length === 0 ? [] : [...blocks, { priority: 5, markdown: (0,heading/* footer */.qr)(at, 'log') }],
    };
}
/** What `fmt` would write, file by file. */
function formatBlocks(formatting, at) {
    const files = Object.entries(Object.groupBy(formatting, ({ file }) => file));
    return files.map(([file, pieces]) => {
        const text = (0,abbreviate/* abbreviate */.S)((0,visible/* visible */.RK)(pieces.map(({ diff }) => diff).join('\n')), LONGEST_DIFF);
        const { line, endLine } = pieces[0];
        const row = `🧹 ${(0,report_findings/* fileLink */.RF)(at, file, line, endLine)} is not formatted: run <code>fmt</code>`;
        return {
            priority: 2,
            markdown: (0,html/* details */.zH)(row, (0,markdown_text/* fence */.EU)(text, 'diff'), text.length < 600),
            counts: { 'not formatted': 1 },
        };
    });
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/sections.js









// GitHub keeps 1 MiB of job summary for a step.
const sections_SUMMARY = 1_000_000;
/** How each result is told, with every secret hidden that any of the root modules has taught. */
function sections_told({ tool, results }, costs, { mode }, world) {
    const room = Math.floor(sections_SUMMARY / results.length);
    return results.map(result => {
        const at = placeOf(result, tool, world);
        const hidden = withoutSecrets(result, world.secrets.redact);
        return tell(hidden, { ...at, mode, costs: costs.get(result.root.directory), roots: results.length }, room, world);
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
            if (at.mode === 'drift')
                return drifted(result, { ...at, diagnostics }, room);
            const section = planSection(result.plan, { ...at, diagnostics });
            return {
                section: result.ok ? { ...section, data: reviewOf(result, context.headSha) } : section,
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
/** What terraform-apply reads: the whole record, and the least of it, for which there is always room. */
function reviewOf({ plan, fingerprint }, head) {
    return { review: (0,review/* reviewRecord */.Ab)(plan, fingerprint, head), fingerprint: (0,review/* approvedText */.jp)({ fingerprint, head }) };
}
function drifted({ plan, ok }, at, room) {
    const told = { section: driftSection(plan, at), summary: planSummary(plan, at, room) };
    // Of a plan that failed midway nobody knows whether nothing drifts.
    return ok ? { ...told, issue: { title: driftTitle(at), body: driftIssue(plan, at) } } : told;
}
function whole(section) {
    const blocks = section.blocks.map(({ markdown }) => markdown);
    return { section, summary: [`## ${section.heading}`, ...blocks].join('\n\n') };
}
function placeOf({ root, workspace }, tool, { context }) {
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









// A longer detail stands in the log, in an annotation and in the summary.
const SHORT = 200;
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
            fingerprint: fingerprints(plans.filter(({ ok }) => ok)),
            'plan-files': results.flatMap(one => ('planFile' in one ? (one.planFile ?? []) : [])).join('\n'),
            'plan-json': plans.flatMap(lineOf).join('\n'),
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
function lineOf({ root, jsonFile }) {
    return jsonFile === undefined ? [] : [(0,paths/* planLine */.od)({ directory: root.directory, path: jsonFile })];
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
            // A plan that failed midway is not to be reviewed.
            fingerprint: result.ok ? result.fingerprint : undefined,
            'plan-file': result.planFile,
            'plan-json': result.jsonFile,
        }),
    };
}
/** One line on why a root module failed, and what to do where that is known. */
function failureOf(result) {
    const error = result.diagnostics.find(({ severity }) => severity === 'error');
    const advice = error && (0,known_errors/* adviceOn */.i)(error);
    return `'${result.root.directory}': ${whatFailed(result, error)}${advice === undefined ? '' : `. ${advice}`}`;
}
function whatFailed(result, error) {
    if (error !== undefined)
        return lineOn(error);
    if (result.outcome === 'planned')
        return 'planning failed midway, and the plan tells only what was found until then';
    if (result.outcome !== 'invalid')
        return 'failed';
    const files = new Set(result.formatting.map(({ file }) => file));
    return `${[...files].join(', ')} not formatted; run 'fmt' there`;
}
/** The summary, where it is, and the first sentence of the detail where that is all there is to tell. */
function lineOn({ summary, detail, file, line }) {
    const where = file === undefined ? '' : ` (${[file, line].filter(Boolean).join(':')})`;
    const short = detail.length > 0 && detail.length <= SHORT ? `: ${detail.replace(/\s+/g, ' ')}` : '';
    return `${summary}${where}${short}`.replace(/\.$/, '');
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
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/exec-tool.js
var exec_tool = __webpack_require__(6048);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/learn-secrets.js + 2 modules
var learn_secrets = __webpack_require__(8261);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/read.js
var run_read = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/state-secrets.js
var state_secrets = __webpack_require__(463);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/run/workspace.js
var workspace = __webpack_require__(6959);
;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/plan-one.js










/** Plans one root module. What goes wrong there is a result, so that the others are still reported. */
async function planOne(world, tool, root, inputs, { say, turn }) {
    const common = { root, workspace: (0,workspace/* workspaceOf */.B)(world.env, root, inputs) };
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
        const planFile = (0,paths/* planPath */.pw)(await world.jobFolder(), root.directory, 'plan');
        // Errors are told at the end: only then is it known what in them must be hidden.
        const run = await (0,commands/* planRoot */.Ox)(world, tool, root, inputs, { out: planFile, say, sayDiagnostic: () => { } });
        if (!run.ok && !(0,external_node_fs_.existsSync)(planFile)) {
            await (0,state_secrets/* learnState */.C)(world, tool, root);
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
    const jsonFile = (0,paths/* planPath */.pw)(await world.jobFolder(), common.root.directory, 'json');
    try {
        await (0,run_read/* showJson */.qN)(world, tool, common.root, { planFile, to: jsonFile });
        return await readPlanned(world, { ...common, ok, planFile, jsonFile }, inputs);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        // The text marks only what its own schema knows to be sensitive.
        await (0,state_secrets/* learnState */.C)(world, tool, common.root);
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
;// CONCATENATED MODULE: ./build/js/toolkit/terraform/run/terragrunt-report.js



/** The units of a run report; those that were left out on purpose are none. */
function reportedUnits(entries, root) {
    return entries.flatMap(({ Name = '.', Result, Reason, Cause = '' }) => {
        if (Result === 'excluded')
            return [];
        const ok = Result === 'succeeded';
        // A folder that is a unit itself is called by its name.
        const isRoot = Name === (0,external_node_path_.basename)(root.path) && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(root.path, Name));
        const unit = unitAt(root, isRoot ? '.' : Name);
        const diagnostics = ok ? [] : causes(Cause, Result, Reason, unit);
        return [{ root: unit, ok, diagnostics, planFile: undefined, jsonFile: undefined }];
    });
}
function causes(cause, result, reason, unit) {
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
/** The folder as a failed unit: what Terragrunt itself has against the folder: its own lines, without their time and level. */
function unexplained(root, lines) {
    const own = lines.map(line => line.replace(/^[\d:.]+ [A-Z ]{6} (?:\[[^\]]*\] (?:[\w-]+: )?)?/, ''));
    const errors = (0,run_diagnostics/* diagnosticsInText */.$6)(own.join('\n')).filter(({ severity }) => severity === 'error');
    const located = lines.flatMap(line => placed(line) ?? []);
    const last = lines.filter(line => /^[\d:.]+ ERROR/.test(line)).at(-1) ?? lines.at(-1) ?? '';
    const diagnostics = errors.length > 0
        ? errors
        : located.length > 0
            ? located
            : [{ severity: 'error', summary: 'Terragrunt failed', detail: last }];
    return { root, ok: false, diagnostics, planFile: undefined, jsonFile: undefined };
}
/** An error in a file of Terragrunt's: `ERROR  /…/terragrunt.hcl:2,1-9: Summary; detail`. */
function placed(line) {
    const [, file, at, summary = '', detail = ''] = /ERROR\s+(\/.+?):(\d+),[\d,-]+: (.*?)(?:; (.*))?$/.exec(line) ?? [];
    return file === undefined ? undefined : { severity: 'error', summary, detail, file, line: Number(at) };
}
/** The unit at a place below a folder. */
function unitAt({ directory, path }, place) {
    return { directory: external_node_path_.posix.join(directory, place), path: (0,external_node_path_.join)(path, place) };
}
/** Reads a run report; none where a version writes none. */
function readReport(path) {
    try {
        const report = JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
        return Array.isArray(report) ? report : [];
    }
    catch {
        return [];
    }
}

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
    const args = ['fmt', '-check', '-recursive', '-diff', '-no-color'];
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
        const [head = '', ...rest] = part.split('\n');
        // The name of the next file follows without a sign.
        const lines = rest.filter(line => /^[-+ \\]/.test(line));
        if (head.startsWith('--- old/'))
            file = head.slice('--- old/'.length);
        const start = /^@@ -(\d+)/.exec(head)?.[1];
        if (start !== undefined)
            found.push({ file, ...changedLines(Number(start), lines), diff: [head, ...lines].join('\n') });
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
 * Runs `plan` or `validate` in all units at and below a folder, after those that they depend on.
 * A folder in which no unit could be started is told as one failed unit.
 * @param out a folder for the plans.
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
        ...(command === 'plan' && { OUT_DIR: folders.plans, JSON_OUT_DIR: folders.json }),
        ...(redesigned && { REPORT_FILE: folders.report, SUMMARY_DISABLE: 'true' }),
    };
    return {
        ...(0,environment/* toolEnvironment */.u)(env, command),
        ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [`${prefix}${name}`, value])),
        ...(command === 'validate' && {
            // Apart, or a plan that follows would find units that are initialised, but without their backend.
            TF_DATA_DIR: '.terraform-validate',
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

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/plan-units.js








/** Plans all units of Terragrunt at and below a folder; each becomes a result of its own. */
async function planUnits(world, tool, root, inputs, say) {
    (0,learn_secrets/* learnSecrets */.u)(world, root, inputs);
    const out = (0,external_node_path_.join)(await world.jobFolder(), `${(0,paths/* fileNameOf */.bV)(root.directory)}.units`);
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
    const out = (0,external_node_path_.join)(await world.folder(), `${(0,paths/* fileNameOf */.bV)(root.directory)}.units`);
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
        const jsonFile = (0,paths/* planPath */.pw)(await world.jobFolder(), root.directory, 'json');
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
    const roots = (0,root_modules/* rootModules */.g)(world, inputs);
    const tool = await (0,run_tool/* findTool */.S)(world, inputs.tool, roots);
    const turn = (0,each_root/* sharesPluginCache */.cp)(world.env) ? (0,each_root/* oneAtATime */.IH)() : (task) => task();
    const results = await (0,each_root/* eachRoot */.El)(world, roots, inputs.parallel, async (root, say) => tool.name === 'terragrunt'
        ? planUnits(world, tool, root, inputs, say)
        : [await planOne(world, tool, root, inputs, { say, turn })]);
    return { tool: `${(0,run_tool/* titleOf */.G)(tool)} ${tool.version}`, results: results.flat() };
}

// EXTERNAL MODULE: ./build/js/toolkit/comment/post.js + 1 modules
var post = __webpack_require__(225);
// EXTERNAL MODULE: ./build/js/toolkit/comment/read-sections.js + 1 modules
var read_sections = __webpack_require__(7918);
// EXTERNAL MODULE: ./build/js/toolkit/comment/target.js
var target = __webpack_require__(2816);
// EXTERNAL MODULE: ./build/js/toolkit/github/client.js
var client = __webpack_require__(4160);
// EXTERNAL MODULE: ./build/js/toolkit/github/refusals.js
var refusals = __webpack_require__(8202);
;// CONCATENATED MODULE: ./build/js/toolkit/github/labels.js


/**
 * Gives an issue or pull request the wanted labels, and takes from it those of `ours` that are not wanted; all other
 * labels stay. A label that exists keeps the colour that people gave it. Labels are no reason to fail: a refusal is a
 * warning.
 */
async function syncLabels(github, { repository, number }, wanted, ours, log) {
    const [owner = '', repo = ''] = repository.split('/');
    const issue = { owner, repo, issue_number: number };
    try {
        const present = await github.paginate(github.rest.issues.listLabelsOnIssue, { ...issue, per_page: 100 });
        const has = (name) => present.some(label => sameName(label.name, name));
        const missing = wanted.filter(({ name }) => !has(name));
        const extra = ours.filter(name => has(name) && !wanted.some(label => sameName(label.name, name)));
        for (const label of missing)
            await makeLabel(github, { owner, repo }, label);
        if (missing.length > 0)
            await github.rest.issues.addLabels({ ...issue, labels: missing.map(({ name }) => name) });
        for (const name of extra)
            await github.rest.issues.removeLabel({ ...issue, name }).catch(unless(404));
    }
    catch (thrown) {
        if ((0,refusals/* statusOf */.c)(thrown) === undefined)
            throw thrown;
        log.warning(`the labels of #${number} stay as they are: GitHub answered '${(0,errors/* messageOf */.bD)(thrown)}' (labels need 'pull-requests: write', and 'issues: write' to make one)`);
    }
}
/** GitHub makes a label that it does not know in grey; made before, it has its colour. */
async function makeLabel(github, repository, label) {
    // 422: it exists. 403: GitHub may still let an existing one be added.
    await github.rest.issues.createLabel({ ...repository, ...label }).catch(unless(422, 403));
}
function unless(...statuses) {
    return (thrown) => {
        if (!statuses.includes((0,refusals/* statusOf */.c)(thrown) ?? 0))
            throw thrown;
    };
}
const sameName = (a, b) => a.toLowerCase() === b.toLowerCase();

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

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/js/toolkit/github/viewer.js
var viewer = __webpack_require__(2145);
// EXTERNAL MODULE: ./build/js/toolkit/comment/harmless.js
var harmless = __webpack_require__(2898);
;// CONCATENATED MODULE: ./build/js/toolkit/comment/issue.js




// GitHub refuses more than 65,536 characters; see the comment's limit.
const issue_LIMIT = 65_000;
/**
 * Keeps one issue by this account for a key: opens it, updates it, closes it when there is nothing to say, opens it
 * again. Doing it twice does nothing more; of two that were opened at one time, the later is closed.
 * @param body Markdown; undefined closes.
 * @throws UserError where GitHub refuses.
 */
function syncIssue(github, target, body) {
    const { repository } = target;
    const purpose = { to: `keep the issue '${target.title}'`, repository, permission: 'issues: write' };
    return (0,refusals/* explained */.t)(purpose, async () => {
        const [found] = await findIssues(github, target);
        if (body === undefined)
            return found ? issue_close(github, target, found) : { url: '', outcome: 'none' };
        const text = issueBody(target.key, body);
        return found ? update(github, target, found, text) : issue_open(github, target, text);
    });
}
/** The issue's text: a hidden marker, and what fits of the body. */
function issueBody(key, body) {
    const marker = markerOf(key);
    const text = (0,harmless/* harmless */.I)(body);
    if (Buffer.byteLength(marker) + Buffer.byteLength(text) + 2 <= issue_LIMIT)
        return `${marker}\n\n${text}`;
    // At the top, where no fence or table that was cut can swallow it.
    const note = '**Not all of it had room here;** the job summary of the run has the rest.\n\n';
    const room = issue_LIMIT - Buffer.byteLength(marker) - Buffer.byteLength(note) - 2;
    const kept = Buffer.from(text).subarray(0, room).toString('utf8');
    return `${marker}\n\n${note}${kept.slice(0, Math.max(0, kept.lastIndexOf('\n')))}`;
}
function markerOf(key) {
    return `<!-- gitops-actions:issue ${encodeURIComponent(key).replaceAll('-', '%2D')} -->`;
}
/** Our issues with this key, the oldest first, open or not. */
async function findIssues(github, { repository, key, labels }) {
    const [owner = '', repo = ''] = repository.split('/');
    const marker = markerOf(key);
    // Not by creator: some servers find nothing by the name of an App's bot.
    const listed = await github.paginate(github.rest.issues.listForRepo, {
        ...{ owner, repo, state: 'all', labels: labels[0], per_page: 100 },
    });
    const marked = listed.filter(({ body, pull_request }) => !pull_request && body?.startsWith(marker));
    if (marked.length === 0)
        return [];
    const self = await (0,viewer/* viewerOf */.G)(github);
    return marked.filter(({ user }) => (0,viewer/* isSelf */.f)(self, user)).sort((a, b) => a.number - b.number);
}
async function update(github, target, found, body) {
    const { number: issue_number, html_url: url, state, title } = found;
    if (state === 'open' && title === target.title && found.body?.replace(/\r\n/g, '\n') === body)
        return { url, outcome: 'unchanged' };
    const [owner = '', repo = ''] = target.repository.split('/');
    await github.rest.issues.update({ owner, repo, issue_number, title: target.title, body, state: 'open' });
    return { url, outcome: state === 'open' ? 'updated' : 'opened' };
}
async function issue_close(github, { repository }, found) {
    const { number: issue_number, html_url: url, state } = found;
    if (state === 'closed')
        return { url, outcome: 'none' };
    const [owner = '', repo = ''] = repository.split('/');
    await github.rest.issues.update({ owner, repo, issue_number, state: 'closed', state_reason: 'completed' });
    return { url, outcome: 'closed' };
}
// An issue whose making was not answered is listed a moment later, if it was made.
const LISTED_AFTER = 1_000;
async function issue_open(github, target, body) {
    const made = await create(github, target, body);
    const [first = made] = await findIssues(github, target);
    if (first.number >= made.number)
        return { url: made.html_url, outcome: 'opened' };
    // Another run was faster: its issue is the one.
    const [owner = '', repo = ''] = target.repository.split('/');
    await github.rest.issues.update({
        ...{ owner, repo, issue_number: made.number, body: `Duplicate of #${first.number}.` },
        ...{ state: 'closed', state_reason: 'not_planned' },
    });
    return update(github, target, first, body);
}
async function create(github, target, body) {
    const { repository, title, labels } = target;
    const [owner = '', repo = ''] = repository.split('/');
    try {
        return (await github.rest.issues.create({ owner, repo, title, body, labels: [...labels] })).data;
    }
    catch (thrown) {
        // It may have been made although its answer was lost.
        const status = (0,refusals/* statusOf */.c)(thrown);
        if (status === undefined || status < 500)
            throw thrown;
        await (0,external_node_timers_promises_.setTimeout)(LISTED_AFTER);
        const [found] = await findIssues(github, target);
        if (found)
            return found;
        return (await github.rest.issues.create({ owner, repo, title, body, labels: [...labels] })).data;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/issues.js


/**
 * Keeps one issue for each root module that has drifted, and closes those of the others. The issue of one that could
 * not be planned stays as it is.
 * @returns why the step must fail: without the issue, nobody would hear of the drift.
 */
async function syncIssues(github, all, { context, log }) {
    try {
        for (const { issue } of all) {
            if (issue === undefined)
                continue;
            const target = {
                repository: context.repository,
                key: issue.title,
                title: issue.title,
                labels: ['terraform: drift'],
            };
            const { outcome, url } = await syncIssue(github, target, issue.body);
            if (outcome !== 'none')
                log.info(`The issue '${issue.title}' is ${outcome}: ${url}`);
        }
        return undefined;
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        return (0,errors/* messageOf */.bD)(thrown);
    }
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

;// CONCATENATED MODULE: ./build/js/actions/terraform-plan-comment/src/stands-as-reviewed.js

/**
 * Why the plan in the comment must stay as it is, undefined where it may be replaced: terraform-apply, also when it is
 * run again after a failure, trusts what stands there, and people review that no more.
 * @throws UserError where GitHub refuses to tell.
 */
async function standsAsReviewed(github, { repository, eventName }, number) {
    if (eventName === 'merge_group')
        return `#${number} is in the merge queue, and was reviewed before`;
    const [owner = '', repo = ''] = repository.split('/');
    // Asked of the issue, as that takes no other permission than its comments.
    const { data } = await (0,refusals/* explained */.t)({ to: `read #${number}`, repository, permission: 'pull-requests: write' }, () => github.rest.issues.get({ owner, repo, issue_number: number }));
    if (data.pull_request?.merged_at)
        return `#${number} is merged`;
    return data.state === 'closed' ? `#${number} is closed` : undefined;
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
    const failure = await syncIssues(await connect(), all, world);
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
        const why = inputs.mode === 'validate' ? undefined : await standsAsReviewed(github, context, target.number);
        if (why !== undefined)
            return unchanged(why, inputs, log);
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
function unchanged(why, { comment }, log) {
    if (comment === 'always')
        return { url: undefined, failure: `'comment' is 'always', but ${why}` };
    log.notice(`The comment stays as it was reviewed, the job summary has this plan: ${why}`);
    return { url: undefined, failure: undefined };
}
/** Whether one of these sections stands in the comment already. */
async function stands(github, target, all) {
    const standing = await (0,read_sections/* readSections */.j)(github, target);
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
// EXTERNAL MODULE: ./build/js/toolkit/comment/fields.js
var comment_fields = __webpack_require__(6148);
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
    'comment-key': comment_fields/* commentKey */.T,
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
    const roots = (0,root_modules/* rootModules */.g)(world, inputs);
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
    const all = sections_told(done, costs, inputs, world);
    const published = await publish(done, all, inputs, world);
    return reportOf(done, all, published, inputs, world);
}
function resultsOf(inputs, world) {
    if (inputs.mode === 'validate')
        return validateAll(inputs, world);
    return inputs['plan-json'].length > 0 ? givenPlans(inputs, world) : planAll(inputs, world);
}


/***/ })

};
