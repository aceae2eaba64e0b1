export const id = 993;
export const ids = [993];
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

/***/ 7993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ecrCredentials: () => (/* binding */ ecrCredentials)
/* harmony export */ });
/* harmony import */ var _toolkit_action_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3055);
/* harmony import */ var _aws_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6405);


// The only region that hands out tokens for public.ecr.aws.
const PUBLIC_REGION = 'us-east-1';
/**
 * Gets a password for ECR, good for 12 hours and for every registry that the job's role may use.
 * @throws UserError where AWS gives none.
 */
async function ecrCredentials(target, world) {
    const isPublic = target.kind === 'ecr-public';
    const token = await (isPublic ? publicToken(world) : privateToken(target.region, world)).catch(thrown => {
        throw (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__/* .explainAws */ .B)(thrown, 'log in to ECR', isPublic
            ? 'ecr-public:GetAuthorizationToken and sts:GetServiceBearerToken'
            : 'ecr:GetAuthorizationToken');
    });
    const [username = '', password] = Buffer.from(token ?? '', 'base64')
        .toString('utf8')
        .split(/:(.*)/s);
    if (!token || !password)
        throw new _toolkit_action_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('cannot log in to ECR: AWS answered without a token');
    // The user name is AWS, and the host is no secret either: a masked word would empty every output that holds it.
    world.secrets.add(token);
    world.secrets.add(password);
    return { username, password };
}
async function privateToken(region, world) {
    const { ECRClient, GetAuthorizationTokenCommand } = await Promise.all(/* import() */[__webpack_require__.e(747), __webpack_require__.e(679)]).then(__webpack_require__.bind(__webpack_require__, 5060));
    const client = new ECRClient(await (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__/* .clientSettings */ .r)(region, world));
    const answer = await client.send(new GetAuthorizationTokenCommand({}), { abortSignal: world.signal });
    client.destroy();
    return answer.authorizationData?.[0]?.authorizationToken;
}
async function publicToken(world) {
    const { ECRPUBLICClient, GetAuthorizationTokenCommand } = await Promise.all(/* import() */[__webpack_require__.e(747), __webpack_require__.e(880)]).then(__webpack_require__.bind(__webpack_require__, 9880));
    const client = new ECRPUBLICClient(await (0,_aws_js__WEBPACK_IMPORTED_MODULE_1__/* .clientSettings */ .r)(PUBLIC_REGION, world));
    const answer = await client.send(new GetAuthorizationTokenCommand({}), { abortSignal: world.signal });
    client.destroy();
    return answer.authorizationData?.authorizationToken;
}


/***/ })

};
