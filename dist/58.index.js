export const id = 58;
export const ids = [58];
export const modules = {

/***/ 6405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ explainAws),
/* harmony export */   r: () => (/* binding */ clientSettings)
/* harmony export */ });
/* harmony import */ var _toolkit_action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3055);

/** The settings of a client: hangs end, and HTTPS_PROXY and NO_PROXY hold (the SDK by itself knows no proxies). */
async function clientSettings(region, { env }) {
    const [{ Agent: HttpAgent }, { Agent: HttpsAgent }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)),
    ]);
    return {
        region,
        maxAttempts: 4,
        requestHandler: {
            connectionTimeout: 5_000,
            requestTimeout: 15_000,
            throwOnRequestTimeout: true,
            httpAgent: new HttpAgent({ keepAlive: true, proxyEnv: env }),
            httpsAgent: new HttpsAgent({ keepAlive: true, proxyEnv: env }),
        },
    };
}
/** What AWS or its SDK said, in words that help; a thing that is not theirs comes back as it is. */
function explainAws(thrown, doing, permission) {
    if (!(thrown instanceof Error) || thrown instanceof _toolkit_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return thrown;
    if (/CredentialsProvider|CredentialsError|Could not load credentials/.test(`${thrown.name} ${thrown.message}`))
        return new _toolkit_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cannot ${doing}: there are no AWS credentials; run aws-actions/configure-aws-credentials in an earlier step`);
    if (/^(AccessDenied|UnauthorizedOperation|NotAuthorized)/.test(thrown.name))
        return new _toolkit_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cannot ${doing}: AWS refused it; the role of this job needs ${permission}. AWS says: ${thrown.message}`);
    if (/^(ExpiredToken|UnrecognizedClient|InvalidSignature|InvalidClientToken)/.test(thrown.name))
        return new _toolkit_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cannot ${doing}: AWS does not accept the credentials of this job: ${thrown.message}`);
    if ('$metadata' in thrown || 'code' in thrown || thrown.name === 'TimeoutError')
        return new _toolkit_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`cannot ${doing}: ${thrown.name}: ${thrown.message}`);
    return thrown;
}


/***/ }),

/***/ 8058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ensureRepositories: () => (/* binding */ ensureRepositories)
/* harmony export */ });
/* unused harmony export repositorySettings */
/* harmony import */ var _aws_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6405);

/** How a repository that we create keeps its images: what no tag names any more is gone after two weeks. */
const LIFECYCLE = {
    rules: [
        {
            rulePriority: 1,
            description: 'Expire untagged images after 14 days',
            selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 },
            action: { type: 'expire' },
        },
    ],
};
/**
 * What a new repository looks like: tags are immutable, but for those that are meant to move (as ECR's wildcards).
 */
function repositorySettings(repositoryName, account, moving) {
    return {
        registryId: account,
        repositoryName,
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfiguration: { encryptionType: 'AES256' },
        ...mutability(moving),
    };
}
function mutability(moving) {
    if (moving.length === 0)
        return { imageTagMutability: 'IMMUTABLE' };
    // ECR takes at most five filters, and none that excludes everything.
    if (moving.length > 5 || moving.includes('*'))
        return { imageTagMutability: 'MUTABLE' };
    return {
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageTagMutabilityExclusionFilters: moving.map(filter => ({ filterType: 'WILDCARD', filter })),
    };
}
/**
 * Creates the repositories that do not exist yet; those that do are left as they are.
 * @param moving tags that may point elsewhere later.
 * @returns the names of the new ones.
 */
async function ensureRepositories(target, names, moving, world) {
    const create = target.kind === 'ecr' ? await privateCreator(target, moving, world) : await publicCreator(world);
    try {
        const created = await Promise.all(names.map(async (name) => ((await create(name)) ? [name] : [])));
        return created.flat();
    }
    catch (thrown) {
        throw (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__/* .explainAws */ .B)(thrown, `create a repository in ${target.host}`, target.kind === 'ecr'
            ? 'ecr:CreateRepository and ecr:PutLifecyclePolicy'
            : 'ecr-public:CreateRepository');
    }
}
async function privateCreator(target, moving, world) {
    const { CreateRepositoryCommand, ECRClient } = await Promise.all(/* import() */[__webpack_require__.e(747), __webpack_require__.e(679)]).then(__webpack_require__.bind(__webpack_require__, 5060));
    const client = new ECRClient(await (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__/* .clientSettings */ .r)(target.region, world));
    const account = target.account;
    return async (name) => {
        const command = new CreateRepositoryCommand(repositorySettings(name, account, moving));
        const created = await unlessItExists(client.send(command, { abortSignal: world.signal }));
        if (created)
            await putLifecycle(client, name, account, world);
        return created;
    };
}
async function putLifecycle(client, repositoryName, registryId, world) {
    const { PutLifecyclePolicyCommand } = await Promise.all(/* import() */[__webpack_require__.e(747), __webpack_require__.e(679)]).then(__webpack_require__.bind(__webpack_require__, 5060));
    const lifecyclePolicyText = JSON.stringify(LIFECYCLE);
    await client.send(new PutLifecyclePolicyCommand({ registryId, repositoryName, lifecyclePolicyText }), {
        abortSignal: world.signal,
    });
}
async function publicCreator(world) {
    const { CreateRepositoryCommand, ECRPUBLICClient } = await Promise.all(/* import() */[__webpack_require__.e(747), __webpack_require__.e(880)]).then(__webpack_require__.bind(__webpack_require__, 9880));
    const client = new ECRPUBLICClient(await (0,_aws_js__WEBPACK_IMPORTED_MODULE_0__/* .clientSettings */ .r)('us-east-1', world));
    return path => {
        // The first part of the path is the alias of the registry, which its API does not want to hear.
        const repositoryName = path.split('/').slice(1).join('/');
        return unlessItExists(client.send(new CreateRepositoryCommand({ repositoryName }), { abortSignal: world.signal }));
    };
}
async function unlessItExists(creation) {
    return creation.then(() => true, thrown => {
        if (thrown.name === 'RepositoryAlreadyExistsException')
            return false;
        throw thrown;
    });
}


/***/ })

};
