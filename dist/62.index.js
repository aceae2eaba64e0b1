export const id = 62;
export const ids = [62];
export const modules = {

/***/ 7062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  infracost: () => (/* binding */ infracost),
  main: () => (/* binding */ main),
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./build/js/toolkit/action/run.js + 5 modules
var run = __webpack_require__(3761);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/js/toolkit/money/decimal.js
var decimal = __webpack_require__(3363);
// EXTERNAL MODULE: ./build/js/toolkit/cost/change.js
var change = __webpack_require__(5985);
;// CONCATENATED MODULE: ./build/js/toolkit/cost/write.js


/**
 * The report as Infracost's JSON of version 0.2, which `readCosts`, `infracost output` and `infracost comment` read.
 * It holds what was estimated and nothing of the resources' attributes or tags.
 */
function writeCosts(report) {
    const now = (0,decimal/* sum */.cz)(report.projects.map(({ now }) => now.total.known));
    const past = report.projects.every(project => project.past !== undefined)
        ? (0,decimal/* sum */.cz)(report.projects.map(project => project.past?.total.known ?? decimal/* zero */.v_))
        : undefined;
    return JSON.stringify({
        version: '0.2',
        metadata: { infracostCommand: 'output' },
        currency: report.currency,
        projects: report.projects.map(projectJson),
        totalMonthlyCost: (0,decimal/* toText */.fE)(now),
        pastTotalMonthlyCost: past && (0,decimal/* toText */.fE)(past),
        diffTotalMonthlyCost: past && (0,decimal/* toText */.fE)((0,decimal/* subtract */.Re)(now, past)),
        summary: { unsupportedResourceCounts: countUnsupported(report.projects) },
    });
}
function projectJson(project) {
    return {
        name: project.name,
        metadata: {
            path: project.directory,
            type: 'terraform_dir',
            terraformWorkspace: project.workspace,
            errors: project.errors.length > 0 ? project.errors.map(messageJson) : undefined,
            warnings: project.warnings.length > 0 ? project.warnings.map(messageJson) : undefined,
        },
        pastBreakdown: project.past ? estimateJson(project.past) : null,
        breakdown: estimateJson(project.now),
        diff: project.past ? differenceJson(project) : null,
        summary: { unsupportedResourceCounts: project.unsupported },
    };
}
const messageJson = (message) => ({ message });
function estimateJson({ total, resources }) {
    return { resources: resources.map(resourceJson), totalMonthlyCost: (0,decimal/* toText */.fE)(total.known) };
}
function resourceJson({ address, type, cost, components }) {
    return {
        name: address,
        resourceType: type || undefined,
        metadata: {},
        monthlyCost: (0,decimal/* toText */.fE)(cost.known),
        costComponents: components.map(componentJson),
    };
}
function componentJson({ name, unit, quantity, price, cost }) {
    return {
        name,
        unit,
        monthlyQuantity: quantity ? (0,decimal/* toText */.fE)(quantity) : null,
        price: (0,decimal/* toText */.fE)(price ?? decimal/* zero */.v_),
        monthlyCost: cost.usage ? null : (0,decimal/* toText */.fE)(cost.known),
        priceNotFound: !cost.complete,
    };
}
function differenceJson(project) {
    const resources = (0,change/* resourceChanges */.Ag)(project).map(({ address, now, past, change }) => ({
        name: address,
        resourceType: (now ?? past)?.type || undefined,
        metadata: {},
        monthlyCost: (0,decimal/* toText */.fE)(change.known),
    }));
    const known = (estimate) => estimate?.total.known ?? decimal/* zero */.v_;
    return { resources, totalMonthlyCost: (0,decimal/* toText */.fE)((0,decimal/* subtract */.Re)(known(project.now), known(project.past))) };
}
function countUnsupported(projects) {
    const counts = {};
    for (const { unsupported } of projects)
        for (const [type, count] of Object.entries(unsupported))
            counts[type] = (counts[type] ?? 0) + count;
    return counts;
}

// EXTERNAL MODULE: ./build/js/toolkit/cost/words.js
var cost_words = __webpack_require__(3172);
// EXTERNAL MODULE: ./build/js/toolkit/markdown/html.js
var html = __webpack_require__(9848);
// EXTERNAL MODULE: ./build/js/toolkit/markdown/text.js
var markdown_text = __webpack_require__(7953);
// EXTERNAL MODULE: ./build/js/toolkit/markdown/visible.js
var visible = __webpack_require__(3143);
// EXTERNAL MODULE: ./build/js/toolkit/money/format.js
var format = __webpack_require__(4925);
// EXTERNAL MODULE: ./build/js/toolkit/cost/cost.js
var cost = __webpack_require__(1408);
;// CONCATENATED MODULE: ./build/js/actions/infracost/src/standing.js



/** Every root module of a report, in its order. */
function standings({ projects }) {
    const byDirectory = Map.groupBy(projects, ({ directory }) => directory);
    return [...byDirectory].map(([directory, group]) => standing(directory, group));
}
/** All root modules together. */
function totalStanding({ projects }) {
    return standing(undefined, projects);
}
function standing(directory, projects) {
    const pasts = projects.map(({ past }) => past?.total);
    const changes = projects.map(change/* projectChange */.g8);
    return {
        directory,
        projects,
        now: (0,cost/* addCosts */.Iu)(projects.map(({ now }) => now.total)),
        past: standing_all(pasts) && (0,cost/* addCosts */.Iu)(pasts),
        change: standing_all(changes) && (0,change/* addChanges */.$p)(changes),
    };
}
function standing_all(values) {
    return values.every(value => value !== undefined) ? true : undefined;
}
/** The known difference in percent of what it was; undefined where that was nothing, or where it is not known. */
function percentChange({ past, change }, digits) {
    if (past === undefined || change === undefined || !change.complete || !past.complete)
        return undefined;
    return (0,decimal/* percentOf */.pR)(change.known, past.known, digits);
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/findings.js







const MOST_LINES = 20;
const LONGEST_MESSAGE = 500;
/** A verdict in one sentence, in plain text. */
function verdictSentence(verdict, currency) {
    const { kind, limit, standing, state } = verdict;
    const subject = `the monthly cost${limit.directory === undefined ? '' : ` of ${limit.directory}`}`;
    const most = kind === 'percent' ? `${(0,decimal/* toText */.fE)(limit.amount)}%` : (0,format/* formatMoney */.up)(limit.amount, currency);
    if (kind === 'monthly')
        return `${subject} is ${(0,cost_words/* costWords */.f)(standing.now, currency)}, ${MONTHLY[state]} ${most}`;
    if (state === 'not-applicable')
        return `${subject} was nothing before, which has no percentage to hold to ${most}`;
    return `${subject} ${movement(standing, currency)}, ${GROWTH[state]} ${most} allowed`;
}
const MONTHLY = {
    over: 'over the budget of',
    within: 'within the budget of',
    unknown: 'so that it cannot be checked against the budget of',
    'not-applicable': '',
};
const GROWTH = {
    over: 'more than the',
    within: 'no more than the',
    unknown: 'so that it cannot be checked against the',
};
/** `grows by $560.64 (75.49%)`. */
function movement(standing, currency) {
    const { change } = standing;
    if (change === undefined)
        return 'has nothing to be compared with';
    if (!change.complete && !change.atLeast)
        return 'changes by an unknown amount';
    const percent = percentChange(standing, 2);
    const verb = (0,decimal/* signOf */.rL)(change.known) < 0 ? 'falls by' : 'grows by';
    const size = (0,format/* formatMoney */.up)((0,decimal/* magnitude */.VO)(change.known), currency);
    return `${verb} ${change.complete ? '' : 'at least '}${size}${percent ? ` (${(0,decimal/* toText */.fE)((0,decimal/* magnitude */.VO)(percent))}%)` : ''}`;
}
/** What broke a limit or cannot be checked, as an alert that GitHub shows; empty where there is nothing of it. */
function verdictAlert(verdicts, currency, fails) {
    const bad = verdicts.filter(({ state }) => state === 'over' || state === 'unknown');
    if (bad.length === 0)
        return '';
    const lines = bad.map(verdict => `**${(0,html/* quiet */.jQ)((0,markdown_text/* plain */.pj)(upperFirst(verdictSentence(verdict, currency))))}.**`);
    return findings_alert(fails ? 'CAUTION' : 'WARNING', lines);
}
/** Why a part of the cost is not known. */
function errorAlert({ projects, now }) {
    const errors = projects.flatMap(project => project.errors.map(error => (projects.length > 1 ? `${project.name}: ${error}` : error)));
    if (errors.length === 0)
        return '';
    const title = (0,decimal/* signOf */.rL)(now.known) === 0 ? 'The cost is unknown' : 'The cost is not wholly known';
    const lines = [`**${title}**, for Infracost met errors:`, ...listed(errors.map(message))];
    return findings_alert('WARNING', lines);
}
/** Resources for which no price was found, and which line of their bill. */
function unpriced(standing) {
    const lines = concerning(standing, resource => resource.components.filter(({ cost }) => !cost.complete));
    return lines.length === 0 ? '' : section('No price was found for', lines);
}
/** Resources whose cost depends on usage that nobody told. */
function usageBased(standing) {
    const lines = concerning(standing, resource => resource.components.filter(({ cost }) => cost.usage));
    if (lines.length === 0)
        return '';
    const hint = 'These cost what they are used, which comes on top; a `usage-file` can tell how much that is.';
    return fold(`${count(lines.length, 'resource')} with costs that depend on usage`, [
        hint,
        '',
        ...listed(lines),
    ]);
}
/** What else there is to know: warnings, and types of resources without prices. */
function remarks({ projects }) {
    const types = projects.flatMap(({ unsupported }) => Object.entries(unsupported));
    const lines = [
        ...projects.flatMap(({ warnings }) => warnings.map(message)),
        ...types.map(([type, number]) => `${number} × ${message(type)}: Infracost does not know this type`),
    ];
    return lines.length === 0 ? '' : fold('Not in these figures, and warnings', listed([...new Set(lines)]));
}
/** Something that can be unfolded. */
function fold(title, lines) {
    return `<details><summary>${title}</summary>\n\n${lines.join('\n')}\n\n</details>`;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
function concerning({ projects }, parts) {
    return projects
        .flatMap(({ now }) => now.resources)
        .sort((a, b) => (0,decimal/* compare */.UD)(b.cost.known, a.cost.known) || (a.address < b.address ? -1 : 1))
        .flatMap(resource => {
        const names = parts(resource).map(({ name }) => message(name));
        return names.length === 0 ? [] : [`${message(resource.address)}: ${names.join(', ')}`];
    });
}
function section(title, lines) {
    return [`**${title}**`, '', ...listed(lines)].join('\n');
}
function listed(lines) {
    const rest = lines.length - MOST_LINES;
    return [
        ...lines.slice(0, MOST_LINES).map(line => `- ${line}`),
        ...(rest > 0 ? [`- … and ${rest} more`] : []),
    ];
}
function findings_alert(kind, lines) {
    return [`> [!${kind}]`, ...lines.map(line => `> ${line}`)].join('\n');
}
// In code, for a message may hold anything that was in the configuration.
function message(text) {
    const line = (0,visible/* visibleLine */.P8)(text);
    return (0,markdown_text/* codeSpan */.SS)(line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line);
}
function upperFirst(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

// EXTERNAL MODULE: ./build/js/toolkit/comment/publish.js
var publish = __webpack_require__(2402);
;// CONCATENATED MODULE: ./build/js/actions/infracost/src/publish.js


/** Comments, where that is asked for. */
function publish_publish(sections, { total, verdicts }, inputs, world) {
    const choice = inputs.comment;
    const wish = {
        comment: choice === 'over-budget' ? 'changes' : choice,
        key: inputs['comment-key'],
        token: inputs['github-token'],
        dryRun: inputs['dry-run'],
        news: choice === 'over-budget' ? isBroken(verdicts) : differs(total),
    };
    return (0,publish/* publishSections */.u)(sections, wish, world);
}
function isBroken(verdicts) {
    return verdicts.some(({ state }) => state === 'over' || state === 'unknown');
}
/** What is not known to be the same may have changed. */
function differs({ change }) {
    return change === undefined || !change.complete || change.usage || (0,decimal/* signOf */.rL)(change.known) !== 0;
}

// EXTERNAL MODULE: ./build/js/toolkit/cost/notes.js
var cost_notes = __webpack_require__(8116);
;// CONCATENATED MODULE: ./build/js/actions/infracost/src/tables.js






/** How many resources the first table has; the rest is folded away. */
const MOST_ROWS = 10;
const LONGEST_NAME = 200;
/** What changed most, as a table; further ones in a second table. Empty where nothing changed. */
function changeTables(standing, currency) {
    const rows = labelled(standing, change/* resourceChanges */.Ag);
    const line = ({ label, item: { past, now, change } }) => [
        cell(label),
        past ? (0,cost_words/* costWords */.f)(past.cost, currency) : '–',
        now ? (0,cost_words/* costWords */.f)(now.cost, currency) : '–',
        `**${(0,cost_words/* changeWords */.m)(change, currency)}**`,
    ];
    return split(rows).map(part => table(['resource', '>before', '>after', '>change'], part.map(line)));
}
/** What costs most, where there is nothing to compare with. */
function costTables(standing, currency) {
    const rows = labelled(standing, ({ now }) => now.resources)
        .filter(({ item }) => item.components.length > 0)
        .sort((a, b) => (0,decimal/* compare */.UD)(b.item.cost.known, a.item.cost.known));
    const line = ({ label, item }) => [cell(label), `**${(0,cost_words/* costWords */.f)(item.cost, currency)}**`];
    return split(rows).map(part => table(['resource', '>monthly cost'], part.map(line)));
}
/** The lines of the bill of every resource that changed, or of all where there is nothing to compare with. */
function componentTable(standing, currency) {
    const resources = standing.change === undefined
        ? labelled(standing, ({ now }) => now.resources)
        : labelled(standing, project => (0,change/* resourceChanges */.Ag)(project).flatMap(({ now }) => now ?? []));
    const lines = resources.flatMap(({ label, item }) => item.components.map((component, index) => [
        index === 0 ? cell(label) : '',
        cell(component.name),
        quantity(component),
        component.price ? (0,format/* formatPrice */.$g)(component.price, currency) : '**not found**',
        (0,cost_words/* costWords */.f)(component.cost, currency),
    ]));
    return lines.length === 0
        ? ''
        : table(['resource', 'component', '>quantity a month', '>price', '>cost'], lines);
}
/** The root modules side by side, the dearest change first. */
function rootsTable(roots, total, currency) {
    const words = ({ now, past, change }) => [
        past ? (0,cost_words/* costWords */.f)(past, currency) : '–',
        (0,cost_words/* costWords */.f)(now, currency),
        change ? (0,cost_words/* changeWords */.m)(change, currency) : '–',
    ];
    const rows = roots.map(root => [cell(root.directory ?? ''), ...words(root)]);
    return table(['root module', '>before', '>after', '>change'], [...rows, ['**together**', ...words(total).map(text => `**${text}**`)]]);
}
function labelled({ projects }, items) {
    return projects.flatMap(project => {
        const of = projects.length > 1 ? ` (${project.workspace ?? project.name})` : '';
        return items(project).map(item => ({ label: `${item.address}${of}`, item }));
    });
}
function split(rows) {
    return [rows.slice(0, MOST_ROWS), rows.slice(MOST_ROWS)].filter(part => part.length > 0);
}
/** A head cell that begins with `>` aligns its column to the right. */
function table(head, rows) {
    return [
        line(head.map(name => name.replace('>', ''))),
        line(head.map(name => (name.startsWith('>') ? '---:' : '---'))),
        ...rows.map(line),
    ].join('\n');
}
function line(cells) {
    return `| ${cells.join(' | ')} |`;
}
function cell(text) {
    const line = (0,visible/* visibleLine */.P8)(text);
    return (0,markdown_text/* codeCell */.MZ)(line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME)}…` : line);
}
function quantity({ quantity, unit }) {
    return quantity === undefined ? '–' : `${amount(quantity)} ${(0,markdown_text/* plain */.pj)((0,visible/* visibleLine */.P8)(unit))}`;
}
function amount(quantity) {
    return (0,decimal/* toText */.fE)(quantity).replace(/^-?\d+/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/section.js








/** The sections of a step: the total first, where there is more than one root module. */
function sectionsOf(total, roots, told) {
    const [only] = roots;
    if (roots.length === 1 && only)
        return [rootSection(only, told, told.verdicts)];
    const of = (directory) => told.verdicts.filter(({ limit }) => limit.directory === directory);
    return [
        totalSection(total, roots, told, of(undefined)),
        ...roots.map(root => rootSection(root, told, of(root.directory))),
    ];
}
function rootSection(root, told, verdicts) {
    const directory = root.directory ?? '.';
    const notes = (0,cost_notes/* directoryNotes */.zz)({ currency: told.currency, projects: root.projects }, directory);
    return {
        action: 'infracost',
        directory,
        heading: `${mark(root, verdicts)} ${(0,markdown_text/* codeSpan */.SS)((0,visible/* visibleLine */.P8)(directory))} · ${headline(root, told.currency)}`,
        overview: overview(root, told.currency, verdicts),
        blocks: [...alerts(verdicts, root, told), ...details(root, told.currency)],
        notes: Object.fromEntries(notes),
    };
}
function totalSection(total, roots, told, verdicts) {
    return {
        action: 'infracost',
        // No directory is called so, and it stands before all that are.
        directory: '*',
        heading: `${mark(total, verdicts)} ${count(roots.length, 'root module')} · ${headline(total, told.currency)}`,
        overview: overview(total, told.currency, verdicts),
        blocks: [
            ...alerts(verdicts, undefined, told),
            { priority: 1, markdown: rootsTable(roots, total, told.currency) },
        ],
    };
}
/** `$1,303.28/month, −$742.64 (−36.3%)`. */
function headline(standing, currency) {
    const now = (0,cost_words/* costWords */.f)(standing.now, currency, '/month');
    const { change, past } = standing;
    if (change === undefined || past === undefined || now === 'unknown')
        return now;
    if ((0,decimal/* signOf */.rL)(change.known) === 0 && change.complete)
        return `${now}, ${change.usage ? 'usage differs' : 'unchanged'}`;
    const percent = percentChange(standing, 1);
    const isNew = change.complete && past.complete && (0,decimal/* signOf */.rL)(past.known) === 0;
    const relation = percent ? ` (${signed((0,decimal/* toText */.fE)(percent))}%)` : isNew ? ' (new)' : '';
    const words = (0,cost_words/* changeWords */.m)(change, currency);
    return `${now}, ${words === 'unknown' ? 'change unknown' : words}${relation}`;
}
/** All blocks of sections, for the job summary and the Markdown output. */
function sectionsMarkdown(sections) {
    return sections
        .map(({ heading, blocks }) => [`### ${heading}`, ...blocks.map(({ markdown }) => markdown)].join('\n\n'))
        .join('\n\n');
}
/** `💰`, or `⚠️` where a limit is broken or something is not known. */
function mark({ now }, verdicts) {
    const bad = verdicts.some(({ state }) => state === 'over' || state === 'unknown');
    return bad || !now.complete ? '⚠️ Cost of' : '💰 Cost of';
}
function overview(standing, currency, verdicts) {
    const over = verdicts.some(({ state }) => state === 'over');
    return `${headline(standing, currency)}${over ? ', **over budget**' : ''}`;
}
function alerts(verdicts, root, told) {
    const texts = [verdictAlert(verdicts, told.currency, told.fails), root ? errorAlert(root) : ''];
    return texts.filter(text => text !== '').map(markdown => ({ priority: 0, markdown }));
}
function details(root, currency) {
    const [first = '', rest = ''] = root.change ? changeTables(root, currency) : costTables(root, currency);
    const more = rest === '' ? '' : fold('More resources', [rest]);
    const components = componentTable(root, currency);
    const blocks = [
        { priority: 1, markdown: first },
        { priority: 1, markdown: unpriced(root) },
        { priority: 3, markdown: more, counts: { 'resources with a cost': rest.split('\n').length - 2 } },
        { priority: 4, markdown: usageBased(root) },
        { priority: 5, markdown: components === '' ? '' : fold('What the cost is made of', [components]) },
        { priority: 4, markdown: remarks(root) },
    ];
    return blocks.filter(({ markdown }) => markdown !== '');
}
function signed(percent) {
    return percent.startsWith('-') ? percent.replace('-', '−') : `+${percent}`;
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/verdict.js

/** Judges every limit that names a root module of this step, or the total. */
function judge(limits, total, roots) {
    return ['monthly', 'increase', 'percent'].flatMap(kind => limits[kind].flatMap(limit => {
        const standing = limit.directory === undefined ? total : roots.find(({ directory }) => directory === limit.directory);
        return standing ? [{ kind, limit, standing, state: stateOf(kind, limit.amount, standing) }] : [];
    }));
}
/** Directories that limits name and this step does not price. */
function strangers(limits, roots) {
    const known = new Set(roots.map(({ directory }) => directory));
    const named = Object.values(limits).flatMap((list) => list.map(({ directory }) => directory));
    return [...new Set(named.filter(name => name !== undefined && !known.has(name)))];
}
function stateOf(kind, limit, { now, past, change }) {
    if (kind === 'monthly')
        return bounded(now, true, limit);
    if (change === undefined || past === undefined)
        return 'unknown';
    if (kind === 'increase')
        return bounded(change, change.atLeast, limit);
    return percentState(limit, past, change);
}
/** An amount that is at least so much can be over a limit for certain, but never within it. */
function bounded(cost, atLeast, limit) {
    const over = (0,decimal/* compare */.UD)(cost.known, limit) > 0;
    if (cost.complete)
        return over ? 'over' : 'within';
    return over && atLeast ? 'over' : 'unknown';
}
// Compared crosswise, so that nothing is rounded: change / past > limit / 100.
function percentState(limit, past, change) {
    if (!past.complete)
        return 'unknown';
    if ((0,decimal/* signOf */.rL)(past.known) === 0)
        return change.complete ? 'not-applicable' : 'unknown';
    const hundredfold = (0,decimal/* multiply */.lw)(change.known, { units: 100n, scale: 0 });
    return bounded({ ...change, known: hundredfold }, change.atLeast, (0,decimal/* multiply */.lw)(limit, past.known));
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/outcome.js









/** Judges the costs and tells the log, the files, the outputs and the job summary. */
async function reportOf({ report, failure }, inputs, world) {
    const { currency } = report;
    const [total, roots] = [totalStanding(report), standings(report)];
    const limits = limitsOf(inputs);
    const verdicts = judge(limits, total, roots);
    const fails = inputs['on-over-budget'] === 'fail';
    const sections = sectionsOf(total, roots, { currency, verdicts, fails });
    const markdown = sectionsMarkdown(sections);
    world.log.info(`Cost: ${headline(total, currency)}`);
    for (const name of strangers(limits, roots))
        world.log.warning(`a limit names '${name}', which is not priced here; this step has ${names(roots)}`);
    const broken = tellVerdicts(verdicts, currency, world.log, fails);
    const percent = percentChange(total, 2);
    const published = await publish_publish(sections, { total, verdicts }, inputs, world);
    const failures = [failure, ...(fails ? broken : []), published.failure];
    const reason = failures.filter(text => text !== undefined).join('; ');
    return {
        outputs: {
            'monthly-cost': exact(total.now),
            'monthly-diff': total.change && exact(total.change),
            percent: percent && (0,decimal/* toFixed */.Mg)(percent),
            currency,
            'over-budget': overBudget(verdicts),
            json: await keep(world, 'infracost.json', writeCosts(report)),
            markdown: await keep(world, 'infracost.md', markdown),
            'comment-url': published.url,
        },
        summary: markdown,
        ...(reason !== '' && { failure: reason }),
    };
}
function limitsOf(inputs) {
    return {
        monthly: inputs['budget-monthly'],
        increase: inputs['max-increase'],
        percent: inputs['max-increase-percent'],
    };
}
function tellVerdicts(verdicts, currency, log, fails) {
    const sentences = (wanted) => verdicts.filter(({ state }) => wanted.includes(state)).map(verdict => verdictSentence(verdict, currency));
    for (const sentence of sentences(['within', 'not-applicable']))
        log.info(sentence);
    const broken = sentences(['over', 'unknown']);
    if (!fails)
        for (const sentence of broken)
            log.warning(sentence);
    return broken;
}
function overBudget(verdicts) {
    const states = new Set(verdicts.map(({ state }) => state));
    return states.has('over') ? 'true' : states.has('unknown') ? 'unknown' : 'false';
}
/** A number that is not the whole truth is no number to calculate with. */
function exact(cost) {
    return cost.complete ? (0,decimal/* toText */.fE)(cost.known) : undefined;
}
async function keep(world, name, content) {
    const path = (0,external_node_path_.join)(await world.jobFolder(), name);
    await (0,promises_.writeFile)(path, content, { mode: 0o600 });
    return path;
}
function names(roots) {
    return roots.map(({ directory }) => `'${directory}'`).join(', ');
}

// EXTERNAL MODULE: ./build/js/toolkit/action/errors.js
var action_errors = __webpack_require__(3055);
;// CONCATENATED MODULE: ./build/js/toolkit/cost/baseline.js

const nothing = { total: (0,cost/* addCosts */.Iu)([]), resources: [] };
/**
 * The report with the present of another one as its past. Projects belong together by directory, workspace and name,
 * or by directory and workspace where there is one such on either side. What is only there now is new; what is only
 * in the baseline is gone. An error on either side makes the difference unknown.
 */
function against(report, baseline) {
    const left = new Set(baseline.projects);
    const matched = report.projects.map(project => {
        const before = counterpart(project, report.projects, [...left]);
        if (before !== undefined)
            left.delete(before);
        return withPast(project, before);
    });
    return { ...report, projects: [...matched, ...[...left].map(removed)] };
}
function counterpart(project, all, candidates) {
    const same = (other) => other.directory === project.directory && other.workspace === project.workspace;
    const places = candidates.filter(same);
    const named = places.find(({ name }) => name === project.name);
    return named ?? (places.length === 1 && all.filter(same).length === 1 ? places[0] : undefined);
}
function withPast(project, before) {
    if (before === undefined)
        return { ...project, past: nothing };
    const errors = before.errors.map(error => `in the baseline: ${error}`);
    return { ...project, past: before.now, errors: [...project.errors, ...errors] };
}
function removed(before) {
    const gone = before.errors.length === 0 ? nothing : { ...nothing, total: cost/* unknownCost */.kh };
    return { ...before, now: gone, past: before.now, warnings: [] };
}

// EXTERNAL MODULE: ./build/js/toolkit/cost/read.js + 3 modules
var read = __webpack_require__(8814);
// EXTERNAL MODULE: ./build/js/toolkit/redact/environment.js
var environment = __webpack_require__(5764);
// EXTERNAL MODULE: ./build/js/toolkit/redact/mask.js + 3 modules
var redact_mask = __webpack_require__(6262);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/js/toolkit/exec/exec.js + 1 modules
var exec = __webpack_require__(9250);
;// CONCATENATED MODULE: ./build/js/actions/infracost/src/mask.js
/** The report with secrets hidden in each of its texts; equal addresses stay equal. */
function maskReport(report, mask) {
    return { ...report, projects: report.projects.map(project => maskProject(project, mask)) };
}
function maskProject(project, mask) {
    return {
        ...project,
        name: mask(project.name),
        now: maskEstimate(project.now, mask),
        past: project.past && maskEstimate(project.past, mask),
        errors: project.errors.map(mask),
        warnings: project.warnings.map(mask),
    };
}
function maskEstimate(estimate, mask) {
    return {
        ...estimate,
        resources: estimate.resources.map(resource => ({
            ...resource,
            address: mask(resource.address),
            components: resource.components.map(component => ({ ...component, name: mask(component.name) })),
        })),
    };
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/cli/refusal.js

/** Why Infracost ended with an error, and what to do about it. */
function refusal({ result }, { directory, mask }) {
    const said = `${result.stderr}\n${result.stdout}`.trim();
    if (/invalid api key/i.test(said))
        return new action_errors/* UserError */.yo("the price server does not take this API key: check 'api-key' (or INFRACOST_API_KEY); the key of your organisation is at https://dashboard.infracost.io");
    const words = said.split('\n').slice(-10).join('\n');
    return new action_errors/* UserError */.yo(`Infracost failed on '${directory}' with exit code ${result.code}: ${mask(words)}`);
}
/** Infracost calls it an error of the project where it is given something that is no Terraform. */
function refusalIn(errors, { directory, path, kind }) {
    if (!errors.some(error => /could not detect path type/.test(error)))
        return undefined;
    return new action_errors/* UserError */.yo(kind === 'plan'
        ? `'${path}' is no plan that Infracost can read; make it with: terraform show -json PLANFILE`
        : `'${directory}' holds no Terraform that Infracost finds; name a root module in 'directories'`);
}
/** What the price server did wrong, where it is the server and not the code; undefined where it is not. */
function serverFault(errors) {
    return errors.find(error => /Error sending API request|Invalid API response|Received error from API/.test(error));
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/cli/breakdown.js








// Infracost itself gives up on a price server that hangs after some five minutes.
const TIMEOUT = 15 * 60_000;
/**
 * Prices one root module.
 * @throws UserError where Infracost refuses to: a wrong key, no Terraform in that place.
 */
async function breakdown(source, pricing, world) {
    const out = (0,external_node_path_.join)(await world.folder(), `${(0,external_node_crypto_.randomBytes)(8).toString('hex')}.json`);
    try {
        await world.exec(pricing.infracost.program, breakdownArgs(source, pricing, out), {
            cwd: source.root,
            env: breakdown_environment(pricing, world.env),
            signal: world.signal,
            timeout: TIMEOUT,
        });
    }
    catch (thrown) {
        throw thrown instanceof exec/* ExecError */.c ? refusal(thrown, source) : thrown;
    }
    const told = (0,read/* parseCosts */.A)(await (0,promises_.readFile)(out, 'utf8'), `the costs of ${source.directory}`);
    const report = maskReport(told, source.mask);
    return { ...report, projects: report.projects.map(project => placed(project, source)) };
}
/** The arguments that price a source into a file. */
function breakdownArgs({ path, root, kind }, pricing, out) {
    // Infracost looks for variable files from the root module on.
    const fromModule = (file) => (0,external_node_path_.relative)((0,external_node_path_.resolve)(root, path), (0,external_node_path_.resolve)(root, file));
    const varFiles = kind === 'code' ? pricing.varFiles.map(fromModule) : [];
    return [
        'breakdown',
        ...['--path', path, '--format', 'json', '--out-file', out, '--log-level', 'warn', '--no-color'],
        ...(pricing.usageFile === undefined ? [] : ['--usage-file', pricing.usageFile]),
        ...varFiles.flatMap(file => ['--terraform-var-file', file]),
    ];
}
function breakdown_environment({ apiKey, currency }, env) {
    return {
        ...env,
        INFRACOST_API_KEY: apiKey,
        INFRACOST_SKIP_UPDATE_CHECK: 'true',
        ...(currency !== undefined && { INFRACOST_CURRENCY: currency }),
    };
}
/** Code knows no past, whatever Infracost writes; a plan has one, even where it could not be priced. */
function placed(project, source) {
    const refused = refusalIn(project.errors, source);
    if (refused)
        throw refused;
    if (source.kind === 'code')
        return { ...project, past: undefined };
    const { directory } = source;
    const past = project.past ?? { total: cost/* unknownCost */.kh, resources: [] };
    const named = { ...project, directory, name: directory, past };
    if (!source.partial)
        return named;
    const errors = [...named.errors, 'planning failed midway, so that resources may be missing'];
    return { ...named, errors, now: unsure(named.now), past: unsure(past) };
}
function unsure(estimate) {
    return { ...estimate, total: { ...estimate.total, complete: false } };
}

// EXTERNAL MODULE: ./build/js/toolkit/http/request.js
var request = __webpack_require__(5265);
// EXTERNAL MODULE: ./build/js/toolkit/retry/retry.js
var retry = __webpack_require__(6488);
;// CONCATENATED MODULE: ./build/js/actions/infracost/src/cli/install.js






const RELEASES = 'https://github.com/infracost/infracost/releases/download';
const LARGEST = 256 * 1024 * 1024;
const install_TIMEOUT = 120_000;
const MOST_REDIRECTS = 5;
const REMEDIES = {
    distrusted: 'where a proxy stands between that ends HTTPS, have NODE_EXTRA_CA_CERTS name a file with its authority',
    absent: 'check the proxy that HTTPS_PROXY names',
};
/**
 * Installs a version of Infracost into the runner's tool cache, and nothing at all where it is there already.
 * @returns the program's path.
 * @throws UserError where there is none for this machine, it cannot be downloaded, or it is not what its checksum says.
 */
async function install(version, world) {
    const cache = world.env.RUNNER_TOOL_CACHE || (await world.jobFolder());
    const home = (0,external_node_path_.join)(cache, 'infracost', version, process.arch);
    const program = (0,external_node_path_.join)(home, process.platform === 'win32' ? 'infracost.exe' : 'infracost');
    if (await exists(program))
        return program;
    const asset = assetFor(process.platform, process.arch);
    const url = `${RELEASES}/v${version}/${asset}`;
    world.log.info(`Infracost v${version} is downloaded from ${url}`);
    const archive = await verified(url, world);
    // Beside its place, so that the last step is one rename: who finds the program finds all of it.
    const scratch = (0,external_node_path_.join)(cache, 'infracost', `.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    try {
        await (0,promises_.mkdir)(scratch, { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(scratch, asset), archive);
        await world.exec('tar', ['-xzf', asset], { cwd: scratch, signal: world.signal });
        await (0,promises_.mkdir)(home, { recursive: true });
        await (0,promises_.rename)((0,external_node_path_.join)(scratch, await programIn(scratch)), program);
    }
    finally {
        await (0,promises_.rm)(scratch, { recursive: true, force: true });
    }
    return program;
}
/**
 * What the release calls the archive for a machine.
 * @throws UserError where it has none.
 */
function assetFor(platform, arch) {
    const os = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[platform];
    const cpu = { x64: 'amd64', arm64: 'arm64' }[arch];
    if (os === undefined || cpu === undefined)
        throw new action_errors/* UserError */.yo(`Infracost has no release for ${platform} on ${arch}; put an infracost of v0.10 on PATH in an earlier step`);
    return `infracost-${os}-${cpu}.tar.gz`;
}
async function programIn(folder) {
    const names = await (0,promises_.readdir)(folder);
    const name = names.find(file => /^infracost([-.]|$)/.test(file) && !file.endsWith('.tar.gz'));
    if (name === undefined)
        throw new action_errors/* UserError */.yo('the archive of Infracost holds no program called infracost');
    return name;
}
async function verified(url, world) {
    const { send, close } = await (0,request/* httpSender */.Cq)({
        env: world.env,
        signal: world.signal,
        timeout: install_TIMEOUT,
        largestBody: LARGEST,
        remedies: REMEDIES,
    });
    try {
        const sums = (await download(`${url}.sha256`, send, world)).toString('utf8');
        const archive = await download(url, send, world);
        const expected = /^[0-9a-f]{64}\b/i.exec(sums.trim())?.[0].toLowerCase();
        const actual = (0,external_node_crypto_.createHash)('sha256').update(archive).digest('hex');
        if (expected === undefined)
            throw new action_errors/* UserError */.yo(`${url}.sha256 holds no checksum; nothing is installed`);
        if (actual !== expected)
            throw new action_errors/* UserError */.yo(`${url} has the SHA-256 ${actual}, and its release says ${expected}; nothing is installed`);
        return archive;
    }
    finally {
        close();
    }
}
function download(url, send, { signal }) {
    return (0,retry/* retry */.L)(() => follow(new URL(url), send), {
        attempts: 3,
        delay: 2000,
        signal,
        retryable: thrown => thrown instanceof request/* ConnectionError */.Rc,
    }).catch(thrown => {
        if (!(thrown instanceof action_errors/* UserError */.yo))
            throw thrown;
        throw new action_errors/* UserError */.yo(`Infracost cannot be downloaded: ${(0,action_errors/* messageOf */.bD)(thrown)}; without access to github.com, put an infracost of v0.10 on PATH in an earlier step, or into RUNNER_TOOL_CACHE`);
    });
}
async function follow(url, send, redirects = 0) {
    const { status, headers, body } = await send(url);
    if (status === 200)
        return body;
    if (status >= 300 && status < 400 && headers.location && redirects < MOST_REDIRECTS) {
        const next = new URL(headers.location, url);
        if (next.protocol === 'https:')
            return follow(next, send, redirects + 1);
    }
    if (status >= 500)
        throw new request/* ConnectionError */.Rc(`${url.host} answered with status ${status}`);
    throw new action_errors/* UserError */.yo(status === 404
        ? `there is no ${url.href}`
        : `${url.host} answered with status ${status} to ${url.pathname}`);
}
async function exists(path) {
    try {
        await (0,promises_.access)(path);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/cli/version.js
/** The newest of v0.10, which gets security patches only. */
const NEWEST = '0.10.45';
/**
 * A version as the input has it, without its `v`.
 * @throws Error for what this action cannot drive.
 */
function parseVersion(given) {
    const version = given.replace(/^v/, '');
    if (!/^\d+\.\d+\.\d+$/.test(version))
        throw new Error(`write a version, such as v${NEWEST}`);
    if (!isDriven(version))
        throw new Error(`this action drives v0.10 (v2 prices no plans and compares nothing); write v${NEWEST}, or give the JSON of v2 as 'json'`);
    return version;
}
/** What `infracost --version` says; undefined where it says nothing of the kind. */
function versionIn(output) {
    return /\bv?(\d+\.\d+\.\d+)/.exec(output)?.[1];
}
/** Whether a version has the commands and the JSON that this action knows. */
function isDriven(version) {
    return version.startsWith('0.10.');
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/cli/find.js



const find_TIMEOUT = 30_000;
/**
 * The Infracost on PATH where it is the wanted one (without a wish: any v0.10), else one that is downloaded.
 * @throws UserError where it cannot be downloaded or is not what its checksum says.
 */
async function findInfracost(wanted, world) {
    const found = await onPath(world);
    if (found !== undefined && (wanted === undefined ? isDriven(found) : found === wanted))
        return { program: 'infracost', version: found };
    const version = wanted ?? NEWEST;
    if (found !== undefined)
        world.log.notice(isDriven(found)
            ? `Infracost v${found} is on PATH, but v${version} is asked for: that is used`
            : `Infracost v${found} is on PATH, which prices no plans and compares nothing: v${version} is used instead`);
    return { program: await install(version, world), version };
}
async function onPath({ exec, env, signal }) {
    try {
        const quiet = { ...env, INFRACOST_SKIP_UPDATE_CHECK: 'true' };
        const { stdout, stderr } = await exec('infracost', ['--version'], {
            env: quiet,
            signal,
            timeout: find_TIMEOUT,
            accept: 'any',
        });
        return versionIn(`${stdout}\n${stderr}`);
    }
    catch (thrown) {
        if (thrown instanceof action_errors/* UserError */.yo)
            return undefined;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/key.js

/**
 * The key for the price server; undefined in the workflow of a fork's pull request, which GitHub gives no secrets.
 * @throws UserError where there is none, saying where to get one.
 */
function apiKey(given, { env, context, secrets }) {
    const key = given ?? (env.INFRACOST_API_KEY?.trim() || undefined);
    if (key !== undefined) {
        secrets.add(key);
        return key;
    }
    const head = context.event.pull_request?.head;
    if (head && head.repo?.full_name !== context.repository)
        return undefined;
    throw new action_errors/* UserError */.yo("there is no API key for Infracost: give 'api-key' from a secret, or set INFRACOST_API_KEY; a key is free with `infracost auth login`, or at https://dashboard.infracost.io");
}

// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/paths.js
var paths = __webpack_require__(710);
// EXTERNAL MODULE: ./build/js/toolkit/terraform/plan/read.js + 10 modules
var plan_read = __webpack_require__(9258);
;// CONCATENATED MODULE: ./build/js/actions/infracost/src/limits.js

/**
 * A line of `budget-monthly` or `max-increase`: `500` or `infra/ec2=120.50`.
 * @throws Error that says what to write.
 */
function parseLimit(line) {
    return parse(line, /^\d+(\.\d+)?$/, 'an amount without a currency sign, such as 500 or 120.50');
}
/**
 * A line of `max-increase-percent`: `20`, `20%` or `infra/ec2=7.5`.
 * @throws Error that says what to write.
 */
function parsePercentLimit(line) {
    return parse(line, /^\d+(\.\d+)?\s*%?$/, 'a percentage, such as 20');
}
function parse(line, shape, expected) {
    const at = line.lastIndexOf('=');
    const directory = line.slice(0, Math.max(at, 0)).trim();
    const value = line.slice(at + 1).trim();
    const amount = shape.test(value) ? (0,decimal/* parseDecimal */.$Q)(value.replace(/\s*%$/, '')) : undefined;
    if (amount === undefined || (at >= 0 && directory === ''))
        throw new Error(`write ${expected}, or directory=${expected.includes('percent') ? '20' : '500'}`);
    return { directory: at < 0 ? undefined : tidyDirectory(directory), amount };
}
/** `./infra/ec2/` is `infra/ec2`; the root is `.`. */
function tidyDirectory(given) {
    const path = given
        .replace(/\\/g, '/')
        .replace(/^(\.\/+)+/, '')
        .replace(/\/+$/, '');
    return path === '' ? '.' : path;
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/sources.js








/**
 * Root modules by their code.
 * @param root the folder that the directories are relative to.
 * @throws UserError where one is not there.
 */
async function codeSources(directories, root, env) {
    const mask = (0,redact_mask/* createMask */.P)((0,environment/* secretsOfEnvironment */.O)(env));
    const tidy = [...new Set(directories.map(tidyDirectory))];
    for (const directory of tidy)
        if (!(await is((0,external_node_path_.resolve)(root, directory), 'directory')))
            throw new action_errors/* UserError */.yo(`input 'directories' names '${directory}', and there is no such folder in ${root}`);
    return tidy.map(directory => ({ directory, kind: 'code', path: directory, root, mask }));
}
/**
 * Root modules by their plans, each line as terraform-plan-comment's output `plan-json` has it, or `directory=path`.
 * What any of the plans marks as sensitive is hidden in all that is told of them.
 * @throws UserError where a file is not there, or is no plan.
 */
async function planSources(lines, root, { env, secrets }) {
    const plans = [];
    const hidden = new Set((0,environment/* secretsOfEnvironment */.O)(env));
    for (const { directory, path } of (0,paths/* planSources */._K)(lines, root)) {
        if (!(await is(path, 'file')))
            throw new action_errors/* UserError */.yo(`input 'plan-json' names '${path}', and there is no such file`);
        const { sensitiveValues, errored } = await (0,plan_read/* readPlan */.m)(path, { redact: [] });
        secrets.learn(sensitiveValues);
        for (const value of sensitiveValues)
            hidden.add(value);
        plans.push({ directory, path, partial: errored });
    }
    const mask = (0,redact_mask/* createMask */.P)(hidden);
    return plans.map(plan => ({ ...plan, kind: 'plan', root, mask }));
}
/** Whether there is a file, or a folder, of that name. */
async function is(path, kind) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    return (kind === 'file' ? found?.isFile() : found?.isDirectory()) ?? false;
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/estimate.js








/** Has Infracost price one set of sources after the other; what is in several is one report each. */
async function estimator(inputs, world) {
    const key = apiKey(inputs['api-key'], world);
    const currency = inputs.currency ?? (world.env.INFRACOST_CURRENCY || undefined);
    if (key === undefined) {
        const reason = 'the workflow of a fork gets no secrets, so there is no API key for Infracost';
        world.log.warning(`${reason}: the cost is unknown`);
        return async (sources) => ({ report: estimate_unpriced(sources, currency, reason) });
    }
    const pricing = {
        infracost: await findInfracost(inputs.version, world),
        apiKey: key,
        currency,
        usageFile: await existing('usage-file', inputs['usage-file'], world),
        varFiles: inputs['var-files'],
    };
    world.log.info(`Infracost v${pricing.infracost.version}`);
    return sources => estimate(sources, pricing, world);
}
async function estimate(sources, pricing, world) {
    const reports = [];
    for (const [index, source] of sources.entries()) {
        world.log.info(`Pricing ${source.directory}`);
        const report = await breakdown(source, pricing, world);
        reports.push(report);
        const fault = serverFault(report.projects.flatMap(({ errors }) => errors));
        // A server that has failed five times over would only be waited for again.
        if (fault !== undefined) {
            const left = sources.slice(index + 1);
            reports.push(estimate_unpriced(left, pricing.currency, 'the price server had failed before'));
            const failure = `Infracost's price server fails, so that costs are unknown: ${fault}; run the job again later, or check INFRACOST_PRICING_API_ENDPOINT and the proxy`;
            return { report: joined(reports), failure };
        }
    }
    return { report: joined(reports) };
}
function joined(reports) {
    return {
        currency: reports[0]?.currency ?? 'USD',
        projects: reports.flatMap(({ projects }) => projects),
    };
}
function estimate_unpriced(sources, currency = 'USD', reason) {
    const nothing = { total: cost/* unknownCost */.kh, resources: [] };
    const projects = sources.map(({ directory, kind }) => ({
        name: directory,
        directory,
        workspace: undefined,
        now: nothing,
        past: kind === 'plan' ? nothing : undefined,
        errors: [reason],
        warnings: [],
        unsupported: {},
    }));
    return { currency, projects };
}
async function existing(input, given, { context }) {
    if (given === undefined)
        return undefined;
    const path = (0,external_node_path_.resolve)(context.workspace, given);
    // Infracost takes a missing one for an empty one.
    if (!(await is(path, 'file')))
        throw new action_errors/* UserError */.yo(`input '${input}' is '${given}', and there is no such file`);
    return path;
}

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/priced.js









/**
 * What the root modules cost, and what they cost before: read from files, or found out by Infracost.
 * @throws UserError where the inputs do not fit together or files cannot be read.
 */
async function priced(inputs, world) {
    const given = ['json', 'plan-json', 'directories'].filter(name => inputs[name].length > 0);
    if (given.length > 1)
        throw new action_errors/* UserError */.yo(`inputs '${given[0]}' and '${given[1]}' are both given; choose one of them`);
    switch (given[0]) {
        case 'json':
            return fromJson(inputs, world);
        case 'plan-json':
            return fromPlans(inputs, world);
        case 'directories':
            return fromCode(inputs, world);
        default:
            throw new action_errors/* UserError */.yo("there is nothing to price: give 'plan-json', 'directories' or 'json' (the output 'plan-json' of terraform-plan-comment is empty where it made no plan)");
    }
}
async function fromJson(inputs, { context, env }) {
    const path = (name) => (0,external_node_path_.resolve)(context.workspace, name);
    const reports = await Promise.all(inputs.json.map(name => (0,read/* readCosts */.P)(path(name))));
    const [first] = reports;
    const currency = first?.currency ?? 'USD';
    const projects = reports.flatMap((report, index) => sameCurrency(report, currency, inputs.json[index] ?? '').projects);
    const mask = (0,redact_mask/* createMask */.P)((0,environment/* secretsOfEnvironment */.O)(env));
    const report = await compared(maskReport({ currency, projects }, mask), inputs, path, mask);
    if (report.projects.length > 0)
        return { report };
    throw new action_errors/* UserError */.yo(`input 'json': ${inputs.json.join(', ')}: Infracost has found nothing to price there`);
}
async function fromPlans(inputs, world) {
    const path = (name) => (0,external_node_path_.resolve)(world.context.workspace, name);
    const sources = await planSources(inputs['plan-json'], world.context.workspace, world);
    const { report, ...more } = await (await estimator(inputs, world))(sources);
    return { report: await compared(report, inputs, path, sources[0]?.mask ?? (text => text)), ...more };
}
async function fromCode(inputs, world) {
    const { workspace } = world.context;
    const { directories } = inputs;
    const sources = await codeSources(directories, workspace, world.env);
    for (const name of ['max-increase', 'max-increase-percent'])
        if (inputs[name].length > 0 && inputs.baseline === undefined)
            throw new action_errors/* UserError */.yo(`input '${name}' needs something to compare with, and code alone knows no past: give 'baseline', or 'plan-json' instead of 'directories'`);
    const path = (name) => (0,external_node_path_.resolve)(workspace, name);
    const folder = inputs.baseline !== undefined && (await is(path(inputs.baseline), 'directory'));
    const estimate = await estimator(inputs, world);
    if (!folder || inputs.baseline === undefined) {
        const { report, ...more } = await estimate(sources);
        return { report: await compared(report, inputs, path, sources[0]?.mask ?? (text => text)), ...more };
    }
    const root = path(inputs.baseline);
    // A root module that is new is not there yet.
    const before = await estimate(await presentSources(directories, root, world.env));
    const now = await estimate(sources);
    return { ...before, ...now, report: against(now.report, before.report) };
}
async function presentSources(directories, root, env) {
    const present = await Promise.all(directories.map(directory => is((0,external_node_path_.resolve)(root, directory), 'directory')));
    return codeSources(directories.filter((_, index) => present[index]), root, env);
}
/** @param mask for the baseline, whose texts come from the same plans as those of the report. */
async function compared(report, { baseline }, path, mask) {
    if (baseline === undefined)
        return report;
    if (await is(path(baseline), 'directory'))
        throw new action_errors/* UserError */.yo(`input 'baseline' is the folder '${baseline}', which is for 'directories' only; name a JSON file of Infracost`);
    const before = sameCurrency(await (0,read/* readCosts */.P)(path(baseline)), report.currency, baseline);
    return against(report, maskReport(before, mask));
}
function sameCurrency(report, currency, name) {
    if (report.currency === currency)
        return report;
    throw new action_errors/* UserError */.yo(`'${name}' is in ${report.currency} and the rest in ${currency}; make all of them in one currency`);
}

// EXTERNAL MODULE: ./build/js/toolkit/action/fields.js
var fields = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/js/toolkit/action/spec.js
var spec = __webpack_require__(9387);
// EXTERNAL MODULE: ./build/js/toolkit/comment/fields.js
var comment_fields = __webpack_require__(6148);
;// CONCATENATED MODULE: ./build/js/actions/infracost/src/spec.js





const inputs = (0,fields/* defineInputs */.pf)({
    directories: (0,fields/* lines */.Mn)({
        description: 'Root modules to price from their code, one a line, relative to the workspace. Code alone knows no past: give `baseline` to see the difference. One of `directories`, `plan-json` and `json` must be given.',
    }),
    'plan-json': (0,fields/* lines */.Mn)({
        description: 'Plans to price, one a line: the `plan-json` output of terraform-plan-comment, or lines `directory=path` of `terraform show -json` files. A plan knows the past by itself.',
    }),
    json: (0,fields/* lines */.Mn)({
        description: 'Ready JSON files of Infracost to report, one a line, instead of running it: of `infracost breakdown`, `diff` or `output` (v0.10), or of `infracost scan --json` (v2).',
    }),
    baseline: (0,fields/* text */.Qq)({
        description: 'What to compare with: a JSON file of Infracost (such as the `json` output of a run on the base branch), or a folder with a checkout of the base branch, in which the same `directories` are priced.',
    }),
    'usage-file': (0,fields/* text */.Qq)({
        description: "Infracost's usage file, with what it cannot see in code: requests, traffic, stored bytes.",
    }),
    'var-files': (0,fields/* lines */.Mn)({
        description: 'Terraform variable files for `directories`, one a line, relative to the workspace.',
    }),
    'api-key': (0,fields/* secret */.rJ)({
        description: "Infracost's API key, free at https://dashboard.infracost.io; default: the variable INFRACOST_API_KEY. Not needed for `json`.",
    }),
    currency: (0,fields/* field */.ZZ)({ description: 'The currency to price in, by its ISO 4217 code, such as `EUR`; default: `USD`.' }, parseCurrency),
    version: (0,fields/* field */.ZZ)({
        description: `The version of Infracost to run, v0.10.x; default: the one on PATH where it is v0.10, else v${NEWEST}. What is not there is downloaded from its GitHub release, and its checksum verified.`,
    }, parseVersion),
    'budget-monthly': (0,fields/* list */.p_)({
        description: 'The most that may be paid a month, in `currency`: an amount for all root modules of this step together, or lines `directory=amount`.',
    }, parseLimit),
    'max-increase': (0,fields/* list */.p_)({ description: 'The most that the monthly cost may grow: an amount, or lines `directory=amount`.' }, parseLimit),
    'max-increase-percent': (0,fields/* list */.p_)({
        description: 'The most that the monthly cost may grow, in percent of what it was: a number, or lines `directory=number`. What was free before has no percentage; use `max-increase` too.',
    }, parsePercentLimit),
    'on-over-budget': (0,fields/* choice */.Yq)({
        description: 'What to do where a limit is broken, or cannot be checked because a cost is unknown: `warn`, or `fail` the step.',
        words: ['warn', 'fail'],
        default: 'warn',
    }),
    comment: (0,fields/* choice */.Yq)({
        description: 'Where to comment: `auto` on the pull request of the event, where there is one and the token may; `always` fails where that cannot be done; `changes` begins no comment where the cost stays the same, and `over-budget` none while all limits are kept, but both update the one that is there; `never`.',
        words: ['auto', 'always', 'changes', 'over-budget', 'never'],
        default: 'auto',
    }),
    'comment-key': comment_fields/* commentKey */.T,
    'github-token': comment_fields/* commentToken */.t,
});
function parseCurrency(given) {
    if (!/^[A-Za-z]{3}$/.test(given))
        throw new Error('write the three letters of ISO 4217, such as EUR');
    return given.toUpperCase();
}
/** The contract of infracost. */
const spec_spec = (0,spec/* defineAction */.Q)({
    name: 'infracost',
    title: 'Infracost',
    description: 'Show what a Terraform change costs a month in the pull request, beside each resource, and hold it to a budget.',
    branding: { icon: 'dollar-sign', color: 'green' },
    inputs,
    outputs: {
        'monthly-cost': {
            description: 'The monthly cost of all root modules together, an exact decimal without its currency, usage that is not told left out; empty where it is not wholly known.',
        },
        'monthly-diff': {
            description: 'How much that is more than before (`-742.64` where it is less); empty where it is not wholly known, or nothing is known about before.',
        },
        percent: {
            description: 'The same in percent of what it was, with two decimals; empty where it was nothing, too.',
        },
        currency: { description: 'The currency of these amounts, by its ISO 4217 code.' },
        'over-budget': {
            description: '`true` where a limit is broken, `unknown` where one cannot be checked because a cost is unknown, else `false`.',
        },
        json: {
            description: "The path of the costs as Infracost's JSON (0.2), all root modules in one; the input `cost` of terraform-plan-comment and `baseline` of this action take it. Gone after the job.",
        },
        markdown: { description: 'The path of the report in Markdown. Gone after the job.' },
        'comment-url': { description: 'The comment; empty where none was written.' },
    },
});

;// CONCATENATED MODULE: ./build/js/actions/infracost/src/main.js




const main = () => (0,run/* run */.eF)(spec_spec, infracost);
const post = run/* cleanUp */.nY;
/** Prices root modules, or reads what they cost, judges it and tells. */
async function infracost(inputs, world) {
    return reportOf(await priced(inputs, world), inputs, world);
}


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


/***/ })

};
